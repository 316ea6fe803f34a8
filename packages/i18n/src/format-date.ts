/** Writes dates and instants the way a reader of each language expects. Screens and mails use it; nobody formats a date by hand. */
import type { Locale } from '@daiban/domain/enumerations';

const INTL: Record<Locale, string> = { en: 'en-GB', zh: 'zh-CN' };
const WEEKDAYS_ZH = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** A calendar date as UTC midnight: the date is already in Beijing's calendar, so no zone may move it. */
function utc(on: string): Date {
  return new Date(`${on}T00:00:00Z`);
}

/**
 * `Tue 13 Oct` · `10月13日（周二）`. The year is left out only when `today` (YYYY-MM-DD) is given and lies in the same year.
 */
export function formatDate(on: string, locale: Locale, today?: string): string {
  const date = utc(on);
  const withYear = today?.slice(0, 4) !== on.slice(0, 4);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if (locale === 'zh') return `${withYear ? `${year}年` : ''}${month}月${day}日（${WEEKDAYS_ZH[date.getUTCDay()]}）`;
  const weekday = date.toLocaleDateString('en-GB', { weekday: 'short', timeZone: 'UTC' });
  return `${weekday} ${formatShortDate(on, locale)}${withYear ? ` ${year}` : ''}`;
}

/** `13 Oct` · `10月13日`, without the weekday; the year only when `today` is given and lies in another one. */
export function formatShortDate(on: string, locale: Locale, today?: string): string {
  const date = utc(on);
  const withYear = today !== undefined && today.slice(0, 4) !== on.slice(0, 4);
  if (locale === 'zh')
    return `${withYear ? `${date.getUTCFullYear()}年` : ''}${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
  // Intl's en-GB writes "Sept"; three letters keep columns even.
  const month = date.toLocaleDateString('en-US', { month: 'short', timeZone: 'UTC' });
  return `${date.getUTCDate()} ${month}${withYear ? ` ${date.getUTCFullYear()}` : ''}`;
}

/** `13 Oct 2026` · `2026年10月13日`: for dates that are read on their own, perhaps in another year. */
export function formatDateWithYear(on: string, locale: Locale): string {
  return formatShortDate(on, locale, '');
}

/** `10–13 Oct`, `28 Sep – 2 Oct` · `10月10日至13日`, `9月28日至10月2日`; one date when both are equal. */
export function formatDateRange(from: string, to: string, locale: Locale): string {
  if (from === to) return formatShortDate(from, locale);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  if (locale === 'zh') {
    return `${formatShortDate(from, locale)}至${sameMonth ? `${utc(to).getUTCDate()}日` : formatShortDate(to, locale)}`;
  }
  return sameMonth
    ? `${utc(from).getUTCDate()}–${formatShortDate(to, locale)}`
    : `${formatShortDate(from, locale)} – ${formatShortDate(to, locale)}`;
}

/** The calendar date of an instant in a zone, `YYYY-MM-DD`. */
export function dateIn(instant: string, timeZone: string): string {
  // The Swedish calendar is written YYYY-MM-DD.
  return new Date(instant).toLocaleDateString('sv-SE', { timeZone });
}

/** `11:00` in a zone, 24 hours. */
export function formatTime(instant: string, timeZone: string, locale: Locale): string {
  return new Date(instant).toLocaleTimeString(INTL[locale], {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

/** `Wed 30 Sep, 11:00` · `9月30日（周三）11:00`, in the reader's zone; the year as in `formatDate`. */
export function formatDateTime(instant: string, timeZone: string, locale: Locale, today?: string): string {
  const date = formatDate(dateIn(instant, timeZone), locale, today);
  const time = formatTime(instant, timeZone, locale);
  return locale === 'zh' ? `${date}${time}` : `${date}, ${time}`;
}
