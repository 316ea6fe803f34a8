/** One person: masked numbers, who compared them, the accounts that stand on them, and what they agreed to. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { RecordPage } from '../../../components/record-page.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { personQuery } from '../api/get-person.js';
import { ConsentsCard } from './consents-card.js';
import { IdCheckCard } from './id-check-card.js';
import { MaskedNumber } from './masked-number.js';
import { PersonAccountsCard } from './person-accounts-card.js';
import { PersonEditForm } from './person-edit-form.js';
import { SeatCounter } from '../../../components/seat-counter.js';

/** @param history what happened to the person, for who may see it */
export function PersonPage({ history }: { history: (personId: string) => ReactNode }) {
  const { t } = useLocale();
  const { personId } = useParams({ from: '/shell/people/$personId' });
  const found = useQuery(personQuery(personId));
  const mayWrite = useMay('people.write');
  const mayReveal = useMay('people.reveal');
  const [editing, setEditing] = useState(false);
  return (
    <RecordPage query={found} list={{ to: paths.people, label: t('dashboard.nav.people') }} nameOf={({ name }) => name}>
      {(person) =>
        editing ? (
          <PersonEditForm person={person} onDone={() => setEditing(false)} />
        ) : (
          <div className="page-body record-page">
            <div className="record-head">
              <div>
                <h1>
                  <span lang={/\p{Script=Han}/u.test(person.name) ? 'zh-Hans' : undefined}>{person.name}</span>
                </h1>
                <p className="quiet">{t(`states.employer.${person.employer}`)}</p>
              </div>
              {mayWrite ? (
                <Button variant="default" onClick={() => setEditing(true)}>
                  {t('records.change')}
                </Button>
              ) : null}
            </div>
            <IdCheckCard person={person} />
            <section className="card">
              <header>
                <h2>{t('records.person.wechat')}</h2>
              </header>
              <div className="card-body">
                <dl className="record-facts">
                  <dt>{t('records.person.phone')}</dt>
                  <dd className="num">
                    <MaskedNumber
                      personId={person.id}
                      what="phone"
                      masked={person.phoneMasked}
                      none={t('records.person.phone_none')}
                    />
                  </dd>
                  <dt>{t('records.person.has_phone_short')}</dt>
                  <dd>{t(person.wechatHasPhone ? 'records.yes' : 'records.not_said')}</dd>
                  <dt>{t('records.person.has_card_short')}</dt>
                  <dd>{t(person.wechatHasOwnCard ? 'records.yes' : 'records.not_said')}</dd>
                </dl>
              </div>
            </section>
            <section className="card">
              <header>
                <h2>{t('records.seats.title')}</h2>
              </header>
              <div className="card-body">
                <div className="seats-grid">
                  <SeatCounter kind="admin_id" use={person.counters.adminId} />
                  <SeatCounter kind="admin_phone" use={person.counters.adminPhone} />
                  <SeatCounter kind="admin_wechat" use={person.counters.adminWechat} />
                </div>
              </div>
            </section>
            <PersonAccountsCard person={person} />
            <ConsentsCard personId={person.id} />
            {mayReveal ? history(person.id) : null}
          </div>
        )
      }
    </RecordPage>
  );
}
