/** One record that is still coming or could not be read; keeps the place of its head and its first lines. */
import { Button, Skeleton } from '@mantine/core';
import { describeProblem, isForbidden } from '../lib/describe-problem.js';
import { useLocale } from '../lib/locale.js';
import { ProblemNote } from './problem-note.js';

export function RecordLoading({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useLocale();
  if (error) {
    return (
      <div className="page-body">
        <h1 className="visually-hidden">{describeProblem(error, t).title}</h1>
        <ProblemNote error={error} />
        {isForbidden(error) ? null : (
          <Button mt={12} variant="default" onClick={onRetry}>
            {t('dashboard.try_again')}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div className="page-body" aria-busy="true" aria-label={t('dashboard.loading')}>
      <Skeleton height={28} width={220} />
      <Skeleton height={12} width="40%" mt={14} />
      <Skeleton height={120} mt={24} radius={10} />
      <Skeleton height={120} mt={16} radius={10} />
    </div>
  );
}
