/** The five questions every client asks, with today's answers. */
import type { PortalRegistration } from '@daiban/contracts';
import { paths } from '../../../config/paths.js';
import { PageLink } from '../../../lib/address.js';
import { RuleWhy } from '../../../lib/rule-why.js';
import { text } from '../../../lib/texts.js';
import { answersFor } from '../answers.js';
import type { Reader } from '../reader-time.js';

export function AnswersCard({ registration, reader }: { registration: PortalRegistration; reader: Reader }) {
  return (
    <section className="portal-card" aria-labelledby="answers">
      <h2 id="answers">{text(reader.locale, 'portal.answers.heading')}</h2>
      <dl className="portal-answers">
        {answersFor(registration, reader).map(({ question, answer, source, ruleId, ruleOn }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>
              {answer} <RuleWhy ruleId={ruleId} asOf={ruleOn} what={question} />
              {source ? <small>{source}</small> : null}
            </dd>
          </div>
        ))}
      </dl>
      <p className="portal-answers-more">
        <PageLink className="portal-link" href={paths.passport(registration.id)}>
          {text(reader.locale, 'portal.answers.passport')}
        </PageLink>
      </p>
    </section>
  );
}
