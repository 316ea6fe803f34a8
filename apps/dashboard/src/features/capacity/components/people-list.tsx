/** Person by person: the accounts on their ID, phone and WeChat, the seats they operate on, and what happens when they leave. */
import type { PersonCapacity } from '@daiban/contracts';
import { PageFace } from '@daiban/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ButtonLink } from '../../../components/button-link.js';
import { RecordList } from '../../../components/record-list.js';
import { SeatCounter } from '../../../components/seat-counter.js';
import { WhatIfButton } from '../../../components/what-if-drawer.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { peopleCapacityQuery } from '../api/list-people-capacity.js';

export function PeopleList({ q }: { q: string }) {
  const { t } = useLocale();
  const list = useInfiniteQuery(peopleCapacityQuery(q));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <RecordList
      query={list}
      count={rows.length}
      empty={
        q ? (
          <PageFace
            kind="empty"
            title={t('records.nothing_found', { words: q })}
            actions={
              <ButtonLink to={paths.capacity} search={{ view: 'people' }} variant="default">
                {t('records.show_all')}
              </ButtonLink>
            }
          />
        ) : (
          <PageFace kind="empty" title={t('capacity.people_empty')}>
            <p>{t('capacity.people_empty_help')}</p>
          </PageFace>
        )
      }
    >
      <ul className="capacity-list">
        {rows.map((row) => (
          <OnePerson key={row.person.id} {...row} />
        ))}
      </ul>
    </RecordList>
  );
}

function OnePerson({ person, adminId, adminPhone, adminWechat, operator }: PersonCapacity) {
  const { t } = useLocale();
  return (
    <li className="capacity-item capacity-person">
      <div className="capacity-who">
        <h2>
          <Link
            to={paths.person}
            params={{ personId: person.id }}
            lang={/\p{Script=Han}/u.test(person.name) ? 'zh-Hans' : undefined}
          >
            {person.name}
          </Link>
        </h2>
        <p className="quiet">{t(`states.employer.${person.employer}`)}</p>
        <WhatIfButton gone={{ personLeaves: person.id }} name={person.name} />
      </div>
      <div className="seats-grid">
        <SeatCounter kind="admin_id" use={adminId} />
        <SeatCounter kind="admin_phone" use={adminPhone} />
        <SeatCounter kind="admin_wechat" use={adminWechat} />
        <SeatCounter
          title={t('capacity.operators.accounts')}
          use={{ reserved: operator.used, planned: 0, elsewhere: 0, limit: operator.limit, rule: operator.rule }}
        />
      </div>
    </li>
  );
}
