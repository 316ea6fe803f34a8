/** Across the app while an administrator waits for their scan: who, for which account, and the way there. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { readyAdminsQuery } from '../api/appointments.js';
import './appointments.css';

export function ReadyNotice() {
  const { t } = useLocale();
  const mayRead = useMay('registrations.read');
  const { data } = useQuery({ ...readyAdminsQuery, enabled: mayRead });
  const items = data?.items ?? [];
  // The region stands before anything is in it, so that a screen reader hears what comes.
  return (
    <div role="status" aria-label={t('appointments.notice.label')}>
      {items.map(({ appointmentId, registrationId, accountName, adminName }) => (
        <p key={appointmentId} className="ready-notice">
          <span>{t('appointments.notice.text', { admin: adminName, account: accountName })}</span>
          <Link to={paths.registration} params={{ registrationId }}>
            {t('appointments.notice.open')}
          </Link>
        </p>
      ))}
    </div>
  );
}
