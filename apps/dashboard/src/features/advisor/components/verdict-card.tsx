/** The answer on top: yes, no or nobody knows, for which account, what it costs and how long it takes; why not, and what can be done with it. */
import { Button } from '@mantine/core';
import type { Advice, AdviceCosts, AdviceTimeRange } from '@daiban/contracts';
import { formatDateRange, formatMoney } from '@daiban/i18n';
import { FindingNotes } from '@daiban/ui';
import type { ReactNode } from 'react';
import { RuleWhy } from '../../../components/rule-why.js';
import { useFindingText } from '../../../lib/finding-text.js';
import { useLocale } from '../../../lib/locale.js';
import { regionName } from '../../../lib/region-name.js';
import { StatementList } from './statement-list.js';
import { VerdictMark } from './verdict-mark.js';

export interface VerdictCardProps {
  advice: Advice;
  /** What can be done with the answer. */
  actions?: ReactNode;
}

export function VerdictCard({ advice, actions }: VerdictCardProps) {
  const { t, locale } = useLocale();
  const findingText = useFindingText();
  const { verdict, accountType, refusals, unknowns, warnings, costs, timeRange, rules } = advice;
  const overdue = rules.filter((rule) => rule.reviewOverdue).length;
  const typeWord = accountType && t(`states.account_type_short.${accountType}`);
  const noun = `${verdict}.${accountType === null ? 'none' : 'type'}` as const;
  return (
    <section className="card advice-verdict" data-verdict={verdict} aria-labelledby="verdict">
      <p className="advice-verdict-word">
        <VerdictMark verdict={verdict} size={18} />
      </p>
      <h2 id="verdict">{t(`advisor.say.${noun}`, { type: typeWord ?? '' })}</h2>
      <AdvicePath advice={advice} />
      {accountType === null ? null : (
        <dl className="advice-figures">
          <Figure name={t('advisor.figure.first_year')}>
            {costs ? <Sum costs={costs} period="firstYear" /> : null}
          </Figure>
          <Figure name={t('advisor.figure.yearly')}>{costs ? <Sum costs={costs} period="yearly" /> : null}</Figure>
          <Figure name={t('advisor.figure.time')}>
            {timeRange ? <Days range={timeRange} /> : t('advisor.nobody_knows')}
            {timeRange ? (
              <small>
                {t(advice.id === null ? 'advisor.dates' : 'advisor.dates_then', {
                  dates: formatDateRange(timeRange.fromOn, timeRange.toOn, locale),
                  date: advice.asOf,
                })}
                {timeRange.provisional ? ` ${t('advisor.provisional')}` : null}
              </small>
            ) : null}
          </Figure>
        </dl>
      )}
      {refusals.length > 0 ? (
        <div className="problem">
          <FindingNotes findings={refusals.map(findingText)} />
        </div>
      ) : null}
      {warnings.length > 0 ? (
        <div className="problem">
          <FindingNotes findings={warnings.map(findingText)} />
        </div>
      ) : null}
      {unknowns.length > 0 ? (
        <div className="advice-unknown">
          <h3>{t('advisor.unknown')}</h3>
          <StatementList statements={advice.askWhom ?? []} />
        </div>
      ) : null}
      {advice.assumptions.length > 0 ? (
        <div className="advice-read">
          <h3>{t('advisor.read_as')}</h3>
          <StatementList statements={advice.assumptions} />
        </div>
      ) : null}
      {overdue > 0 ? <p className="advice-overdue">{t('advisor.overdue', { count: overdue })}</p> : null}
      {actions ? <div className="advice-actions">{actions}</div> : null}
    </section>
  );
}

/** The choices that lead to the answer, one after the other. */
function AdvicePath({ advice: { question, subject, accountType, route } }: { advice: Advice }) {
  const { t, locale } = useLocale();
  const steps = [
    t(`advisor.goal.${question.goal}`),
    regionName(question.countryCode, locale),
    subject.option === null ? t(`states.subject_type.${subject.type}`) : t(`advisor.option.${subject.option}`),
    accountType === null ? null : t(`states.account_type_short.${accountType}`),
    route === null ? null : t(`states.route.${route}`),
  ].filter((step) => step !== null);
  return (
    <ol className="advice-path" aria-label={t('advisor.path')}>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What certainly comes due, one sum a currency; and what only a verified account costs. */
export function Sum({ costs, period }: { costs: AdviceCosts; period: 'firstYear' | 'yearly' }) {
  const { t, locale } = useLocale();
  const { lines, totals, incomplete } = costs[period];
  const optional = lines.filter(({ due, amount }) => due === 'if_verified' && amount !== null);
  const [first] = lines;
  const sum = totals.map((money) => formatMoney(money, locale)).join(' + ');
  const bySize = lines.some(({ size }) => size !== null);
  return (
    <>
      {sum ||
        (incomplete && !bySize
          ? t('advisor.nobody_knows')
          : bySize
            ? t('advisor.by_size')
            : t('advisor.nothing_due'))}{' '}
      <RuleWhy rule={first?.rule} what={t('advisor.costs')} />
      {incomplete && sum ? <small>{t(bySize ? 'advisor.and_by_size' : 'advisor.at_least')}</small> : null}
      {optional.length > 0 && !bySize ? (
        <small>
          {t('advisor.if_verified', {
            sum: optional.flatMap(({ amount }) => (amount ? [formatMoney(amount, locale)] : [])).join(' + '),
          })}
        </small>
      ) : null}
    </>
  );
}

/** Working days with their rule. */
export function Days({ range }: { range: AdviceTimeRange }) {
  const { t } = useLocale();
  const { minDays, maxDays, rule } = range;
  return (
    <>
      {minDays === maxDays
        ? t('advisor.days', { count: maxDays })
        : t('advisor.days_between', { from: minDays, to: maxDays })}{' '}
      <RuleWhy rule={rule} what={t('advisor.figure.time')} />
    </>
  );
}

export interface AdviceActionsProps {
  isOpen: boolean;
  mayCreate: boolean;
  keeping: boolean;
  onCreate: () => void;
  onKeep: () => void;
}

/** One way on, and one way to come back to it. */
export function AdviceActions({ isOpen, mayCreate, keeping, onCreate, onKeep }: AdviceActionsProps) {
  const { t } = useLocale();
  return (
    <>
      {mayCreate ? (
        <Button
          onClick={onCreate}
          loading={keeping}
          disabled={!isOpen}
          aria-describedby={isOpen ? undefined : 'no-case'}
        >
          {t('advisor.create')}
        </Button>
      ) : null}
      <Button variant="default" onClick={onKeep} disabled={keeping}>
        {t('advisor.keep')}
      </Button>
      {!isOpen ? (
        <p id="no-case" className="quiet">
          {t('advisor.nothing_to_create')}
        </p>
      ) : null}
    </>
  );
}
