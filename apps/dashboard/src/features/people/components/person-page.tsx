/** One person: masked numbers, who compared them, the accounts that stand on them, and what they agreed to. */
import { Button } from '@mantine/core';
import { PageFace } from '@daiban/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { PageHead } from '../../../components/page-head.js';
import { RecordLoading } from '../../../components/record-loading.js';
import '../../../components/records.css';
import { paths } from '../../../config/paths.js';
import { isNotFound } from '../../../lib/describe-problem.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { personQuery } from '../api/get-person.js';
import { ConsentsCard } from './consents-card.js';
import { IdCheckCard } from './id-check-card.js';
import { PersonAccountsCard } from './person-accounts-card.js';
import { PersonEditForm } from './person-edit-form.js';
import { SeatCounter } from '../../../components/seat-counter.js';

export function PersonPage() {
  const { t } = useLocale();
  const { personId } = useParams({ from: '/shell/people/$personId' });
  const found = useQuery(personQuery(personId));
  const mayWrite = useMay('people.write');
  const [editing, setEditing] = useState(false);
  const person = found.data;
  useEffect(() => {
    if (person) document.title = `${person.name} · Daiban`;
  }, [person]);
  const head = (
    <PageHead>
      <nav className="crumbs" aria-label={t('dashboard.crumbs')}>
        <Link to={paths.people}>{t('dashboard.nav.people')}</Link>
        <span aria-current="page">{person?.name ?? '…'}</span>
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
          actions={<ButtonLink to={paths.people}>{t('dashboard.nav.people')}</ButtonLink>}
        />
      </>
    );
  }
  if (!person) {
    return (
      <>
        {head}
        <RecordLoading error={found.error} onRetry={() => void found.refetch()} />
      </>
    );
  }
  if (editing) {
    return (
      <>
        {head}
        <PersonEditForm person={person} onDone={() => setEditing(false)} />
      </>
    );
  }
  const { counters } = person;
  return (
    <>
      {head}
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
              <dd className="num">{person.phoneMasked ?? t('records.person.phone_none')}</dd>
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
              <SeatCounter kind="admin_id" use={counters.adminId} />
              <SeatCounter kind="admin_phone" use={counters.adminPhone} />
              <SeatCounter kind="admin_wechat" use={counters.adminWechat} />
            </div>
          </div>
        </section>
        <PersonAccountsCard person={person} />
        <ConsentsCard personId={person.id} />
      </div>
    </>
  );
}
