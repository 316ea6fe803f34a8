/** Reads a date the way people write it in a sheet; never picks between two readings. Called by `planImport`. */
import { fromEpochDay, isCalendarDate, shanghaiDate, toEpochDay } from '../calendar/calendar-date.js';
import type { DateOrder } from './sheet-field.js';

export type SheetDate =
  | { kind: 'date'; on: string }
  /** Several days fit; each with the order that gives it. */
  | { kind: 'ambiguous'; readings: readonly { order: DateOrder; on: string }[] }
  | { kind: 'problem'; code: 'date.unknown' | 'date.no_such_day' | 'date.no_year' | 'date.no_day' };

/** Day 0 of a spreadsheet's own count, valid from March 1900 on. */
const SERIAL_ZERO = '1899-12-30';
/** Serials of the years 2000-2099: other five-digit numbers are no dates. */
const SERIAL = { first: 36_526, last: 73_050 };
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Year-first dates with any mark between (2026/8/18, 2026年10月17日, 20261017), instants, a spreadsheet's serial number,
 * months by name, and digits with the year last or in two digits: these are read by `order` if given, else only when a
 * single reading is a real day. Never throws.
 */
export function parseSheetDate(text: string, order: DateOrder | null = null): SheetDate {
  const value = tidy(text);
  const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/i.exec(value);
  if (instant && !Number.isNaN(Date.parse(value))) return { kind: 'date', on: shanghaiDate(value) };
  const date = withoutTime(value);
  if (/^\d{5}(\.\d+)?$/.test(date)) {
    const serial = Math.floor(Number(date));
    if (serial < SERIAL.first || serial > SERIAL.last) return { kind: 'problem', code: 'date.unknown' };
    return { kind: 'date', on: fromEpochDay(toEpochDay(SERIAL_ZERO) + serial) };
  }
  const named = readNamedMonth(date);
  if (named) return named;
  const yearFirst =
    /^(\d{4}) ?[-/.年 ] ?(\d{1,2}) ?[-/.月 ] ?(\d{1,2}) ?[日号]?$/.exec(date) ?? /^(20\d{2})(\d{2})(\d{2})$/.exec(date);
  if (yearFirst) return day(yearFirst[1], yearFirst[2], yearFirst[3]);
  if (/^\d{4} ?[-/.年] ?\d{1,2} ?月?$/.test(date) || /^\d{1,2}[-/]\d{4}$/.test(date)) {
    return { kind: 'problem', code: 'date.no_day' };
  }
  if (/^\d{1,2} ?[-/.月] ?\d{1,2} ?[日号]?$/.test(date)) return { kind: 'problem', code: 'date.no_year' };
  const chineseShortYear = /^(\d{2})年(\d{1,2})月(\d{1,2})[日号]?$/.exec(date);
  if (chineseShortYear) return day(`20${chineseShortYear[1]}`, chineseShortYear[2], chineseShortYear[3]);
  const readings = readingsOf(date);
  return readings ? readByOrder(readings, order) : { kind: 'problem', code: 'date.unknown' };
}

/**
 * The order in which a column's dates are written, from those of them that only one order can read; null when none says
 * so, or two contradict each other.
 */
export function inferDateOrder(values: readonly string[]): DateOrder | null {
  const orders = new Set<DateOrder>();
  for (const value of values) {
    const [only, ...more] = readingsOf(withoutTime(tidy(value))) ?? [];
    if (only !== undefined && more.length === 0) orders.add(only.order);
  }
  const [only, ...more] = orders;
  return only !== undefined && more.length === 0 ? only : null;
}

/** The real days that a date in digits, its year last or in two digits, can be; null when it is not such a date. */
function readingsOf(date: string): { order: DateOrder; on: string }[] | null {
  const digits = /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4}|\d{2})$/.exec(date);
  if (!digits) return null;
  const [, a = '', b = '', c = ''] = digits;
  const last = c.length === 2 ? `20${c}` : c;
  const candidates: { order: DateOrder; date: SheetDate }[] = [
    { order: 'day_first', date: day(last, b, a) },
    { order: 'month_first', date: day(last, a, b) },
  ];
  if (c.length === 2 && a.length === 2) candidates.push({ order: 'year_first', date: day(`20${a}`, b, c) });
  return candidates.flatMap(({ order, date: read }) => (read.kind === 'date' ? [{ order, on: read.on }] : []));
}

function readByOrder(readings: readonly { order: DateOrder; on: string }[], order: DateOrder | null): SheetDate {
  const chosen = readings.find((reading) => reading.order === order);
  if (chosen) return { kind: 'date', on: chosen.on };
  const [only, ...more] = new Set(readings.map(({ on }) => on));
  if (only === undefined) return { kind: 'problem', code: 'date.no_such_day' };
  return more.length === 0 ? { kind: 'date', on: only } : { kind: 'ambiguous', readings };
}

function readNamedMonth(date: string): SheetDate | null {
  const lower = date
    .toLowerCase()
    .replace(/\b(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*\b[,.]?/g, '')
    .trim();
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ .-]*(?:of )?([a-z]{3,9})[ .,-]*(\d{4}|\d{2})$/.exec(lower);
  const monthFirst = /^([a-z]{3,9})[ .-]*(\d{1,2})(?:st|nd|rd|th)?[ ,.-]+(\d{4}|\d{2})$/.exec(lower);
  const yearFirst = /^(\d{4})[ .-]*([a-z]{3,9})[ .-]*(\d{1,2})$/.exec(lower);
  const parts = dayFirst
    ? [dayFirst[3], dayFirst[2], dayFirst[1]]
    : monthFirst
      ? [monthFirst[3], monthFirst[1], monthFirst[2]]
      : yearFirst
        ? [yearFirst[1], yearFirst[2], yearFirst[3]]
        : null;
  if (!parts) return null;
  const [year = '', name = '', dayOfMonth] = parts;
  const month = MONTHS.indexOf(name.slice(0, 3)) + 1;
  if (month === 0) return { kind: 'problem', code: 'date.unknown' };
  return day(year.length === 2 ? `20${year}` : year, String(month), dayOfMonth);
}

function tidy(text: string): string {
  return text.normalize('NFKC').trim().replace(/^'/, '').replace(/\s+/g, ' ');
}

function withoutTime(value: string): string {
  return value
    .replace(/(?:T| |日 ?)\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?$/i, (match) => (match.startsWith('日') ? '日' : ''))
    .trim();
}

function day(year = '', month = '', dayOfMonth = ''): SheetDate {
  const on = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return isCalendarDate(on) ? { kind: 'date', on } : { kind: 'problem', code: 'date.no_such_day' };
}
