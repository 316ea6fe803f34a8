/** A rule told to a person: what it says, where that is written, how sure we are, since when. Stands in a "Why?" panel of both apps; phrasing content only. */
import type { Locale } from '@daiban/domain/enumerations';
import { formatDateWithYear, type TextParams, type WhyKey } from '@daiban/i18n';
import type { ReactNode } from 'react';

/** What is told, as `getRule` and `getPortalRule` answer it. */
export interface ToldRule {
  text: string;
  sentence: string;
  /** Told to staff only: who could lift it is no client's business. */
  kind?: 'hard' | 'policy' | 'soft' | 'unknown';
  /** `house`: a practice of ours, which no paper makes more or less certain. */
  source: { key: string; title: string; publisher: string; address: string | null; heldOn: string };
  /** What other sources say instead. */
  disputed?: { says: string } | null;
  validFrom: string;
  lastChecked: string;
  reviewOverdue: boolean;
  confidence: 'H' | 'M' | 'L';
}

export interface RuleNoteProps {
  rule: ToldRule;
  /** The value is the agency's own: then the source does not say it. */
  isOwn: boolean;
  locale: Locale;
  t: (key: WhyKey, params?: TextParams) => string;
  /** A way on: to the rulebook, for those who have one. */
  more?: ReactNode;
}

export function RuleNote({ rule, isOwn, locale, t, more }: RuleNoteProps) {
  const { source, kind, confidence } = rule;
  const held = { title: source.title, publisher: source.publisher, held: source.heldOn };
  return (
    <span className="rule-note">
      <span className="rule-note-name">{rule.text}</span>
      <span className="rule-note-says">{rule.sentence}</span>
      {rule.reviewOverdue ? <span className="rule-note-overdue">{t('why.review_overdue')}</span> : null}
      {rule.disputed ? <span className="rule-note-line">{t('why.disputed', { says: rule.disputed.says })}</span> : null}
      {isOwn ? (
        <Line label={t('why.source')}>{t('why.own_value')}</Line>
      ) : (
        <>
          <Line label={t('why.source')}>
            {source.address === null ? (
              t('why.source_held', held)
            ) : (
              <a href={source.address} target="_blank" rel="noreferrer noopener">
                {t('why.source_held', held)}
              </a>
            )}
          </Line>
          {source.key === 'house' ? null : <Line label={t('why.confidence')}>{t(`why.confidence.${confidence}`)}</Line>}
        </>
      )}
      {kind ? <span className="rule-note-line">{t(`why.kind.${kind}`)}</span> : null}
      <span className="rule-note-dates">
        <Line label={t('why.valid_from')}>{formatDateWithYear(rule.validFrom, locale)}</Line>
        {isOwn ? null : <Line label={t('why.last_checked')}>{formatDateWithYear(rule.lastChecked, locale)}</Line>}
      </span>
      {more ? <span className="rule-note-more">{more}</span> : null}
    </span>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className="rule-note-line">
      <span className="rule-note-label">{label}</span> {children}
    </span>
  );
}
