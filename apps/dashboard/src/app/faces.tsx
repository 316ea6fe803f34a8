/** What the router shows when a screen is still loading, does not exist, or broke. */
import { Button, Skeleton } from '@mantine/core';
import { PageFace } from '@daiban/ui';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { ButtonLink } from '../components/button-link.js';
import { paths } from '../config/paths.js';
import { describeProblem, isNotFound } from '../lib/describe-problem.js';
import { useLocale } from '../lib/locale.js';

/** Keeps the layout of a page with a head and rows. */
export function LoadingFace() {
  const { t } = useLocale();
  return (
    <div className="page" aria-busy="true" aria-label={t('dashboard.loading')}>
      <Skeleton height={20} width={180} my={14} mx={24} />
      {Array.from({ length: 9 }, (_, index) => (
        <Skeleton key={index} height={12} mx={24} my={24} width={`${88 - (index % 3) * 12}%`} />
      ))}
    </div>
  );
}

/** An address without a page, or a thing that is not there or not ours: both look alike. */
export function NotFoundFace() {
  const { t } = useLocale();
  return (
    <div className="page-alone">
      <PageFace
        kind="not_found"
        level={1}
        title={t('dashboard.not_found.title')}
        actions={<ButtonLink to={paths.registrations}>{t('dashboard.not_found.action')}</ButtonLink>}
      >
        <p>{t('dashboard.not_found.detail')}</p>
      </PageFace>
    </div>
  );
}

/** An error nobody caught: what is safe, what to do, and the reference that the server's log has too. */
export function UnexpectedFace({ error, reset }: ErrorComponentProps) {
  const { t } = useLocale();
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  if (isNotFound(error)) return <NotFoundFace />;
  const problem = describeProblem(error, t);
  const retry = (): void => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  return (
    <div className="page-alone">
      <PageFace
        kind={problem.kind === 'offline' ? 'offline' : 'error'}
        level={1}
        title={problem.title}
        reference={problem.reference ? t('dashboard.reference', { reference: problem.reference }) : undefined}
        actions={<Button onClick={retry}>{t('dashboard.try_again')}</Button>}
      >
        <p>{problem.detail}</p>
      </PageFace>
    </div>
  );
}

/** The same two where there is no shell around them. */
export function NotFoundPage() {
  return (
    <main>
      <NotFoundFace />
    </main>
  );
}

export function UnexpectedPage(props: ErrorComponentProps) {
  return (
    <main>
      <UnexpectedFace {...props} />
    </main>
  );
}
