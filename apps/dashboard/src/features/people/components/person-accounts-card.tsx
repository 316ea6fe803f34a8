/** The accounts that a person administers or operates, how many seats they take, and what happens when they leave. */
import type { Person } from '@daiban/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ProblemNote } from '../../../components/problem-note.js';
import { SeatCounter } from '../../../components/seat-counter.js';
import { WhatIfButton } from '../../../components/what-if-drawer.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { personCapacityQuery } from '../api/get-person-capacity.js';

export function PersonAccountsCard({ person }: { person: Person }) {
  const { t } = useLocale();
  const capacity = useQuery(personCapacityQuery(person.id));
  const accounts = capacity.data?.accounts ?? [];
  const seats = capacity.data?.operator;
  return (
    <section className="card">
      <header>
        <h2>{t('capacity.person.accounts')}</h2>
        <WhatIfButton gone={{ personLeaves: person.id }} name={person.name} />
      </header>
      <div className="card-body stack">
        <ProblemNote error={capacity.error} />
        {capacity.isSuccess && accounts.length === 0 ? (
          <p className="quiet">{t('capacity.person.no_accounts')}</p>
        ) : null}
        <ul className="person-accounts">
          {accounts.map(({ registrationId, accountName, clientName, tie, state, endsOn }) => (
            <li key={`${registrationId}.${tie}`}>
              <Link to={paths.registration} params={{ registrationId }}>
                {accountName}
              </Link>{' '}
              <span className="quiet">
                {clientName} · {t(`capacity.tie.${tie}`)} · {t(`states.registration.${state}`)}
                {endsOn ? ` · ${t('capacity.operators.until', { on: endsOn })}` : ''}
              </span>
            </li>
          ))}
        </ul>
        {seats && seats.used > 0 ? (
          <SeatCounter
            title={t('capacity.operators.accounts')}
            use={{ reserved: seats.used, planned: 0, elsewhere: 0, limit: seats.limit, rule: seats.rule }}
          />
        ) : null}
      </div>
    </section>
  );
}
