/** The table of all cases: views, filters and search words stand in the address; j, k and Enter walk it, / goes to the search. */
import { Button, NativeSelect, Skeleton } from '@mantine/core';
import { PageFace } from '@daiban/ui';
import { STAGES, VERIFICATION_STATUSES } from '@daiban/domain/enumerations';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { PageHead } from '../../../components/page-head.js';
import { RecordSearch } from '../../../components/record-search.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { paths } from '../../../config/paths.js';
import { useKeyPresses } from '../../../lib/key-presses.js';
import { useLocale } from '../../../lib/locale.js';
import type { RegistrationSearch } from '../../../lib/registration-search.js';
import { useMay } from '../../../lib/session.js';
import { clientQuery } from '../api/get-client.js';
import { pipelineQuery } from '../api/get-pipeline.js';
import { registrationListQuery } from '../api/list-registrations.js';
import { RegistrationTable } from './registration-table.js';
import { ViewTabs } from './view-tabs.js';
import './registrations.css';

export function RegistrationsPage() {
  const { t } = useLocale();
  const search = useSearch({ from: '/shell/registrations' });
  const navigate = useNavigate();
  const mayCreate = useMay('registrations.write');
  const pipeline = useQuery(pipelineQuery);
  const list = useInfiniteQuery(registrationListQuery(search));
  const client = useQuery({ ...clientQuery(search.clientId ?? ''), enabled: search.clientId !== undefined });
  const searchField = useRef<HTMLInputElement>(null);
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const [active, setActive] = useState(-1);
  /** The words whose first row Enter has asked for. */
  const entered = useRef<string | null>(null);
  useEffect(() => {
    setActive(entered.current !== null && entered.current === (search.q ?? '') ? 0 : -1);
    entered.current = null;
  }, [search]);
  useEffect(() => {
    document.title = `${t('dashboard.nav.registrations')} · Daiban`;
  }, [t]);
  const change = (changes: Partial<RegistrationSearch>): void =>
    void navigate({
      to: paths.registrations,
      search: (old: RegistrationSearch) => ({ ...old, ...changes }),
      replace: true,
    });
  const move = (to: number): void => {
    setActive(Math.max(0, Math.min(rows.length - 1, to)));
    if (to >= rows.length - 1 && list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
  };
  useKeyPresses({
    j: () => move(active + 1),
    k: () => move(active - 1),
    Enter: () => {
      const row = rows[active];
      if (row) void navigate({ to: paths.registration, params: { registrationId: row.id } });
    },
    '/': () => searchField.current?.focus(),
    c: () => void (mayCreate && navigate({ to: paths.newRegistration })),
  });
  const filtered = Object.values(search).some((value) => value !== undefined);
  return (
    <>
      <PageHead
        actions={
          <>
            <RecordSearch
              ref={searchField}
              label={t('dashboard.registrations.search')}
              shortest={2}
              shortcut="/"
              value={search.q ?? ''}
              onChange={(q) => change({ q: q || undefined })}
              onEnter={(words) => {
                entered.current = words;
                setActive(0);
              }}
            />
            {mayCreate ? (
              <ButtonLink
                to={paths.newRegistration}
                variant="default"
                leftSection={<IconPlus size={15} aria-hidden="true" />}
              >
                {t('dashboard.registrations.new')}
              </ButtonLink>
            ) : null}
          </>
        }
      >
        <h1>{t('dashboard.nav.registrations')}</h1>
      </PageHead>
      <ViewTabs search={search} pipeline={pipeline.data} />
      <div className="filters">
        <NativeSelect
          size="xs"
          aria-label={t('dashboard.registrations.filter_stage')}
          value={search.stage ?? ''}
          onChange={(event) => change({ stage: STAGES.find((stage) => stage === event.currentTarget.value) })}
          data={[
            { value: '', label: t('dashboard.registrations.any_stage') },
            ...STAGES.map((value) => ({ value, label: t(`states.stage.${value}`) })),
          ]}
        />
        <NativeSelect
          size="xs"
          aria-label={t('dashboard.registrations.filter_verification')}
          value={search.verification ?? ''}
          onChange={(event) =>
            change({ verification: VERIFICATION_STATUSES.find((status) => status === event.currentTarget.value) })
          }
          data={[
            { value: '', label: t('dashboard.registrations.any_verification') },
            ...VERIFICATION_STATUSES.map((value) => ({ value, label: t(`states.verification.${value}`) })),
          ]}
        />
        {search.clientId ? (
          <Button
            size="xs"
            variant="default"
            rightSection={<IconX size={12} aria-hidden="true" />}
            onClick={() => change({ clientId: undefined })}
            aria-label={t('dashboard.registrations.without_client', { client: client.data?.name ?? '' })}
          >
            {client.data?.name ?? '…'}
          </Button>
        ) : null}
        {filtered ? (
          <Button size="xs" variant="subtle" onClick={() => void navigate({ to: paths.registrations, search: {} })}>
            {t('dashboard.registrations.clear')}
          </Button>
        ) : null}
        <span className="filters-count" role="status">
          {list.isSuccess
            ? t('dashboard.registrations.shown', { shown: rows.length, more: list.hasNextPage ? '+' : '' })
            : ''}
        </span>
      </div>
      {list.isPending ? (
        <div aria-busy="true" aria-label={t('dashboard.loading')}>
          {Array.from({ length: 12 }, (_, index) => (
            <div key={index} className="row-skeleton">
              <Skeleton height={10} width={`${20 + (index % 3) * 6}%`} />
              <Skeleton height={10} width="14%" />
              <Skeleton height={10} width="18%" />
            </div>
          ))}
        </div>
      ) : null}
      {list.isError && rows.length === 0 ? (
        <div className="page-body">
          <ProblemNote error={list.error} />
          <Button mt={12} onClick={() => void list.refetch()}>
            {t('dashboard.try_again')}
          </Button>
        </div>
      ) : null}
      {list.isSuccess && rows.length === 0 ? <Empty filtered={filtered} mayCreate={mayCreate} /> : null}
      {rows.length > 0 ? <RegistrationTable rows={rows} active={active} onActivate={setActive} /> : null}
      {list.hasNextPage ? (
        <div className="load-more">
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('dashboard.load_more')}
          </Button>
        </div>
      ) : null}
      <footer className="keys" aria-hidden="true">
        <span>
          <kbd>J</kbd>
          <kbd>K</kbd> {t('dashboard.keys.move')}
        </span>
        <span>
          <kbd>Enter</kbd> {t('dashboard.keys.open')}
        </span>
        <span>
          <kbd>/</kbd> {t('dashboard.keys.search')}
        </span>
        {mayCreate ? (
          <span>
            <kbd>C</kbd> {t('dashboard.registrations.new')}
          </span>
        ) : null}
      </footer>
    </>
  );
}

function Empty({ filtered, mayCreate }: { filtered: boolean; mayCreate: boolean }) {
  const { t } = useLocale();
  if (filtered) {
    return (
      <PageFace
        kind="empty"
        title={t('dashboard.registrations.no_match')}
        actions={
          <ButtonLink to={paths.registrations} search={{}} variant="default">
            {t('dashboard.registrations.clear')}
          </ButtonLink>
        }
      >
        <p>{t('dashboard.registrations.no_match_help')}</p>
      </PageFace>
    );
  }
  return (
    <PageFace
      kind="empty"
      title={t('dashboard.registrations.empty')}
      actions={
        mayCreate ? (
          <>
            <ButtonLink to={paths.newRegistration}>{t('dashboard.registrations.new')}</ButtonLink>
            <ButtonLink to={paths.imports} variant="default">
              {t('dashboard.registrations.import')}
            </ButtonLink>
          </>
        ) : null
      }
    >
      <p>{t('dashboard.registrations.empty_help')}</p>
    </PageFace>
  );
}
