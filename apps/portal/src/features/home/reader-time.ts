/** Says when something is in the reader's own zone, with Beijing's beside it. Used by every part of the page that names a time. */
import type { Locale } from '@daiban/domain/enumerations';
import { dateIn, formatDate, formatDateTime, formatTime } from '@daiban/i18n';
import { text } from '../../lib/texts.js';
import { readsBeijingTime } from '../../lib/time-on-tap.js';

const BEIJING = 'Asia/Shanghai';

export interface Reader {
  locale: Locale;
  /** The zone we know of the contact. */
  timeZone: string;
  /** Now on the business clock. */
  now: string;
  /** Today in Beijing's calendar. */
  today: string;
}

/** "since today, 04:42 your time" · "since Mon 21 Sep". @param isBeijing as clocks and calendars there have it */
export function sinceWhen(at: string, { locale, timeZone, now }: Reader, isBeijing = false): string {
  const zone = isBeijing ? BEIJING : timeZone;
  const [on, today] = [dateIn(at, zone), dateIn(now, zone)];
  const suffix = isBeijing ? '_beijing' : '';
  if (on === today) return text(locale, `portal.turn.since_today${suffix}`, { time: formatTime(at, zone, locale) });
  // A date that is the same there needs no other word.
  const isOther = on !== dateIn(at, timeZone);
  return text(locale, `portal.turn.since${isOther ? suffix : ''}`, { date: formatDate(on, locale, today) });
}

/** When the next news comes at the latest, and the note below it. */
export function promiseWords(by: string, reader: Reader): { title: string; note: string; late: boolean } {
  const { locale, timeZone, now } = reader;
  const when = formatDateTime(by, timeZone, locale, dateIn(now, timeZone));
  if (Date.parse(by) < Date.parse(now)) {
    const note = text(locale, 'portal.promise.late_note');
    return { title: text(locale, 'portal.promise.late', { when }), note, late: true };
  }
  const sameDay = dateIn(by, timeZone) === dateIn(by, BEIJING);
  const beijing = sameDay ? formatTime(by, BEIJING, locale) : formatDateTime(by, BEIJING, locale, dateIn(now, BEIJING));
  return {
    title: text(locale, 'portal.promise.by', { when }),
    note: readsBeijingTime(by, timeZone)
      ? text(locale, 'portal.promise.zone_beijing')
      : text(locale, 'portal.promise.zone', { beijing }),
    late: false,
  };
}
