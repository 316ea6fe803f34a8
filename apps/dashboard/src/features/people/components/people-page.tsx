/** The people who administer or operate accounts, by name, with masked numbers. */
import { Button } from '@mantine/core';
import { PageFace } from '@daiban/ui';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { PageHead } from '../../../components/page-head.js';
import { RecordList } from '../../../components/record-list.js';
import { RecordSearch } from '../../../components/record-search.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { peopleListQuery } from '../api/list-people.js';
import { FindByNumberDialog } from './find-by-number-dialog.js';
import { IdCheckMark } from './id-check-mark.js';

export function PeoplePage() {
  const { t } = useLocale();
  const { q = '' } = useSearch({ from: '/shell/people' });
  const navigate = useNavigate();
  const mayWrite = useMay('people.write');
  const [finding, setFinding] = useState(false);
  const list = useInfiniteQuery(peopleListQuery(q));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  useEffect(() => {
    document.title = `${t('dashboard.nav.people')} · Daiban`;
  }, [t]);
  const add = (variant: 'default' | 'filled') => (
    <ButtonLink to={paths.newPerson} variant={variant} leftSection={<IconPlus size={15} aria-hidden="true" />}>
      {t('records.person.new')}
    </ButtonLink>
  );
  return (
    <>
      <PageHead
        actions={
          <>
            <RecordSearch
              label={t('records.person.search')}
              value={q}
              onChange={(words) =>
                void navigate({ to: paths.people, search: { q: words || undefined }, replace: true })
              }
            />
            <Button variant="default" onClick={() => setFinding(true)}>
              {t('numbers.find')}
            </Button>
            {mayWrite ? add('default') : null}
          </>
        }
      >
        <h1>{t('dashboard.nav.people')}</h1>
      </PageHead>
      <RecordList
        query={list}
        count={rows.length}
        empty={
          q ? (
            <PageFace
              kind="empty"
              title={t('records.nothing_found', { words: q })}
              actions={
                <ButtonLink to={paths.people} search={{}} variant="default">
                  {t('records.show_all')}
                </ButtonLink>
              }
            />
          ) : (
            <PageFace kind="empty" title={t('records.person.empty')} actions={mayWrite ? add('filled') : null}>
              <p>{t('records.person.empty_help')}</p>
            </PageFace>
          )
        }
      >
        <table className="records">
          <thead>
            <tr>
              <th scope="col">{t('records.person.name')}</th>
              <th scope="col" className="records-wide">
                {t('records.person.id_number')}
              </th>
              <th scope="col">{t('records.person.compared')}</th>
              <th scope="col" className="records-wide">
                {t('records.person.phone')}
              </th>
              <th scope="col" className="records-wide">
                {t('records.person.employer')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((person) => (
              <tr key={person.id}>
                <td className="record-name">
                  <Link
                    to={paths.person}
                    params={{ personId: person.id }}
                    lang={/\p{Script=Han}/u.test(person.name) ? 'zh-Hans' : undefined}
                  >
                    {person.name}
                  </Link>
                  <span className="records-phone record-line-note">{person.idNumberMasked ?? '–'}</span>
                </td>
                <td className="records-wide num">{person.idNumberMasked ?? <span className="dim">–</span>}</td>
                <td>
                  <IdCheckMark person={person} />
                </td>
                <td className="records-wide num">{person.phoneMasked ?? <span className="dim">–</span>}</td>
                <td className="records-wide dim">{t(`states.employer.${person.employer}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </RecordList>
      {finding ? <FindByNumberDialog onClose={() => setFinding(false)} /> : null}
    </>
  );
}
