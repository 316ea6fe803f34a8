/**
 * Arithmetic of calendar dates (`YYYY-MM-DD`) and of the Shanghai day an instant falls on. Called by every decision that
 * names a day; the server's own time zone plays no part.
 */

const DAY_MS = 86_400_000;
/** China has kept one offset, without summer time, since 1991-09-15: every instant of this product lies after it. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DATE_FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME_FORM = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Whether the text is a real day of the Gregorian calendar in the form `YYYY-MM-DD`; 2026-02-29 is not. */
export function isCalendarDate(text: string): boolean {
  const match = DATE_FORM.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Number of days of a month, 1-12, leap years included. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Days since 1970-01-01, so that dates can be subtracted. Throws RangeError when `on` is no calendar date. */
export function toEpochDay(on: string): number {
  if (!isCalendarDate(on)) throw new RangeError(`not a calendar date: ${on}`);
  return Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8, 10))) / DAY_MS;
}

/** The date of a day counted from 1970-01-01. Throws RangeError outside the years 1000-9999. */
export function fromEpochDay(day: number): string {
  const on = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (!isCalendarDate(on)) throw new RangeError(`outside the calendar: ${day}`);
  return on;
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
  return new Date(new Date(instantIso).getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant (ISO 8601, UTC) of a wall-clock time `HH:MM` in Shanghai. Throws RangeError when date or time is none. */
export function shanghaiInstant(on: string, time: string): string {
  const match = TIME_FORM.exec(time);
  if (!match) throw new RangeError(`not a time of day: ${time}`);
  const wallClock = toEpochDay(on) * DAY_MS + (Number(match[1]) * 60 + Number(match[2])) * 60_000;
  return new Date(wallClock - SHANGHAI_OFFSET_MS).toISOString();
}
