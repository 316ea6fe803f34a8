/** The address pool: who has which address, until when and why; state and words stand in the address. */
import { NativeSelect, UnstyledButton } from '@mantine/core';
import type { AccountEmail } from '@daiban/contracts';
import { EMAIL_STATES } from '@daiban/domain/enumerations';
import { PageFace } from '@daiban/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { Moment } from '../../../components/moment.js';
import { PageHead } from '../../../components/page-head.js';
import { RecordList } from '../../../components/record-list.js';
import { RecordSearch } from '../../../components/record-search.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { emailListQuery } from '../api/list-emails.js';
import { EmailCheckDialog } from './email-check-dialog.js';
import { EmailDialog } from './email-dialog.js';
import { EmailMark } from './email-mark.js';
import './emails.css';

export function EmailsPage() {
  const { t } = useLocale();
  const { state, q = '' } = useSearch({ from: '/shell/emails' });
  const navigate = useNavigate();
  const mayWrite = useMay('emails.write');
  const mayOpen = useMay('registrations.write');
  const list = useInfiniteQuery(emailListQuery(state, q));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const [shown, setShown] = useState<{ id: string; what: 'details' | 'check' } | null>(null);
  const email = rows.find(({ id }) => id === shown?.id);
  useEffect(() => {
    document.title = `${t('pool.title')} · Daiban`;
  }, [t]);
  const search = (change: { state?: AccountEmail['state'] | undefined; q?: string | undefined }): void =>
    void navigate({ to: paths.emails, search: { state, q: q || undefined, ...change }, replace: true });
  return (
    <>
      <PageHead
        actions={
          <RecordSearch label={t('pool.search')} value={q} onChange={(words) => search({ q: words || undefined })} />
        }
      >
        <h1>{t('pool.title')}</h1>
      </PageHead>
      <div className="record-filters">
        <NativeSelect
          size="xs"
          aria-label={t('pool.filter')}
          value={state ?? ''}
          onChange={(event) => search({ state: EMAIL_STATES.find((each) => each === event.currentTarget.value) })}
          data={[
            { value: '', label: t('pool.any_state') },
            ...EMAIL_STATES.map((value) => ({ value, label: t(`states.email_state.${value}`) })),
          ]}
        />
        <p className="quiet pool-explain">{t('pool.explain')}</p>
      </div>
      <RecordList
        query={list}
        count={rows.length}
        empty={
          state || q ? (
            <PageFace
              kind="empty"
              title={t('pool.none_found')}
              actions={
                <ButtonLink to={paths.emails} search={{}} variant="default">
                  {t('records.show_all')}
                </ButtonLink>
              }
            />
          ) : (
            <PageFace
              kind="empty"
              title={t('pool.empty')}
              actions={
                mayOpen ? <ButtonLink to={paths.newRegistration}>{t('dashboard.registrations.new')}</ButtonLink> : null
              }
            >
              <p>{t('pool.empty_help')}</p>
            </PageFace>
          )
        }
      >
        <table className="records">
          <thead>
            <tr>
              <th scope="col">{t('pool.address')}</th>
              <th scope="col">{t('pool.state')}</th>
              <th scope="col" className="records-wide">
                {t('pool.until')}
              </th>
              <th scope="col" className="records-wide">
                {t('pool.held_for')}
              </th>
              <th scope="col" className="records-wide">
                {t('pool.checked')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((each) => (
              <tr key={each.id}>
                <td className="record-name">
                  <UnstyledButton
                    className="pool-address"
                    aria-label={t('pool.open', { address: each.address })}
                    onClick={() => setShown({ id: each.id, what: 'details' })}
                  >
                    {each.address}
                  </UnstyledButton>
                  <span className="records-phone record-line-note">{each.registration?.accountName ?? ''}</span>
                </td>
                <td>
                  <EmailMark state={each.state} />
                  <span className="records-phone record-line-note">
                    {each.until ? t('pool.until') : null} <Until {...each} />
                  </span>
                </td>
                <td className="records-wide dim">
                  <Until {...each} />
                </td>
                <td className="records-wide">
                  {each.registration ? (
                    <>
                      <Link to={paths.registration} params={{ registrationId: each.registration.id }}>
                        {each.registration.accountName}
                      </Link>{' '}
                      <span className="dim">{each.registration.clientName}</span>
                    </>
                  ) : (
                    <span className="dim">–</span>
                  )}
                </td>
                <td className="records-wide dim">
                  {each.lastCheck ? t(`states.email_check.${each.lastCheck.result}`) : t('pool.never_checked')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </RecordList>
      {email && shown?.what === 'details' ? (
        <EmailDialog
          email={email}
          onCheck={mayWrite ? () => setShown({ id: email.id, what: 'check' }) : undefined}
          onClose={() => setShown(null)}
        />
      ) : null}
      {email && shown?.what === 'check' ? <EmailCheckDialog email={email} onClose={() => setShown(null)} /> : null}
    </>
  );
}

/** How long the address is what it is: a day, or in words what has to happen first. */
function Until({ until, state }: AccountEmail) {
  const { t } = useLocale();
  return until ? <Moment at={until} /> : t(`pool.until_none.${state}`);
}
