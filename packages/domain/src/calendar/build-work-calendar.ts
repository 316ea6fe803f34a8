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
  /** Days off beyond the announced years that the law itself fixes; they are used, and stay provisional. */
  fixedByLaw: readonly string[];
}

/**
 * The calendar of the announced years. Official from the first of them to the last that follows without a gap: with a
 * year missing in between, what comes after it cannot be counted up to.
 */
export function buildWorkCalendar(table: WorkDayTable): WorkCalendar {
  const years = [...table.years].sort((a, b) => a.year - b.year);
  const days = new Map<string, 'off' | 'make_up'>();
  for (const on of table.fixedByLaw) days.set(on, 'off');
  for (const { year, off, makeUp } of years) {
    for (const on of days.keys()) if (on.startsWith(`${year}-`)) days.delete(on);
    for (const on of off) days.set(on, 'off');
    for (const on of makeUp) days.set(on, 'make_up');
  }
  const first = years[0]?.year;
  if (first === undefined) return { days, officialUntil: '0000-12-31' };
  let last = first;
  for (const { year } of years) if (year === last + 1) last = year;
  return { days, officialFrom: `${first}-01-01`, officialUntil: `${last}-12-31` };
}
