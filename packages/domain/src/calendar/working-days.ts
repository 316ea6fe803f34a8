/**
 * Chinese working days, with the State Council's days off and make-up days. Called by review ranges, update promises and
 * deadlines. A day outside the officially announced time is reckoned by weekday and always marked provisional.
 */
import { fromEpochDay, toEpochDay } from './calendar-date.js';

/** The announced exceptions to "Monday to Friday". Read from the work calendar's tables, or built from the rulebook. */
export interface WorkCalendar {
  /** `off`: a day off, weekday or not · `make_up`: a weekend day that is worked in exchange. */
  days: ReadonlyMap<string, 'off' | 'make_up'>;
  /** Last day for which the exceptions are announced; after it every answer is provisional. */
  officialUntil: string;
  /** First day for which they are known; before it every answer is provisional. Absent: no such limit. */
  officialFrom?: string;
}

export interface WorkingDay {
  date: string;
  /** True when a day outside the announced time was looked at: the notice of that year may move the answer. */
  provisional: boolean;
  /** True when `date` is a worked weekend day: legal working day, but offices may not be staffed. */
  makeUpDay: boolean;
}

export interface WorkingDaySpan {
  workingDays: number;
  provisional: boolean;
}

/** Whether offices in China work on this day. Throws RangeError when `on` is no calendar date. */
export function isWorkingDay(calendar: WorkCalendar, on: string): boolean {
  return worksOn(calendar, toEpochDay(on), on);
}

/**
 * The working day `n` working days after `on`; `on` itself is never counted. `n` = 0: `on` if it is a working day, else
 * the next one. Negative `n` counts back. Throws RangeError when `on` is no calendar date, `n` no integer.
 */
export function addWorkingDays(calendar: WorkCalendar, on: string, n: number): WorkingDay {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a number of days: ${n}`);
  const step = n < 0 ? -1 : 1;
  let day = toEpochDay(on);
  let date = on;
  let left = Math.abs(n);
  if (n === 0 && !worksOn(calendar, day, date)) left = 1;
  while (left > 0) {
    day += step;
    date = fromEpochDay(day);
    if (worksOn(calendar, day, date)) left -= 1;
  }
  return {
    date,
    provisional: isProvisional(calendar, on) || isProvisional(calendar, date),
    makeUpDay: calendar.days.get(date) === 'make_up',
  };
}

/**
 * Working days after `from` up to and including `to`; backwards, the negative number of those before `from` down to and
 * including `to`. So `countWorkingDays(c, d, addWorkingDays(c, d, n).date)` is `n`. Throws RangeError on a wrong date.
 */
export function countWorkingDays(calendar: WorkCalendar, from: string, to: string): WorkingDaySpan {
  const [start, end] = [toEpochDay(from), toEpochDay(to)];
  const forward = end >= start;
  // Both ways the day `from` is left out and `to` counted, so the closed interval differs by direction.
  const first = forward ? start + 1 : end;
  const last = forward ? end : start - 1;
  let workingDays = first > last ? 0 : weekdaysThrough(last) - weekdaysThrough(first - 1);
  for (const [on, kind] of calendar.days) {
    // Dates sort as text: the many days outside the span are passed over without being read.
    if (forward ? on <= from || on > to : on < to || on >= from) continue;
    const day = toEpochDay(on);
    if (kind === 'off' && isWeekday(day)) workingDays -= 1;
    if (kind === 'make_up' && !isWeekday(day)) workingDays += 1;
  }
  return {
    workingDays: forward || workingDays === 0 ? workingDays : -workingDays,
    provisional: isProvisional(calendar, from) || isProvisional(calendar, to),
  };
}

function worksOn(calendar: WorkCalendar, day: number, on: string): boolean {
  const exception = calendar.days.get(on);
  return exception ? exception === 'make_up' : isWeekday(day);
}

/** 1970-01-01 was a Thursday: shifted by three, days 0-4 of each seven are Monday to Friday. */
function isWeekday(day: number): boolean {
  return (((day + 3) % 7) + 7) % 7 < 5;
}

/** Weekdays from a fixed Monday (1969-12-29) up to and including the day; differences of it count any span at once. */
function weekdaysThrough(day: number): number {
  const days = day + 4;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5);
}

function isProvisional(calendar: WorkCalendar, on: string): boolean {
  return on > calendar.officialUntil || (calendar.officialFrom !== undefined && on < calendar.officialFrom);
}
