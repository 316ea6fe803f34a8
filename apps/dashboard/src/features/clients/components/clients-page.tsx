/** The clients of the agency by name, searched and read page by page. */
import { PageFace } from '@daiban/ui';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { PageHead } from '../../../components/page-head.js';
import { RecordList } from '../../../components/record-list.js';
import { RecordSearch } from '../../../components/record-search.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { regionName } from '../../../lib/region-name.js';
import { useMay } from '../../../lib/session.js';
import { clientListQuery } from '../api/list-clients.js';

export function ClientsPage() {
  const { t, locale } = useLocale();
  const { q = '' } = useSearch({ from: '/shell/clients' });
  const navigate = useNavigate();
  const mayWrite = useMay('clients.write');
  const list = useInfiniteQuery(clientListQuery(q));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  useEffect(() => {
    document.title = `${t('dashboard.nav.clients')} · Daiban`;
  }, [t]);
  return (
    <>
      <PageHead
        actions={
          <>
            <RecordSearch
              label={t('records.client.search')}
              value={q}
              onChange={(words) =>
                void navigate({ to: paths.clients, search: { q: words || undefined }, replace: true })
              }
            />
            {mayWrite ? (
              <ButtonLink
                to={paths.newClient}
                variant="default"
                leftSection={<IconPlus size={15} aria-hidden="true" />}
              >
                {t('records.client.new')}
              </ButtonLink>
            ) : null}
          </>
        }
      >
        <h1>{t('dashboard.nav.clients')}</h1>
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
                <ButtonLink to={paths.clients} search={{}} variant="default">
                  {t('records.show_all')}
                </ButtonLink>
              }
            />
          ) : (
            <PageFace
              kind="empty"
              title={t('records.client.empty')}
              actions={
                mayWrite ? (
                  <>
                    <ButtonLink to={paths.newClient}>{t('records.client.add')}</ButtonLink>
                    <ButtonLink to={paths.imports} variant="default">
                      {t('records.import.start')}
                    </ButtonLink>
                  </>
                ) : null
              }
            >
              <p>{t('records.client.empty_help')}</p>
            </PageFace>
          )
        }
      >
        <table className="records">
          <thead>
            <tr>
              <th scope="col">{t('records.client.name')}</th>
              <th scope="col" className="records-wide">
                {t('records.client.country')}
              </th>
              <th scope="col" className="records-wide">
                {t('records.client.contact')}
              </th>
              <th scope="col">{t('records.client.open')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, countryCode, contacts, openRegistrations }) => (
              <tr key={id}>
                <td className="record-name">
                  <Link to={paths.client} params={{ clientId: id }}>
                    {name}
                  </Link>
                  <span className="records-phone record-line-note">{regionName(countryCode, locale)}</span>
                </td>
                <td className="records-wide">{regionName(countryCode, locale)}</td>
                <td className="records-wide">
                  {contacts[0] ? (
                    <>
                      {contacts[0].name} <span className="dim">{contacts[0].email}</span>
                    </>
                  ) : (
                    <span className="mark-turn">{t('records.client.no_contact')}</span>
                  )}
                </td>
                <td>
                  {openRegistrations > 0 ? (
                    <Link to={paths.registrations} search={{ clientId: id }}>
                      {openRegistrations}
                    </Link>
                  ) : (
                    <span className="dim">0</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </RecordList>
    </>
  );
}
