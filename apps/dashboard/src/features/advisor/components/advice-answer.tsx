/** An answer as a whole: the verdict, the licences and ways compared, papers and fees, what the account can do, what endangers it, what would change it, the rules. */
import type { Advice } from '@daiban/contracts';
import { formatDateWithYear, formatMoney } from '@daiban/i18n';
import { HolderMark } from '@daiban/ui';
import { Fragment, type ReactNode } from 'react';
import { RuleWhy } from '../../../components/rule-why.js';
import { useLocale } from '../../../lib/locale.js';
import { OptionComparison } from './option-comparison.js';
import { RouteComparison } from './route-comparison.js';
import { StatementList } from './statement-list.js';
import { VerdictCard } from './verdict-card.js';
import { VerdictMark } from './verdict-mark.js';

export interface AdviceAnswerProps {
  advice: Advice;
  actions?: ReactNode;
  /** The question has changed, and its answer is on the way. */
  isStale?: boolean;
}

export function AdviceAnswer({ advice, actions, isStale = false }: AdviceAnswerProps) {
  const { t } = useLocale();
  return (
    <div className="stack advice" aria-busy={isStale} data-stale={isStale || undefined}>
      <VerdictCard advice={advice} actions={actions} />
      <Card id="changes" title={t('advisor.changes')} isEmpty={advice.changesVerdict.length === 0}>
        <StatementList
          statements={advice.changesVerdict}
          after={(_, index) => {
            const turned = advice.changesVerdict[index]?.verdict ?? null;
            return turned === null ? null : <VerdictMark verdict={turned} />;
          }}
        />
      </Card>
      <OptionComparison advice={advice} />
      <RouteComparison advice={advice} />
      <Card id="does" title={t('advisor.does')}>
        <StatementList statements={[...advice.reasons, advice.reach.statement]} />
        {advice.posting ? (
          <ul className="advice-statements">
            <li>
              {advice.posting.message} <RuleWhy rule={advice.posting.rules[0]} what={advice.posting.message} />
            </li>
          </ul>
        ) : null}
        <StatementList statements={[advice.wechatPay.statement]} />
      </Card>
      <Card id="risks" title={t('advisor.risks')} isEmpty={advice.risks.length === 0}>
        <StatementList statements={advice.risks} />
      </Card>
      <Papers advice={advice} />
      <Fees advice={advice} />
      <Rules advice={advice} />
    </div>
  );
}

function Card({
  id,
  title,
  isEmpty = false,
  children,
}: {
  id: string;
  title: string;
  isEmpty?: boolean;
  children: ReactNode;
}) {
  if (isEmpty) return null;
  return (
    <section className="card" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
      </header>
      <div className="advice-card-body">{children}</div>
    </section>
  );
}

function Papers({ advice: { documents } }: { advice: Advice }) {
  const { t } = useLocale();
  return (
    <Card id="papers" title={t('advisor.papers')} isEmpty={documents.length === 0}>
      <ul className="advice-papers">
        {documents.map(({ code, name, holder, required, for: purpose, rule }) => (
          <li key={code}>
            <HolderMark holder={holder} size={11} />
            <span>
              {name} <RuleWhy rule={rule} what={name} />
              {purpose === 'verification' ? <small>{t('advisor.paper_later')}</small> : null}
              {required ? null : <small>{t('advisor.paper_helps')}</small>}
            </span>
            <small>{t(`states.holder.${holder}`)}</small>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Fees({ advice: { costs } }: { advice: Advice }) {
  const { t, locale } = useLocale();
  if (costs === null) return null;
  return (
    <Card id="fees" title={t('advisor.fees')}>
      <p className="quiet">{t('advisor.fees_official')}</p>
      <dl className="advice-fees">
        {(['firstYear', 'yearly'] as const).map((period) => (
          <Fragment key={period}>
            <dt className="advice-fees-head">{t(`advisor.fees.${period}`)}</dt>
            {costs[period].lines.length === 0 ? <dd className="quiet">{t('advisor.nothing_due')}</dd> : null}
            {costs[period].lines.map(({ code, message, amount, due, size, rule }) => (
              <dd key={`${code} ${size ?? ''}`}>
                <span>
                  {message}
                  {size ? ` · ${t(`states.organisation_size.${size}`)}` : ''}
                  {due === 'if_verified' ? <small>{t('advisor.only_if_verified')}</small> : null}
                </span>
                <b>
                  {amount === null
                    ? t('advisor.payment_page')
                    : amount.amountMinor === 0
                      ? t('advisor.free')
                      : formatMoney(amount, locale)}
                </b>
                <RuleWhy rule={rule} what={message} />
              </dd>
            ))}
          </Fragment>
        ))}
      </dl>
      <StatementList statements={costs.notes} />
    </Card>
  );
}

function Rules({ advice: { rules, asOf, rulebookVersion } }: { advice: Advice }) {
  const { t, locale } = useLocale();
  return (
    <details className="card advice-rules">
      <summary>
        {t('advisor.rules', { count: rules.length })}
        <small>{t('advisor.answered_on', { date: asOf, version: rulebookVersion })}</small>
      </summary>
      <ul>
        {rules.map((rule) => (
          <li key={rule.id}>
            <span>
              {rule.name} <RuleWhy rule={rule} what={rule.name} />
            </span>
            <small>
              {rule.source}
              {rule.validFrom ? ` · ${t('advisor.since', { date: formatDateWithYear(rule.validFrom, locale) })}` : ''}
              {' · '}
              {t(`advisor.confidence.${rule.confidence as 'H' | 'M' | 'L'}`)}
            </small>
            {rule.reviewOverdue ? <small className="turn">{t('why.review_overdue')}</small> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
