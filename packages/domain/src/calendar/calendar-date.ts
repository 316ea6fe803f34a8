/**
 * Arithmetic of calendar dates (`YYYY-MM-DD`) and of the Shanghai day an instant falls on. Called by every decision that
 * names a day; the server's own time zone plays no part.
 */

const DAY_MS = 86_400_000;
/** China has kept one offset, without summer time, since 1991-09-15: every instant of this product lies after it. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
/** 1000-01-01 and 9999-12-31. */
const [FIRST_DAY, LAST_DAY] = [-354_285, 2_932_896];
const DATE_FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME_FORM = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Whether the text is a real day of the Gregorian calendar in the form `YYYY-MM-DD`; 2026-02-29 is not. */
export function isCalendarDate(text: string): boolean {
  return readDate(text) !== null;
}

/** Number of days of a month, 1-12, leap years included. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01, so that dates can be subtracted. Throws RangeError when `on` is no calendar date. */
export function toEpochDay(on: string): number {
  const date = readDate(on);
  if (!date) throw new RangeError(`not a calendar date: ${on}`);
  return Date.UTC(date.year, date.month - 1, date.day) / DAY_MS;
}

/** The date of a day counted from 1970-01-01. Throws RangeError outside the years 1000-9999. */
export function fromEpochDay(day: number): string {
  if (!(day >= FIRST_DAY && day <= LAST_DAY)) throw new RangeError(`outside the calendar: ${day}`);
  const date = new Date(day * DAY_MS);
  return `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
}

/** The date `n` calendar days after `on`; before it when `n` is negative. Throws RangeError when `on` is no calendar date. */
export function addDays(on: string, n: number): string {
  return fromEpochDay(toEpochDay(on) + n);
}

/**
 * The same day of the month `n` months later, or the month's last day where there is no such day: 2028-02-29 + 12 months
 * is 2029-02-28. Throws RangeError when `on` is no calendar date.
 */
export function addMonths(on: string, n: number): string {
  toEpochDay(on);
  const months = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + n;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  const day = Math.min(Number(on.slice(8, 10)), daysInMonth(year, month));
  return fromEpochDay(Date.UTC(year, month - 1, day) / DAY_MS);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. Throws RangeError when either is no calendar date. */
export function daysBetween(from: string, to: string): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** The day in Asia/Shanghai on which an instant (ISO 8601) falls. Throws RangeError when it is no instant. */
export function shanghaiDate(instantIso: string): string {
  return fromEpochDay(Math.floor((Date.parse(instantIso) + SHANGHAI_OFFSET_MS) / DAY_MS));
}

/** The instant (ISO 8601, UTC) of a wall-clock time `HH:MM` in Shanghai. Throws RangeError when date or time is none. */
export function shanghaiInstant(on: string, time: string): string {
  const match = TIME_FORM.exec(time);
  if (!match) throw new RangeError(`not a time of day: ${time}`);
  const wallClock = toEpochDay(on) * DAY_MS + (Number(match[1]) * 60 + Number(match[2])) * 60_000;
  return new Date(wallClock - SHANGHAI_OFFSET_MS).toISOString();
}

function readDate(text: string): { year: number; month: number; day: number } | null {
  const match = DATE_FORM.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return { year, month, day };
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
