/** What a person agreed to, for which case and by which text; a consent taken back is recorded here. */
import { Button, Textarea } from '@mantine/core';
import type { Consent } from '@daiban/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Moment } from '../../../components/moment.js';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { consentsQuery } from '../api/list-consents.js';
import { useWithdrawConsent } from '../api/withdraw-consent.js';

export function ConsentsCard({ personId }: { personId: string }) {
  const { t } = useLocale();
  const list = useInfiniteQuery(consentsQuery(personId));
  const mayWrite = useMay('people.write');
  const [open, setOpen] = useState<Consent | null>(null);
  const consents = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="card">
      <header>
        <h2>{t('records.consent.title')}</h2>
      </header>
      <div className="card-body">
        <ProblemNote error={list.error} />
        {list.isSuccess && consents.length === 0 ? <p className="quiet">{t('records.consent.empty')}</p> : null}
        <ul className="record-lines" hidden={consents.length === 0}>
          {consents.map((consent) => (
            <li key={consent.id}>
              <div>
                {t(`states.consent_purpose.${consent.purpose}`)}
                <div className="record-line-note">
                  {t('records.consent.given')} <Moment at={consent.givenAt} /> ·{' '}
                  {t('dashboard.text_version', { version: consent.textVersion })} ·{' '}
                  <Link to={paths.registration} params={{ registrationId: consent.registrationId }}>
                    {t('records.open_case')}
                  </Link>
                </div>
              </div>
              {consent.withdrawnAt ? (
                <span className="mark-turn">
                  {t('records.consent.withdrawn')} <Moment at={consent.withdrawnAt} />
                </span>
              ) : mayWrite ? (
                <Button size="xs" variant="default" onClick={() => setOpen(consent)}>
                  {t('records.consent.withdraw')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
        {list.hasNextPage ? (
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('dashboard.load_more')}
          </Button>
        ) : null}
      </div>
      {open ? <WithdrawDialog consent={open} onClose={() => setOpen(null)} /> : null}
    </section>
  );
}

function WithdrawDialog({ consent, onClose }: { consent: Consent; onClose: () => void }) {
  const { t } = useLocale();
  const withdraw = useWithdrawConsent();
  const [reason, setReason] = useState('');
  return (
    <PlainDialog
      title={t('records.consent.withdraw_title')}
      action={t('records.consent.withdraw')}
      pending={withdraw.isPending}
      error={withdraw.error}
      onSubmit={() => withdraw.mutate({ id: consent.id, reason: reason.trim() }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className="quiet">{t('records.consent.withdraw_explain')}</p>
      <Textarea
        label={t('records.consent.reason')}
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </PlainDialog>
  );
}
