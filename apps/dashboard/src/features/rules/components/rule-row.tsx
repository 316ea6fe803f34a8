/** One rule: what it says, how sure we are, whether its review is due, whether the value is the agency's own; opened, where it is written and what it said before. */
import { Button } from '@mantine/core';
import type { Rule, RuleSpan } from '@daiban/contracts';
import { formatDateWithYear } from '@daiban/i18n';
import { Pill } from '@daiban/ui';
import { useLocale } from '../../../lib/locale.js';

export interface RuleRowProps {
  rule: Rule;
  /** Given to those who may set own values. */
  onOverride?: ((way: 'own' | 'back') => void) | undefined;
}

export function RuleRow({ rule, onOverride }: RuleRowProps) {
  const { t, locale } = useLocale();
  const { overridden, source } = rule;
  // A practice of ours: no paper makes it more or less certain.
  const isHouse = source.key === 'house';
  const day = (on: string): string => formatDateWithYear(on, locale);
  return (
    <article className="rule" aria-labelledby={`rule-${rule.id}`}>
      <div className="rule-main">
        <h3 id={`rule-${rule.id}`}>{rule.text}</h3>
        <p className="rule-says">{rule.sentence}</p>
        {overridden ? (
          <p className="rule-own">
            {t(overridden.by ? 'rulebook.own_since' : 'rulebook.own_since_nobody', {
              day: overridden.validFrom,
              by: overridden.by ?? '',
              reason: overridden.reason,
            })}{' '}
            <span className="dim">{t('rulebook.shipped_says', { sentence: overridden.sentence })}</span>
          </p>
        ) : null}
        {rule.disputed ? <p className="rule-disputed">{t('why.disputed', { says: rule.disputed.says })}</p> : null}
        {rule.reviewOverdue ? (
          <p className="rule-overdue">{t('rulebook.review_due_on', { day: rule.reviewBy })}</p>
        ) : null}
      </div>
      <ul className="rule-marks">
        {overridden ? (
          <li>
            <Pill tone="good">{t('rulebook.own_mark')}</Pill>
          </li>
        ) : null}
        <li>
          <Pill tone={rule.kind === 'unknown' ? 'turn' : 'quiet'}>{t(`rulebook.kind_short.${rule.kind}`)}</Pill>
        </li>
        {overridden ? null : (
          <li className="dim">{isHouse ? t('rulebook.house') : t(`rulebook.sure.${rule.confidence}`)}</li>
        )}
        <li className="dim">{t('rulebook.history_from', { from: rule.validFrom })}</li>
      </ul>
      <details className="rule-more">
        <summary>{t('rulebook.more')}</summary>
        <dl>
          <dt>{t('why.source')}</dt>
          <dd>
            {[source, ...rule.alsoSources].map((each) => (
              <SourceLine key={each.key} source={each} />
            ))}
          </dd>
          {isHouse ? null : (
            <>
              <dt>{t('why.confidence')}</dt>
              <dd>{t(`why.confidence.${rule.confidence}`)}</dd>
            </>
          )}
          <dt>{t('why.last_checked')}</dt>
          <dd>
            {day(rule.lastChecked)} · {t('rulebook.review_by')} {day(rule.reviewBy)}
          </dd>
          <dt>{t('rulebook.history')}</dt>
          <dd>
            <ol className="rule-history">
              {rule.history.map((span) => (
                <li
                  key={[span.validFrom, span.validTo, span.own?.setAt].join(' ')}
                  aria-current={(span.validFrom === rule.validFrom && span.validTo === rule.validTo) || undefined}
                >
                  <span className="dim">
                    <WhenHeld span={span} />
                  </span>
                  {span.sentence}
                  {span.own ? <small>{t('rulebook.history_own', { reason: span.own.reason })}</small> : null}
                </li>
              ))}
            </ol>
          </dd>
          <dt>{t('rulebook.id')}</dt>
          <dd className="breakable">
            {rule.id} · {t(`why.kind.${rule.kind}`)}
          </dd>
        </dl>
        {rule.form && onOverride ? (
          <div className="rule-do">
            <Button size="xs" variant="default" onClick={() => onOverride('own')}>
              {t(overridden ? 'rulebook.override_change' : 'rulebook.override')}
            </Button>
            {overridden ? (
              <Button size="xs" variant="subtle" onClick={() => onOverride('back')}>
                {t('rulebook.back')}
              </Button>
            ) : null}
          </div>
        ) : rule.form ? (
          <p className="quiet">{t('rulebook.override_who')}</p>
        ) : null}
      </details>
    </article>
  );
}

function SourceLine({ source }: { source: Rule['source'] }) {
  const { t } = useLocale();
  const words = t('why.source_held', { title: source.title, publisher: source.publisher, held: source.heldOn });
  return (
    <p className="rule-source">
      {source.address === null ? (
        words
      ) : (
        <a href={source.address} target="_blank" rel="noreferrer noopener">
          {words}
        </a>
      )}
      <small>{source.says}</small>
    </p>
  );
}

/** The days on which a value of the history held. */
function WhenHeld({ span: { validFrom: from, validTo: to } }: { span: RuleSpan }) {
  const { t } = useLocale();
  if (to === null) return t('rulebook.history_from', { from });
  return from === to ? t('rulebook.history_hours', { on: from }) : t('rulebook.history_between', { from, to });
}
