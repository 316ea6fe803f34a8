/** Whether a year's days off and make-up days, as somebody typed them from the notice, can be right. Called by `setCalendarYear` and, while typing, by its form. */
import type { WorkYear } from './build-work-calendar.js';
import { isCalendarDate, toEpochDay } from './calendar-date.js';

/** `calendar.problem`: i18n `refusals` has a text for each. */
export type WorkYearProblemCode =
  | 'calendar.no_days_off'
  | 'calendar.day_outside_year'
  | 'calendar.day_twice'
  | 'calendar.make_up_on_weekday'
  | 'calendar.fixed_holiday_missing'
  | 'calendar.balance_odd'
  | 'calendar.spring_festival_missing';

export interface WorkYearProblem {
  code: WorkYearProblemCode;
  /** Values of the text: dates as `YYYY-MM-DD`, the first few of them. */
  params: Readonly<Record<string, string | number>>;
}

export interface WorkYearCheck {
  /** Cannot be: the year is not taken. */
  problems: readonly WorkYearProblem[];
  /** Unlike every notice so far; look again, then go on. */
  warnings: readonly WorkYearProblem[];
}

/** What the law says of every year. */
export interface HolidayLaw {
  /** `MM-DD` of the holidays tied to a date. */
  fixedByLaw: readonly string[];
  /** Public holidays of a year. */
  holidays: number;
}

/** How far weekdays off less make-up days may lie from the number of public holidays, which has been one at most. */
const BALANCE_TOLERANCE = 1;
const NAMED = 5;

/**
 * Refused: a day of another year, a day both off and worked, a make-up day that is a weekday, a fixed holiday left out.
 * Warned: a balance no notice had (a forgotten make-up day shows so), no day off between 21 January and 20 February,
 * where the lunar new year lies. Repeated days are no problem. Never throws.
 */
export function checkWorkYear({ year, off, makeUp }: WorkYear, law: HolidayLaw): WorkYearCheck {
  const problems: WorkYearProblem[] = [];
  const warnings: WorkYearProblem[] = [];
  const daysOff = new Set(off);
  const worked = new Set(makeUp);
  const report = (code: WorkYearProblemCode, days: readonly string[]): void => {
    if (days.length > 0) problems.push({ code, params: { year, days: days.slice(0, NAMED).join(', ') } });
  };
  if (daysOff.size === 0) problems.push({ code: 'calendar.no_days_off', params: { year } });
  const outside = [...daysOff, ...worked].filter((on) => !isCalendarDate(on) || !on.startsWith(`${year}-`));
  report('calendar.day_outside_year', outside);
  report(
    'calendar.day_twice',
    [...worked].filter((on) => daysOff.has(on)),
  );
  const known = (days: ReadonlySet<string>): string[] => [...days].filter((on) => !outside.includes(on));
  report(
    'calendar.make_up_on_weekday',
    known(worked).filter((on) => !isWeekend(on)),
  );
  if (daysOff.size > 0) {
    const missing = law.fixedByLaw.map((day) => `${year}-${day}`).filter((on) => !daysOff.has(on));
    report('calendar.fixed_holiday_missing', missing);
  }
  if (problems.length > 0) return { problems, warnings };

  const weekdaysOff = [...daysOff].filter((on) => !isWeekend(on)).length;
  if (Math.abs(weekdaysOff - worked.size - law.holidays) > BALANCE_TOLERANCE) {
    const params = { weekdaysOff, makeUpDays: worked.size, holidays: law.holidays };
    warnings.push({ code: 'calendar.balance_odd', params });
  }
  if (![...daysOff].some((on) => on >= `${year}-01-21` && on <= `${year}-02-20`))
    warnings.push({ code: 'calendar.spring_festival_missing', params: { year } });
  return { problems, warnings };
}

/** 1970-01-01 was a Thursday. */
function isWeekend(on: string): boolean {
  return (((toEpochDay(on) + 3) % 7) + 7) % 7 >= 5;
}
