/** The faces of a list that comes page by page: rows to come, an error with a way on, nothing yet, the rows, and more of them. */
import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocale } from '../lib/locale.js';
import { ProblemNote } from './problem-note.js';
import './records.css';

/** What the list needs of an infinite query (or of a plain one, which has no next page). */
export interface RecordListQuery {
  isPending: boolean;
  isError: boolean;
  error: unknown;
  refetch: () => unknown;
  hasNextPage?: boolean;
  isFetchingNextPage?: boolean;
  fetchNextPage?: () => unknown;
}

export interface RecordListProps {
  query: RecordListQuery;
  /** Rows that have arrived. */
  count: number;
  /** Shown when there is nothing: teaches the next step. */
  empty: ReactNode;
  /** The table. */
  children: ReactNode;
}

export function RecordList({ query, count, empty, children }: RecordListProps) {
  const { t } = useLocale();
  if (query.isPending) {
    return (
      <div aria-busy="true" aria-label={t('dashboard.loading')}>
        {Array.from({ length: 8 }, (_, index) => (
          <div key={index} className="record-skeleton">
            <Skeleton height={10} width={`${22 + (index % 3) * 6}%`} />
            <Skeleton height={10} width="16%" />
            <Skeleton height={10} width="12%" />
          </div>
        ))}
      </div>
    );
  }
  const problem = query.isError ? (
    <div className="page-body">
      <ProblemNote error={query.error} />
      <Button mt={12} variant="default" onClick={() => void query.refetch()}>
        {t('dashboard.try_again')}
      </Button>
    </div>
  ) : null;
  if (count === 0) return problem ?? empty;
  return (
    <>
      {children}
      {problem}
      {query.hasNextPage ? (
        <div className="record-more">
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage?.()}>
            {t('dashboard.load_more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
