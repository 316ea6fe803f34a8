/** An import that was started: how far it is, then each row with where it went or why it stayed out. Reached again by its address. */
import { PageFace } from '@daiban/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { RecordLoading } from '../../../components/record-loading.js';
import { paths } from '../../../config/paths.js';
import { isNotFound } from '../../../lib/describe-problem.js';
import { useLocale } from '../../../lib/locale.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';
import { importQuery, isRunning } from '../api/get-import.js';
import { isHeldBack } from '../outcome-words.js';
import { ImportRows } from './import-rows.js';

export function ImportResult({ id }: { id: string }) {
  const { t } = useLocale();
  const found = useQuery(importQuery(id));
  const queryClient = useQueryClient();
  const run = found.data;
  const status = run?.status;
  useEffect(() => {
    // It made clients, people, cases and addresses: every list is stale at once.
    if (status === 'done' || status === 'failed')
      void refresh(
        queryClient,
        queryKeys.registrations,
        queryKeys.clients,
        queryKeys.people,
        queryKeys.subjects,
        queryKeys.emails,
      );
  }, [status, queryClient]);
  if (isNotFound(found.error)) {
    return (
      <PageFace
        kind="not_found"
        title={t('records.not_found')}
        actions={
          <ButtonLink to={paths.imports} search={{}}>
            {t('records.import.start')}
          </ButtonLink>
        }
      />
    );
  }
  if (!run) return <RecordLoading error={found.error} onRetry={() => void found.refetch()} />;
  const handled = run.rows.filter(({ outcome }) => outcome !== 'create' && outcome !== 'create_with_problems').length;
  const held = run.rows.filter(({ outcome }) => isHeldBack(outcome)).length;
  const came = run.rows.filter(({ outcome }) => outcome === 'created' || outcome === 'created_with_problems').length;
  return (
    <>
      <div className="page-body import-head">
        <div className="record-head">
          <div>
            <h1>{run.fileName}</h1>
            <p className={`quiet ${run.status === 'failed' ? 'mark-turn' : ''}`} role="status">
              {isRunning(run.status)
                ? t('records.import.running', { handled, all: run.rows.length })
                : run.status === 'failed'
                  ? t('records.import.failed')
                  : t('records.import.done', { came })}
              {run.status === 'done' && held > 0 ? (
                <span className="next-sentence">{t('records.import.done_held', { count: held })}</span>
              ) : null}
            </p>
          </div>
          {isRunning(run.status) ? null : (
            <>
              <ButtonLink to={paths.imports} search={{}} variant="subtle">
                {t('records.import.another')}
              </ButtonLink>
              <ButtonLink to={paths.registrations} search={{}}>
                {t('records.import.show_cases')}
              </ButtonLink>
            </>
          )}
        </div>
        {isRunning(run.status) ? (
          <progress
            className="import-progress"
            value={handled}
            max={Math.max(1, run.rows.length)}
            aria-label={t('records.import.progress')}
          />
        ) : null}
      </div>
      <ImportRows run={run} />
    </>
  );
}
