/** An instant in the reader's zone, near ones by their clock time only; Beijing's time on hover. */
import { dateIn, formatDate, formatDateTime, formatTime } from '@daiban/i18n';
import { useLocale } from '../lib/locale.js';
import { useBusinessTime } from '../lib/session.js';

const BEIJING = 'Asia/Shanghai';
const readerZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function Moment({ at }: { at: string }) {
  const { t, locale } = useLocale();
  const { now } = useBusinessTime();
  const today = dateIn(now, readerZone);
  const text =
    dateIn(at, readerZone) === today
      ? t('dashboard.today_at', { time: formatTime(at, readerZone, locale) })
      : formatDateTime(at, readerZone, locale, today);
  return (
    <time
      className="nowrap"
      dateTime={at}
      title={t('dashboard.in_beijing', { time: formatDateTime(at, BEIJING, locale, today) })}
    >
      {text}
    </time>
  );
}

/** A calendar date in Beijing; today by its word. */
export function Day({ on }: { on: string }) {
  const { t, locale } = useLocale();
  const { today } = useBusinessTime();
  return (
    <time className="nowrap" dateTime={on}>
      {on === today ? t('dashboard.today') : formatDate(on, locale, today)}
    </time>
  );
}
