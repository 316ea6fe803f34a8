/** The question "what if they leave, or it is blocked" and its answer: how much is touched, and need by need the accounts that have it. */
import { Button, Drawer, Skeleton } from '@mantine/core';
import type { TouchedAccount } from '@daiban/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../config/paths.js';
import { useLocale } from '../lib/locale.js';
import { useReturnFocus } from '../lib/return-focus.js';
import { whatIfQuery, type Gone } from '../lib/what-if-query.js';
import { ProblemNote } from './problem-note.js';
import { RuleWhy } from './rule-why.js';
import './what-if.css';

export interface WhatIfProps {
  gone: Gone;
  name: string;
}

export function WhatIfButton({ gone, name }: WhatIfProps) {
  const { t } = useLocale();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
        {t('personLeaves' in gone ? 'capacity.what_if.person' : 'capacity.what_if.subject')}
        <span className="visually-hidden"> {name}</span>
      </Button>
      {open ? <WhatIfDrawer gone={gone} name={name} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function WhatIfDrawer({ gone, name, onClose }: WhatIfProps & { onClose: () => void }) {
  useReturnFocus();
  const { t } = useLocale();
  const answer = useQuery(whatIfQuery(gone));
  const title = t('personLeaves' in gone ? 'capacity.what_if.person_title' : 'capacity.what_if.subject_title', {
    name,
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      padding="lg"
      classNames={{ title: 'what-if-title' }}
      title={title}
      closeButtonProps={{ 'aria-label': t('dashboard.close') }}
    >
      <ProblemNote error={answer.error} />
      {answer.isPending ? (
        <div aria-busy="true" aria-label={t('dashboard.loading')}>
          <Skeleton height={14} width="70%" />
          <Skeleton height={64} mt={16} radius={8} />
          <Skeleton height={64} mt={8} radius={8} />
        </div>
      ) : null}
      {answer.data ? <Answer {...answer.data} /> : null}
    </Drawer>
  );
}

interface AnswerProps {
  accounts: readonly TouchedAccount[];
  totals: { accounts: number; clients: number; openCases: number; renewals: number };
  horizonOn: string;
}

function Answer({ accounts, totals, horizonOn }: AnswerProps) {
  const { t } = useLocale();
  if (accounts.length === 0) return <p>{t('capacity.what_if.nothing')}</p>;
  return (
    <div className="stack">
      <ul className="what-if-totals" aria-label={t('capacity.what_if.touched')}>
        <li>{t('capacity.what_if.accounts', { count: totals.accounts })}</li>
        <li>{t('capacity.what_if.clients', { count: totals.clients })}</li>
        {totals.openCases > 0 ? <li>{t('capacity.what_if.open', { count: totals.openCases })}</li> : null}
        {totals.renewals > 0 ? (
          <li>{t('capacity.what_if.renewals', { count: totals.renewals, on: horizonOn })}</li>
        ) : null}
      </ul>
      {byNeed(accounts).map(([first, ...others]) => (
        <section key={`${first.need}.${first.rule?.id}`} className="what-if-need">
          <h3>{first.needText}</h3> <RuleWhy rule={first.rule} what={first.needText} />
          <ul>
            {[first, ...others].map((account) => (
              <Account key={`${account.registrationId}.${account.tie}`} {...account} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Account(account: TouchedAccount) {
  const { t } = useLocale();
  return (
    <li>
      <p className="what-if-account">
        <Link to={paths.registration} params={{ registrationId: account.registrationId }}>
          {account.accountName}
        </Link>
        <span className="quiet">
          {account.clientName} · {t(`capacity.tie.${account.tie}`)} · {t(`states.registration.${account.state}`)}
        </span>
      </p>
      {account.renewalDueOn ? (
        <p className="turn">{t('capacity.what_if.renewal_due', { on: account.renewalDueOn })}</p>
      ) : null}
      {account.hasOpenOrder ? <p className="quiet">{t('capacity.what_if.open_order')}</p> : null}
    </li>
  );
}

type OneNeed = [TouchedAccount, ...TouchedAccount[]];

/** Accounts that need the same by the same rule together, in the order the API names them first. */
function byNeed(accounts: readonly TouchedAccount[]): readonly OneNeed[] {
  const groups = new Map<string, OneNeed>();
  for (const account of accounts) {
    const key = `${account.need}.${account.rule?.id}`;
    const group = groups.get(key);
    if (group) group.push(account);
    else groups.set(key, [account]);
  }
  return [...groups.values()];
}
