/** An answer as it was given, with the rules of its day; and the way to ask the same under today's. */
import { Button } from '@mantine/core';
import { formatDateTime } from '@daiban/i18n';
import { PageFace } from '@daiban/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { PageHead } from '../../../components/page-head.js';
import { RecordLoading } from '../../../components/record-loading.js';
import { paths } from '../../../config/paths.js';
import { isNotFound } from '../../../lib/describe-problem.js';
import { keptAdviceQuery } from '../../../lib/kept-advice-query.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay, useSession } from '../../../lib/session.js';
import { fromQuestion } from '../advisor-form.js';
import { newCaseOf } from '../new-case-of.js';
import { AdviceAnswer } from './advice-answer.js';
import './advisor.css';

export function KeptAdvicePage() {
  const { t, locale } = useLocale();
  const { adviceId } = useParams({ from: '/shell/advisor/$adviceId' });
  const navigate = useNavigate();
  const kept = useQuery(keptAdviceQuery(adviceId, locale));
  const { agency } = useSession();
  const mayCreate = useMay('registrations.write');
  useEffect(() => {
    document.title = `${t('advisor.kept')} · Daiban`;
  }, [t]);
  const advice = kept.data;
  const head = (
    <PageHead>
      <nav className="crumbs" aria-label={t('dashboard.crumbs')}>
        <Link to={paths.advisor}>{t('advisor.title')}</Link>
        <span aria-current="page">{t('advisor.kept')}</span>
      </nav>
    </PageHead>
  );
  if (isNotFound(kept.error)) {
    return (
      <>
        {head}
        <PageFace
          kind="not_found"
          title={t('records.not_found')}
          actions={<ButtonLink to={paths.advisor}>{t('advisor.title')}</ButtonLink>}
        />
      </>
    );
  }
  if (!advice) {
    return (
      <>
        {head}
        <RecordLoading error={kept.error} onRetry={() => void kept.refetch()} />
      </>
    );
  }
  return (
    <>
      {head}
      <div className="page-body advisor-kept">
        <p className="advisor-kept-when">
          {t('advisor.kept_when', { when: formatDateTime(advice.askedAt, agency.timeZone, locale, '') })}
          <ButtonLink to={paths.advisor} search={fromQuestion(advice.question)} variant="default" size="xs">
            {t('advisor.ask_again')}
          </ButtonLink>
        </p>
        <AdviceAnswer
          advice={advice}
          actions={
            mayCreate && advice.accountType !== null ? (
              <Button
                onClick={() =>
                  void navigate({ to: paths.newRegistration, search: newCaseOf({ ...advice, id: adviceId }) })
                }
              >
                {t('advisor.create')}
              </Button>
            ) : undefined
          }
        />
      </div>
    </>
  );
}
