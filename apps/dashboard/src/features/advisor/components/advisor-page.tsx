/** The advisor: the questions on the left, the answer of the moment on the right. The question stands in the address. */
import { Skeleton } from '@mantine/core';
import type { Advice } from '@daiban/contracts';
import { PageFace } from '@daiban/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { PageHead } from '../../../components/page-head.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { toQuestion, type AdvisorForm } from '../advisor-form.js';
import { liveAdviceQuery } from '../api/ask-advisor.js';
import { useKeepAdvice } from '../api/keep-advice.js';
import { newCaseOf } from '../new-case-of.js';
import { AdviceAnswer } from './advice-answer.js';
import { AdvisorQuestions } from './advisor-questions.js';
import { AdviceActions } from './verdict-card.js';
import { VerdictMark } from './verdict-mark.js';
import './advisor.css';

export function AdvisorPage() {
  const { t, locale } = useLocale();
  const form = useSearch({ from: '/shell/advisor' });
  const navigate = useNavigate();
  const question = toQuestion(form);
  const live = useQuery(liveAdviceQuery(question, locale));
  const keep = useKeepAdvice();
  const mayCreate = useMay('registrations.write');
  useEffect(() => {
    document.title = `${t('advisor.title')} · Daiban`;
  }, [t]);
  const onChange = (next: AdvisorForm): void =>
    void navigate({ to: paths.advisor, search: next, replace: true, resetScroll: false });
  const keepThen = (then: (kept: Advice & { id: string }) => void): void => {
    if (question === null || keep.isPending) return;
    keep.mutate(question, { onSuccess: (kept) => kept.id && then({ ...kept, id: kept.id }) });
  };
  const advice = question === null ? undefined : live.data;
  return (
    <>
      <PageHead>
        <h1>{t('advisor.title')}</h1>
      </PageHead>
      <div className="page-body advisor">
        <div className="advisor-ask">
          <p className="quiet">{t('advisor.explain')}</p>
          <AdvisorQuestions form={form} onChange={onChange} />
        </div>
        <div className="advisor-answer" id="answer" role="region" aria-label={t('advisor.answer')} aria-live="polite">
          {question === null ? (
            <PageFace kind="empty" title={t('advisor.empty')}>
              <p>{t('advisor.empty_help')}</p>
            </PageFace>
          ) : null}
          {question !== null && live.isPending ? <AnswerLoading /> : null}
          {live.isError ? <ProblemNote error={live.error} /> : null}
          <ProblemNote error={keep.error} />
          {advice ? (
            <AdviceAnswer
              advice={advice}
              isStale={live.isPlaceholderData}
              actions={
                <AdviceActions
                  isOpen={advice.accountType !== null}
                  mayCreate={mayCreate}
                  keeping={keep.isPending}
                  onCreate={() =>
                    keepThen((kept) => void navigate({ to: paths.newRegistration, search: newCaseOf(kept) }))
                  }
                  onKeep={() => keepThen(({ id }) => void navigate({ to: paths.keptAdvice, params: { adviceId: id } }))}
                />
              }
            />
          ) : null}
        </div>
      </div>
      {advice ? (
        <a className="advisor-jump" href="#answer">
          <VerdictMark verdict={advice.verdict} />
          {advice.accountType ? t(`states.account_type_short.${advice.accountType}`) : t('advisor.no_type')}
        </a>
      ) : null}
    </>
  );
}

function AnswerLoading() {
  return (
    <div className="stack" aria-hidden="true">
      <Skeleton height={190} radius={10} />
      <Skeleton height={120} radius={10} />
      <Skeleton height={260} radius={10} />
    </div>
  );
}
