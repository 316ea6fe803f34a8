/** One time on every clock that matters: Beijing's, the administrator's and the reader's, each once. */
import { dateIn, formatDateTime } from '@daiban/i18n';
import { useLocale } from '../../../lib/locale.js';
import { useBusinessTime } from '../../../lib/session.js';

const BEIJING = 'Asia/Shanghai';
const readerZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export interface AppointmentTimeProps {
  at: string;
  /** The administrator's. */
  admin: { name: string; timeZone: string };
}

export function AppointmentTime({ at, admin }: AppointmentTimeProps) {
  const { t, locale } = useLocale();
  const { now } = useBusinessTime();
  const words = (zone: string) => formatDateTime(at, zone, locale, dateIn(now, zone));
  const beijing = words(BEIJING);
  const there = words(admin.timeZone);
  const here = words(readerZone);
  return (
    <>
      <time dateTime={at} className="nowrap">
        {t('appointments.beijing', { when: beijing })}
      </time>
      {there === beijing ? null : <small>{t('appointments.there', { when: there, name: admin.name })}</small>}
      {here === beijing || here === there ? null : <small>{t('appointments.here', { when: here })}</small>}
    </>
  );
}
