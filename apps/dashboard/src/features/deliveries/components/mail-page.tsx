/** One mail: to whom, what became of it, and the mail itself as it was sent, as a page or as plain text. */
import { PageFace } from '@daiban/ui';
import { formatDate } from '@daiban/i18n';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { Moment } from '../../../components/moment.js';
import { PageHead } from '../../../components/page-head.js';
import { RecordLoading } from '../../../components/record-loading.js';
import '../../../components/records.css';
import { paths } from '../../../config/paths.js';
import { isNotFound } from '../../../lib/describe-problem.js';
import { useLocale } from '../../../lib/locale.js';
import { useBusinessTime } from '../../../lib/session.js';
import { deliveryQuery } from '../api/get-delivery.js';
import { DeliveryMark } from './delivery-mark.js';
import { MailFrame } from './mail-frame.js';
import './mail.css';

export function MailPage() {
  const { t, locale } = useLocale();
  const { today } = useBusinessTime();
  const { deliveryId } = useParams({ from: '/shell/outbox/$deliveryId' });
  const found = useQuery(deliveryQuery(deliveryId));
  const [view, setView] = useState<'page' | 'text'>('page');
  const mail = found.data;
  const subject = mail ? (mail.subject ?? t('records.mail.not_written')) : '…';
  useEffect(() => {
    document.title = `${subject} · Daiban`;
  }, [subject]);
  const head = (
    <PageHead>
      <nav className="crumbs" aria-label={t('dashboard.crumbs')}>
        <Link to={paths.outbox}>{t('dashboard.nav.outbox')}</Link>
        <span aria-current="page">{subject}</span>
      </nav>
    </PageHead>
  );
  if (isNotFound(found.error)) {
    return (
      <>
        {head}
        <PageFace
          kind="not_found"
          title={t('records.not_found')}
          actions={<ButtonLink to={paths.outbox}>{t('dashboard.nav.outbox')}</ButtonLink>}
        />
      </>
    );
  }
  if (!mail) {
    return (
      <>
        {head}
        <RecordLoading error={found.error} onRetry={() => void found.refetch()} />
      </>
    );
  }
  return (
    <>
      {head}
      <div className="page-body record-page">
        <div className="record-head">
          <div>
            <h1>
              <span lang={mail.locale === 'zh' ? 'zh-Hans' : 'en'}>{subject}</span>
            </h1>
          </div>
          <DeliveryMark state={mail.state} />
        </div>
        <dl className="record-facts">
          <dt>{t('records.mail.receiver')}</dt>
          <dd>
            {mail.contact?.name} {mail.toAddress ? <span className="dim">{`<${mail.toAddress}>`}</span> : null}
          </dd>
          {mail.registrationId ? (
            <>
              <dt>{t('records.mail.account')}</dt>
              <dd>
                <Link to={paths.registration} params={{ registrationId: mail.registrationId }}>
                  {mail.accountName ?? t('records.open_case')}
                </Link>
              </dd>
            </>
          ) : null}
          <dt>{t('records.mail.ends_on')}</dt>
          <dd>{formatDate(mail.dueOn, locale, today)}</dd>
          {mail.acceptedAt ? (
            <>
              <dt>{t('records.mail.accepted')}</dt>
              <dd>
                <Moment at={mail.acceptedAt} />
              </dd>
            </>
          ) : (
            <>
              <dt>{t('records.mail.send_after')}</dt>
              <dd>
                <Moment at={mail.sendAfter} />
              </dd>
            </>
          )}
          {mail.attempts > 1 ? (
            <>
              <dt>{t('records.mail.attempts')}</dt>
              <dd>{mail.attempts}</dd>
            </>
          ) : null}
          {mail.response ? (
            <>
              <dt>{t('records.mail.response')}</dt>
              <dd>{mail.response}</dd>
            </>
          ) : null}
          {mail.skippedReason ? (
            <>
              <dt>{t('records.mail.skipped')}</dt>
              <dd>{mail.skippedReason}</dd>
            </>
          ) : null}
        </dl>
        {mail.html || mail.text ? (
          <section className="mail" aria-label={t('records.mail.as_sent')}>
            <div className="mail-views" role="group" aria-label={t('records.mail.view')}>
              {(['page', 'text'] as const).map((each) => (
                <button key={each} type="button" aria-pressed={view === each} onClick={() => setView(each)}>
                  {t(`records.mail.view_${each}`)}
                </button>
              ))}
            </div>
            {view === 'page' && mail.html ? (
              <MailFrame html={mail.html} title={subject} />
            ) : (
              <pre className="mail-text" lang={mail.locale === 'zh' ? 'zh-Hans' : 'en'}>
                {mail.text ?? t('records.mail.no_text')}
              </pre>
            )}
          </section>
        ) : (
          <PageFace kind="empty" title={t('records.mail.not_written')}>
            <p>{t('records.mail.not_written_help')}</p>
          </PageFace>
        )}
      </div>
    </>
  );
}
