/** One mail: to whom, what became of it, and the mail itself as it was sent, as a page or as plain text. */
import type { Delivery } from '@daiban/contracts';
import { PageFace } from '@daiban/ui';
import { formatDate } from '@daiban/i18n';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Moment } from '../../../components/moment.js';
import { RecordPage } from '../../../components/record-page.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useBusinessTime } from '../../../lib/session.js';
import { deliveryQuery } from '../api/get-delivery.js';
import { DeliveryMark } from './delivery-mark.js';
import { MailFrame } from '../../../components/mail-frame.js';
import './mail.css';

export function MailPage() {
  const { t, locale } = useLocale();
  const { today } = useBusinessTime();
  const { deliveryId } = useParams({ from: '/shell/outbox/$deliveryId' });
  const found = useQuery(deliveryQuery(deliveryId));
  const [view, setView] = useState<'page' | 'text'>('page');
  const subjectOf = (mail: Delivery) => mail.subject ?? t('records.mail.not_written');
  return (
    <RecordPage query={found} list={{ to: paths.outbox, label: t('dashboard.nav.outbox') }} nameOf={subjectOf}>
      {(mail) => (
        <div className="page-body record-page">
          <div className="record-head">
            <div>
              <h1>
                <span lang={mail.locale === 'zh' ? 'zh-Hans' : 'en'}>{subjectOf(mail)}</span>
              </h1>
            </div>
            <DeliveryMark state={mail.state} />
          </div>
          <dl className="record-facts">
            <dt>{t('records.mail.receiver')}</dt>
            <dd>
              {mail.receiverName} {mail.toAddress ? <span className="dim">{`<${mail.toAddress}>`}</span> : null}
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
                <MailFrame html={mail.html} title={subjectOf(mail)} />
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
      )}
    </RecordPage>
  );
}
