/** The frame of a record's own page: where it stands, the title of the tab, and what is shown while the record loads, is not there or cannot be read. */
import { PageFace } from '@daiban/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { isNotFound } from '../lib/describe-problem.js';
import { useLocale } from '../lib/locale.js';
import { ButtonLink } from './button-link.js';
import { PageHead } from './page-head.js';
import { RecordLoading } from './record-loading.js';
import './records.css';

export interface RecordPageProps<Shown> {
  query: UseQueryResult<Shown>;
  /** The page it is one of. */
  list: { to: NonNullable<LinkProps['to']>; label: string };
  /** What it is called. */
  nameOf: (record: Shown) => string;
  children: (record: Shown) => ReactNode;
}

export function RecordPage<Shown>({ query, list, nameOf, children }: RecordPageProps<Shown>) {
  const { t } = useLocale();
  const record = query.data;
  const name = record === undefined ? null : nameOf(record);
  useEffect(() => {
    if (name !== null) document.title = `${name} · Daiban`;
  }, [name]);
  return (
    <>
      <PageHead>
        <nav className="crumbs" aria-label={t('dashboard.crumbs')}>
          <Link to={list.to}>{list.label}</Link>
          <span aria-current="page">{name ?? '…'}</span>
        </nav>
      </PageHead>
      {isNotFound(query.error) ? (
        <PageFace
          kind="not_found"
          title={t('records.not_found')}
          actions={<ButtonLink to={list.to}>{list.label}</ButtonLink>}
        />
      ) : record === undefined ? (
        <RecordLoading error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        children(record)
      )}
    </>
  );
}
