/** The client's advisor: what account would fit, asked and answered on one page; nothing of it is kept. */
import { PageFace } from '@daiban/ui';
import { useState } from 'react';
import { paths } from '../../../config/paths.js';
import { isVisitOver } from '../../../lib/call-portal.js';
import { FailureFace } from '../../../lib/face.js';
import { useLocale } from '../../../lib/locale.js';
import { PortalFrame } from '../../../lib/portal-frame.js';
import { VisitOver } from '../../../lib/visit-over.js';
import { useAdvice } from '../api/ask-advisor.js';
import { NOTHING_SAID, toQuestion } from '../question-draft.js';
import { advisorText } from '../texts.js';
import { AdvisorAnswer } from './advisor-answer.js';
import { AdvisorQuestions } from './advisor-questions.js';
import './advisor.css';

export default function AdvisorPage() {
  const { locale } = useLocale();
  const [draft, setDraft] = useState(NOTHING_SAID);
  const question = toQuestion(draft);
  const answer = useAdvice(question, locale);
  const back = (
    <a className="portal-link" href={paths.home}>
      {advisorText(locale, 'advisor.back')}
    </a>
  );
  const title = advisorText(locale, 'advisor.title');
  if (isVisitOver(answer.error)) return <VisitOver face="ended" />;
  return (
    <PortalFrame title={title} footer={back}>
      <div className="portal-columns advisor-columns">
        <div className="portal-column">
          <section className="portal-card" aria-label={title}>
            <h1 className="advisor-title">{title}</h1>
            <p>{advisorText(locale, 'advisor.client_explain')}</p>
            <AdvisorQuestions draft={draft} onChange={setDraft} />
          </section>
        </div>
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
      </div>
    </PortalFrame>
  );
}
