/** Places under Tencent's limits: licence by licence or person by person, drawn as seats, with who holds them and what happens when somebody is gone. */
import { NativeSelect } from '@mantine/core';
import { CAPACITY_FILTERS } from '@daiban/contracts';
import { LICENCE_OWNERS } from '@daiban/domain/enumerations';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { PageHead } from '../../../components/page-head.js';
import { RecordSearch } from '../../../components/record-search.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { LicenceList } from './licence-list.js';
import { PeopleList } from './people-list.js';
import './capacity.css';

export function CapacityPage() {
  const { t } = useLocale();
  const search = useSearch({ from: '/shell/capacity' });
  const navigate = useNavigate();
  const maySeePeople = useMay('people.read');
  const byPerson = search.view === 'people' && maySeePeople;
  useEffect(() => {
    document.title = `${t('capacity.title')} · Daiban`;
  }, [t]);
  const change = (changed: Partial<typeof search>): void =>
    void navigate({ to: paths.capacity, search: { ...search, ...changed }, replace: true });
  return (
    <>
      <PageHead
        actions={
          <RecordSearch
            key={byPerson ? 'people' : 'licences'}
            label={t(byPerson ? 'capacity.search_people' : 'capacity.search_licences')}
            value={search.q ?? ''}
            onChange={(words) => change({ q: words || undefined })}
          />
        }
      >
        <h1>{t('capacity.title')}</h1>
      </PageHead>
      <div className="capacity-bar">
        {maySeePeople ? (
          <nav className="capacity-views" aria-label={t('capacity.views')}>
            <Link
              to={paths.capacity}
              search={{}}
              activeProps={{}}
              aria-current={byPerson ? undefined : 'true'}
              className={byPerson ? undefined : 'capacity-here'}
            >
              {t('capacity.licences')}
            </Link>
            <Link
              to={paths.capacity}
              search={{ view: 'people' }}
              activeProps={{}}
              aria-current={byPerson ? 'true' : undefined}
              className={byPerson ? 'capacity-here' : undefined}
            >
              {t('capacity.people')}
            </Link>
          </nav>
        ) : null}
        {byPerson ? null : (
          <div className="capacity-filters">
            <NativeSelect
              aria-label={t('capacity.filter')}
              value={search.show ?? 'all'}
              onChange={(event) => {
                const show = CAPACITY_FILTERS.find((each) => each === event.currentTarget.value);
                change({ show: show === 'all' ? undefined : show });
              }}
              data={CAPACITY_FILTERS.map((show) => ({ value: show, label: t(`capacity.show.${show}`) }))}
            />
            <NativeSelect
              aria-label={t('capacity.owner_filter')}
              value={search.licenceOf ?? ''}
              onChange={(event) =>
                change({ licenceOf: LICENCE_OWNERS.find((owner) => owner === event.currentTarget.value) })
              }
              data={[
                { value: '', label: t('capacity.any_owner') },
                ...LICENCE_OWNERS.map((owner) => ({ value: owner, label: t(`states.licence_of.${owner}`) })),
              ]}
            />
          </div>
        )}
      </div>
      {byPerson ? (
        <PeopleList q={search.q ?? ''} />
      ) : (
        <LicenceList filters={{ q: search.q, show: search.show, licenceOf: search.licenceOf }} />
      )}
    </>
  );
}
