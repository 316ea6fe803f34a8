/** Reads the days of a notice as somebody pastes them: single days and ranges. Called by the form that loads a calendar year. */
import { addDays, daysBetween, isCalendarDate } from './calendar-date.js';

export interface DayList {
  /** In order, each once. */
  days: readonly string[];
  /** What could not be read, as it was typed. */
  unread: readonly string[];
}

/** Longest range of one holiday, so that a wrong year in it does not fill the list. */
const LONGEST_RANGE = 31;
const RANGE = /^(.+?)(?:\.\.|~|～|—|–|至|到| to )(.+)$/u;

/**
 * Days written `2027-01-01`, `2027/1/1`, `2027年1月1日`, or `01-01`, `1月1日` of the given year; ranges with `..`, `~`, `至`
 * or `to` (the year or month of the second day may be left out). Blanks, commas, semicolons and line ends part them. Never throws.
 */
export function parseDayList(text: string, year: number): DayList {
  const days = new Set<string>();
  const unread: string[] = [];
  const parts = text
    .normalize('NFKC')
    .replace(/\s*(\.\.|~|—|–|至|到)\s*/gu, '$1')
    .replace(/\s+to\s+/gu, '..')
    .split(/[\s,;、。]+/u)
    .filter((part) => part !== '');
  for (const part of parts) {
    const range = RANGE.exec(part);
    const from = readDay(range?.[1] ?? part, year, null);
    const to = range ? readDay(range[2] ?? '', year, from) : from;
    const length = from === null || to === null ? -1 : daysBetween(from, to);
    if (from === null || length < 0 || length >= LONGEST_RANGE) unread.push(part);
    else for (let n = 0; n <= length; n++) days.add(addDays(from, n));
  }
  return { days: [...days].sort(), unread };
}

/** @param from the range's first day, which gives the month to a second day written without */
function readDay(text: string, year: number, from: string | null): string | null {
  const parts = (/^[\d年月日/.-]+$/u.test(text) ? text : '').match(/\d+/g)?.map(Number) ?? [];
  if (parts.length < 1 || parts.length > 3) return null;
  const day = parts.at(-1) ?? 0;
  const month = parts.at(-2) ?? (from === null ? 0 : Number(from.slice(5, 7)));
  const on = [parts.length === 3 ? parts[0] : year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
  return isCalendarDate(on) ? on : null;
}
