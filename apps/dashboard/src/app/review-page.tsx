/** The review of a case's papers behind its own address: the case and its papers, laid on the reviewer's desk. Puts the features together. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { PageHead } from '../components/page-head.js';
import { RecordLoading } from '../components/record-loading.js';
import { paths } from '../config/paths.js';
import { casePapersQuery } from '../features/prerequisites/api/case-papers.js';
import { ReviewDesk } from '../features/prerequisites/components/review-desk.js';
import { registrationQuery } from '../features/registrations/api/get-registration.js';
import { isNotFound } from '../lib/describe-problem.js';
import { useLocale } from '../lib/locale.js';
import { NotFoundFace } from './faces.js';

export function ReviewPage() {
  const { t } = useLocale();
  const { registrationId } = useParams({ from: '/shell/registrations/$registrationId/review' });
  const { paper } = useSearch({ from: '/shell/registrations/$registrationId/review' });
  const navigate = useNavigate();
  const found = useQuery(registrationQuery(registrationId));
  const papers = useQuery(casePapersQuery(registrationId));
  const registration = found.data;
  useEffect(() => {
    if (registration) document.title = `${t('review.title')} · ${registration.proposedName} · Daiban`;
  }, [registration, t]);
  if (isNotFound(found.error)) return <NotFoundFace />;
  return (
    <>
      <PageHead>
        <nav className="crumbs" aria-label={t('dashboard.crumbs')}>
          <Link to={paths.reviewQueue}>{t('review.queue')}</Link>
          {registration ? (
            <Link to={paths.registration} params={{ registrationId }}>
              {registration.proposedName}
            </Link>
          ) : null}
          <h1 className="crumb-title" aria-current="page">
            {t('review.title')}
          </h1>
        </nav>
      </PageHead>
      {registration && papers.data ? (
        <ReviewDesk
          registration={registration}
          papers={papers.data}
          paperId={paper}
          onShow={(paperId) =>
            void navigate({
              to: paths.review,
              params: { registrationId },
              search: { paper: paperId },
              replace: true,
            })
          }
        />
      ) : (
        <RecordLoading
          error={found.error ?? papers.error}
          onRetry={() => void Promise.all([found.refetch(), papers.refetch()])}
        />
      )}
    </>
  );
}
