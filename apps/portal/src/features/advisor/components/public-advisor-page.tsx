/** An agency's advisor for anybody, under its public address: questions, answer, and at the end a way to be called back. */
import { ProblemError } from '@daiban/contracts';
import { PageFace } from '@daiban/ui';
import { useMemo, useState } from 'react';
import { FailureFace } from '../../../lib/face.js';
import { useLocale } from '../../../lib/locale.js';
import { nameFor, PortalFrame } from '../../../lib/portal-frame.js';
import { publicText } from '../../../lib/public-texts.js';
import { AskRuleContext } from '../../../lib/rule-why.js';
import { askRuleOf, usePublicAdvice, usePublicAgency } from '../api/public-agency.js';
import { NOTHING_SAID, toQuestion } from '../question-draft.js';
import { advisorText } from '../texts.js';
import { AdvisorAnswer } from './advisor-answer.js';
import { AdvisorQuestions } from './advisor-questions.js';
import { LeadForm } from './lead-form.js';
import './advisor.css';

/** @param id the agency's slug */
export default function PublicAdvisorPage({ id: slug }: { id: string }) {
  const { locale } = useLocale();
  const [draft, setDraft] = useState(NOTHING_SAID);
  const agency = usePublicAgency(slug);
  const question = toQuestion(draft);
  const answer = usePublicAdvice(slug, agency.data ? question : null, locale);
  const askRule = useMemo(() => askRuleOf(slug), [slug]);
  const title = publicText(locale, 'publicPages.advisor.title');
  if (isNobodys(agency.error)) {
    return (
      <PortalFrame title={publicText(locale, 'publicPages.advisor.nobody.title')}>
        <PageFace kind="not_found" level={1} title={publicText(locale, 'publicPages.advisor.nobody.title')}>
          {publicText(locale, 'publicPages.advisor.nobody.text')}
        </PageFace>
      </PortalFrame>
    );
  }
  if (agency.isError) {
    return (
      <PortalFrame title={title}>
        <FailureFace error={agency.error} onRetry={() => void agency.refetch()} />
      </PortalFrame>
    );
  }
  const named = agency.data ? nameFor(agency.data, locale) : '';
  return (
    <PortalFrame title={named ? `${title} · ${named}` : title} {...(agency.data && { agency: agency.data })}>
      <AskRuleContext value={askRule}>
        <div className="portal-columns advisor-columns">
          <div className="portal-column">
            <section className="portal-card" aria-label={title}>
              <h1 className="advisor-title">{title}</h1>
              <p>{publicText(locale, 'publicPages.advisor.explain')}</p>
              <AdvisorQuestions draft={draft} onChange={setDraft} />
            </section>
          </div>
          <div className="portal-column">
            <div className="portal-column" aria-live="polite" aria-busy={answer.isFetching}>
              {question === null ? (
                <PageFace kind="empty" title={advisorText(locale, 'advisor.empty')}>
                  {advisorText(locale, 'advisor.empty_help')}
                </PageFace>
              ) : answer.isError ? (
                <FailureFace error={answer.error} onRetry={() => void answer.refetch()} />
              ) : answer.data ? (
                <AdvisorAnswer advice={answer.data} />
              ) : (
                <section className="portal-card advisor-waiting" aria-hidden="true" />
              )}
            </div>
            {agency.data ? <LeadForm slug={slug} agency={agency.data} question={question} /> : null}
          </div>
        </div>
      </AskRuleContext>
    </PortalFrame>
  );
}

function isNobodys(error: unknown): boolean {
  return error instanceof ProblemError && [400, 404].includes(error.problem.status);
}
