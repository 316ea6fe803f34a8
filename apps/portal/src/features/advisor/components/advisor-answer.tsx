/** The answer for the client: yes or no, what it costs and takes, what to bring, what to watch, each with the rule behind it. */
import type { Advice, AdviceCosts, AdviceStatement } from '@daiban/contracts';
import { formatDateRange, formatMoney, type TextParams } from '@daiban/i18n';
import { Pill } from '@daiban/ui';
import type { ReactNode } from 'react';
import { useLocale } from '../../../lib/locale.js';
import { RuleWhy } from '../../../lib/rule-why.js';
import { advisorText, type AdvisorKey } from '../texts.js';

const TONES = { allowed: 'good', refused: 'turn', unknown: 'quiet' } as const;

export function AdvisorAnswer({ advice }: { advice: Advice }) {
  const { locale } = useLocale();
  const { verdict, accountType, costs, timeRange, options, documents, posting, rules } = advice;
  const t = (key: AdvisorKey, params?: TextParams) => advisorText(locale, key, params);
  const type = accountType ? t(`states.account_type_short.${accountType}`) : '';
  const overdue = rules.filter(({ reviewOverdue }) => reviewOverdue).length;
  return (
    <>
      <section className="portal-card" aria-labelledby="verdict">
        <Pill tone={TONES[verdict]}>{t(`advisor.verdict.${verdict}`)}</Pill>
        <h2 id="verdict" className="advisor-verdict">
          {t(`advisor.say.${verdict}.${accountType === null ? 'none' : 'type'}`, { type })}
        </h2>
        {advice.refusals.map(({ code, message, clearedBy, rule }) => (
          <p key={code}>
            {message} {clearedBy} <RuleWhy ruleId={rule?.id ?? null} what={message} />
          </p>
        ))}
        <Statements of={advice.assumptions} />
        <Statements of={advice.askWhom ?? []} />
        {overdue > 0 ? <p className="advisor-overdue">{t('advisor.overdue', { count: overdue })}</p> : null}
        {costs ? (
          <dl className="portal-answers">
            {(['firstYear', 'yearly'] as const).map((period) => (
              <div key={period}>
                <dt>{t(`advisor.fees.${period}`)}</dt>
                <dd>
                  <Sum costs={costs} period={period} />
                </dd>
              </div>
            ))}
            <div>
              <dt>{t('advisor.figure.time')}</dt>
              <dd>
                {timeRange ? (
                  <>
                    {timeRange.minDays === timeRange.maxDays
                      ? t('advisor.days', { count: timeRange.maxDays })
                      : t('advisor.days_between', { from: timeRange.minDays, to: timeRange.maxDays })}{' '}
                    <RuleWhy ruleId={timeRange.rule?.id ?? null} what={t('advisor.figure.time')} />
                    <small>
                      {t('advisor.dates', { dates: formatDateRange(timeRange.fromOn, timeRange.toOn, locale) })}
                      {timeRange.provisional ? ` ${t('advisor.provisional')}` : null}
                    </small>
                  </>
                ) : (
                  t('advisor.nobody_knows')
                )}
              </dd>
            </div>
          </dl>
        ) : null}
      </section>
      <Card id="does" title={t('advisor.does')}>
        <Statements of={[...advice.reasons, advice.reach.statement]} />
        {posting ? (
          <ul className="advisor-list">
            <li>
              {posting.message} <RuleWhy ruleId={posting.rules[0]?.id ?? null} what={posting.message} />
            </li>
          </ul>
        ) : null}
        <Statements of={[advice.wechatPay.statement]} />
      </Card>
      <Card id="options" title={t('advisor.options')}>
        <ul className="advisor-options">
          {options.map((option) => (
            <li key={option.option} data-chosen={option.isChosen || undefined}>
              <h3>
                {t(`advisor.option.${option.option}`)}
                <Pill tone={TONES[option.verdict]}>{t(`advisor.verdict.${option.verdict}`)}</Pill>
              </h3>
              {option.costs ? (
                <p>
                  {option.accountType ? t(`states.account_type_short.${option.accountType}`) : ''}
                  {' · '}
                  <Sum costs={option.costs} period="firstYear" />
                </p>
              ) : null}
              <Statements of={option.notes} />
            </li>
          ))}
        </ul>
      </Card>
      {documents.length > 0 ? (
        <Card id="papers" title={t('advisor.papers')}>
          <ul className="advisor-list">
            {documents.map(({ code, name, for: purpose, required }) => (
              <li key={code}>
                {name}
                {purpose === 'verification' ? <small>{t('advisor.paper_later')}</small> : null}
                {required ? null : <small>{t('advisor.paper_helps')}</small>}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {advice.risks.length > 0 ? (
        <Card id="risks" title={t('advisor.risks')}>
          <Statements of={advice.risks} />
        </Card>
      ) : null}
      {advice.changesVerdict.length > 0 ? (
        <Card id="changes" title={t('advisor.changes')}>
          <ul className="advisor-list">
            {advice.changesVerdict.map(({ code, message, verdict: turned, rule }) => (
              <li key={`${code} ${message}`}>
                {message} <RuleWhy ruleId={rule?.id ?? null} what={message} />{' '}
                {turned ? <Pill tone={TONES[turned]}>{t(`advisor.verdict.${turned}`)}</Pill> : null}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <p className="portal-note">{t('advisor.answered_on', { date: advice.asOf, version: advice.rulebookVersion })}</p>
    </>
  );
}

function Card({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="portal-card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Statements({ of }: { of: readonly AdviceStatement[] }) {
  if (of.length === 0) return null;
  return (
    <ul className="advisor-list">
      {of.map(({ code, message, rule }) => (
        <li key={`${code} ${message}`}>
          {message} <RuleWhy ruleId={rule?.id ?? null} what={message} />
        </li>
      ))}
    </ul>
  );
}

/** One sum a currency, never added; what is not known says so. */
function Sum({ costs, period }: { costs: AdviceCosts; period: 'firstYear' | 'yearly' }) {
  const { locale } = useLocale();
  const { lines, totals, incomplete } = costs[period];
  const bySize = lines.some(({ size }) => size !== null);
  const optional = lines.flatMap(({ due, amount, size }) =>
    due === 'if_verified' && amount !== null && size === null ? [formatMoney(amount, locale)] : [],
  );
  const sum = totals.map((money) => formatMoney(money, locale)).join(' + ');
  const otherwise = bySize ? 'by_size' : incomplete ? 'nobody_knows' : 'nothing_due';
  return (
    <>
      {sum || advisorText(locale, `advisor.${otherwise}`)}{' '}
      <RuleWhy ruleId={lines[0]?.rule?.id ?? null} what={advisorText(locale, 'advisor.costs')} />
      {optional.length > 0 ? (
        <small>{advisorText(locale, 'advisor.if_verified', { sum: optional.join(' + ') })}</small>
      ) : null}
    </>
  );
}
