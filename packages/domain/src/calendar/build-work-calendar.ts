/** Turns announced years, as the rulebook ships them or a table holds them, into the calendar that decisions take. */
import type { WorkCalendar } from './working-days.js';

/** One year's announcement. */
export interface WorkYear {
  year: number;
  /** Days off, weekends inside a holiday included; `YYYY-MM-DD`. */
  off: readonly string[];
  /** Weekend days worked in exchange. */
  makeUp: readonly string[];
}

/** Announced years and what is known of the time after them. */
export interface WorkDayTable {
  years: readonly WorkYear[];
  /** Days off that the law itself ties to a date, `MM-DD`: used in years without an announcement, which stay provisional. */
  fixedByLaw: readonly string[];
}

/** Years after the last announced one in which the days fixed by law are known; no question of the product reaches further. */
const FIXED_YEARS = 20;

/**
 * The calendar of the announced years. Official from the first of them to the last that follows without a gap: with a
 * year missing in between, what comes after it cannot be counted up to.
 */
export function buildWorkCalendar({ years, fixedByLaw }: WorkDayTable): WorkCalendar {
  const announced = new Map(years.map((each) => [each.year, each]));
  const days = new Map<string, 'off' | 'make_up'>();
  if (announced.size === 0) return { days, officialUntil: '0000-12-31' };
  const [first, newest] = [Math.min(...announced.keys()), Math.max(...announced.keys())];
  for (let year = first; year <= newest + FIXED_YEARS; year++)
    if (!announced.has(year)) for (const day of fixedByLaw) days.set(`${year}-${day}`, 'off');
  for (const { off, makeUp } of announced.values()) {
    for (const on of off) days.set(on, 'off');
    for (const on of makeUp) days.set(on, 'make_up');
  }
  let last = first;
  while (announced.has(last + 1)) last += 1;
  return { days, officialFrom: `${first}-01-01`, officialUntil: `${last}-12-31` };
}
