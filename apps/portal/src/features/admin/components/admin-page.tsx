/** The administrator's page: what they are asked and why, what they agree to, their time, their papers. Chinese first, one column, made for WeChat's own browser. */
import type { AdminPage as AdminPageAnswer } from '@daiban/contracts';
import { dateIn, formatDateTime } from '@daiban/i18n';
import { isElsewhere, isVisitOver } from '../../../lib/call-portal.js';
import { ElsewhereFace } from '../../../lib/elsewhere-face.js';
import { FailureFace } from '../../../lib/face.js';
import { useLocale } from '../../../lib/locale.js';
import { nameFor, PortalFrame } from '../../../lib/portal-frame.js';
import { VisitOver } from '../../../lib/visit-over.js';
import { adminStatus } from '../admin-status.js';
import { useAdminPage } from '../api/get-admin-page.js';
import type { AdminReader } from '../admin-reader.js';
import { adminText } from '../texts.js';
import { AgreeCard } from './agree-card.js';
import { AppointmentCard } from './appointment-card.js';
import { ChecksCard } from './checks-card.js';
import { CountersCard } from './counters-card.js';
import { HeldCard } from './held-card.js';
import { PapersCard } from './papers-card.js';
import { ScanSteps } from './scan-steps.js';
import './admin.css';

export default function AdminPage() {
  const page = useAdminPage();
  const { locale } = useLocale();
  if (isVisitOver(page.error)) return <VisitOver face="ended" />;
  if (page.data) return <LoadedPage page={page.data} />;
  return (
    <PortalFrame>
      {isElsewhere(page.error) ? (
        <ElsewhereFace />
      ) : page.isError ? (
        <FailureFace error={page.error} onRetry={() => void page.refetch()} />
      ) : (
        <div className="portal-skeleton" role="status" aria-label={adminText(locale, 'adminPage.loading')}>
          <span className="portal-bone portal-bone-line" />
          <span className="portal-bone portal-bone-title" />
          <span className="portal-bone portal-bone-card" />
          <span className="portal-bone portal-bone-card" />
        </div>
      )}
    </PortalFrame>
  );
}

function LoadedPage({ page }: { page: AdminPageAnswer }) {
  const { locale } = useLocale();
  const reader: AdminReader = { locale, page, agency: nameFor(page.agency, locale) };
  const { registration, scan } = page;
  const { accountName: account, subjectName: subject } = registration;
  return (
    <PortalFrame title={adminText(locale, 'adminPage.title', { account })}>
      <div className="portal-column admin-page">
        <header className="portal-status">
          <p className="portal-account">{adminText(locale, 'adminPage.account', { account, subject })}</p>
          <h1>{statusWords(reader)}</h1>
          <StatusNote reader={reader} />
        </header>
        {scan === 'not_theirs' ? null : (
          <>
            {page.standing && scan === 'ahead' ? <AppointmentCard reader={reader} appointment={page.standing} /> : null}
            <WhyCard reader={reader} />
            {page.outsider ? <OutsiderCard reader={reader} employer={page.outsider.employer} /> : null}
            <AgreeCard reader={reader} />
            <PapersCard reader={reader} />
            {scan === 'ahead' ? (
              <>
                <ChecksCard reader={reader} />
                <ScanSteps reader={reader} />
              </>
            ) : null}
            <CountersCard reader={reader} />
          </>
        )}
        <HeldCard reader={reader} />
        {scan === 'not_theirs' ? null : <AuditCard reader={reader} />}
      </div>
    </PortalFrame>
  );
}

function statusWords({ locale, page, agency }: AdminReader): string {
  const status = adminStatus(page);
  const { standing, visitor, registration, now } = page;
  const when = standing ? formatDateTime(standing.startsAt, 'Asia/Shanghai', locale, dateIn(now, 'Asia/Shanghai')) : '';
  const values = { name: visitor.name, account: registration.accountName, agency, when };
  return adminText(locale, `adminPage.status.${status}`, values);
}

function StatusNote({ reader: { locale, page, agency } }: { reader: AdminReader }) {
  const { scan, lastMissed, registration, now } = page;
  const account = registration.accountName;
  if (scan === 'done') return <p className="admin-note">{adminText(locale, 'adminPage.status.done_note')}</p>;
  if (scan === 'not_theirs')
    return <p className="admin-note">{adminText(locale, 'adminPage.status.not_theirs_note', { account, agency })}</p>;
  if (scan !== 'ahead' || lastMissed === null) return null;
  const when = formatDateTime(lastMissed, 'Asia/Shanghai', locale, dateIn(now, 'Asia/Shanghai'));
  return <p className="admin-note">{adminText(locale, 'adminPage.missed', { when })}</p>;
}

function WhyCard({ reader: { locale, page, agency } }: { reader: AdminReader }) {
  const { accountName: account, subjectName: subject } = page.registration;
  const hasScan = page.scan !== 'none';
  return (
    <section className="portal-card" aria-labelledby="why-you">
      <h2 id="why-you">{adminText(locale, 'adminPage.why.title')}</h2>
      <p>
        {adminText(locale, hasScan ? 'adminPage.why.text' : 'adminPage.why.text_no_scan', {
          account,
          subject,
          agency,
          minutes: page.standing?.minutes ?? page.times[0]?.minutes ?? page.usualMinutes,
        })}
      </p>
      <p className="portal-note">{adminText(locale, 'adminPage.why.means', { subject })}</p>
    </section>
  );
}

function OutsiderCard({
  reader: { locale },
  employer,
}: {
  reader: AdminReader;
  employer: NonNullable<AdminPageAnswer['outsider']>['employer'];
}) {
  return (
    <section className="portal-card portal-next" aria-labelledby="outsider">
      <h2 id="outsider">{adminText(locale, 'adminPage.outsider.title')}</h2>
      <p>{adminText(locale, `adminPage.outsider.${employer}`)}</p>
    </section>
  );
}

function AuditCard({ reader: { locale } }: { reader: AdminReader }) {
  return (
    <section className="portal-card" aria-labelledby="audit">
      <h2 id="audit">{adminText(locale, 'adminPage.audit.title')}</h2>
      <p>{adminText(locale, 'adminPage.audit.note')}</p>
      <ul className="portal-items">
        {(['1', '2', '3'] as const).map((line) => (
          <li key={line}>{adminText(locale, `adminPage.audit.${line}`)}</li>
        ))}
      </ul>
      <p className="portal-note">{adminText(locale, 'adminPage.audit.never')}</p>
    </section>
  );
}
