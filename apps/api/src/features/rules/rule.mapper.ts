/** Builds the contract's rule out of the spans of its values, in the reader's language: a whitelist. Called by `RulebookService`. */
import type { OperationResult, Rule, getPortalRule } from '@daiban/contracts';
import { SOURCES, type RuleEntry, type Rulebook, type Source, type SourceKey } from '@daiban/domain';
import type { Locale } from '@daiban/domain/enumerations';
import { describeSource, ruleSentence, text } from '@daiban/i18n';
import { valueOf, type RuleSpan } from './rule-timeline.js';

type RuleSource = Rule['source'];

/**
 * @param spans all of the rule, oldest first · @param asOf the day it is asked for · @param today tells an overdue review
 * @returns null: it did not hold on that day
 */
export function toRule(spans: readonly RuleSpan[], asOf: string, today: string, locale: Locale): Rule | null {
  const span = spans.find(({ validFrom, validTo }) => validFrom <= asOf && (validTo === null || validTo > asOf));
  if (!span) return null;
  const { entry, own, validTo } = span;
  const { id, kind, lastChecked, reviewBy, confidence } = entry;
  const disputedBy = (entry.disputedBy ?? []).map((key) => sourceOf(key, locale));
  return {
    id,
    noun: nounOf(id),
    value: valueOf(span),
    kind,
    text: text(locale, `rules.${id}`),
    sentence: ruleSentence(locale, { id, value: valueOf(span) }),
    source: sourceOf(entry.source, locale),
    alsoSources: (entry.alsoSources ?? []).map((key) => sourceOf(key, locale)),
    disputed: disputedBy.length === 0 ? null : { says: text(locale, `rules.${id}.disputed`), sources: disputedBy },
    form: entry.form ?? null,
    validFrom: span.validFrom,
    validTo,
    lastChecked,
    reviewBy,
    reviewOverdue: reviewBy < today,
    confidence,
    overridden: own && {
      value: entry.value,
      sentence: ruleSentence(locale, { id, value: entry.value }),
      reason: own.reason,
      by: own.by,
      validFrom: own.validFrom,
    },
    history: spans.toReversed().map((each) => ({
      validFrom: each.validFrom,
      validTo: each.validTo,
      value: valueOf(each),
      sentence: ruleSentence(locale, { id, value: valueOf(each) }),
      own: each.own && { reason: each.own.reason, by: each.own.by, setAt: each.own.createdAt },
    })),
  };
}

/** What a client may read of a rule: no reason, no name of a colleague, no value of other days. */
export function toPortalRule(rule: Rule): OperationResult<typeof getPortalRule> {
  const { id, text: name, sentence, source, validFrom, lastChecked, reviewOverdue, confidence, overridden } = rule;
  return {
    id,
    text: name,
    sentence,
    source,
    validFrom,
    lastChecked,
    reviewOverdue,
    confidence,
    own: overridden !== null,
  };
}

/** What a rule says in a book. */
export function sentenceOf(rules: Rulebook, ruleId: string, locale: Locale): string {
  const entries: Readonly<Record<string, RuleEntry | undefined>> = rules.entries;
  return ruleSentence(locale, { id: ruleId, value: entries[ruleId]?.value ?? null });
}

/** What a rule says of one entry of its table, where its value is one and has it; else the whole. */
export function sentenceOfPart({ id, value, sentence }: Rule, part: string | undefined, locale: Locale): string {
  if (part === undefined || typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return sentence;
  return ruleSentence(locale, { id, value: { [part]: (value as Readonly<Record<string, unknown>>)[part] } });
}

/** What a rule is about. */
export function nounOf(ruleId: string): string {
  return ruleId.slice(0, ruleId.indexOf('.'));
}

/** A source in the reader's language. */
export function sourceOf(key: string, locale: Locale): RuleSource {
  const source: Source = SOURCES[key as SourceKey];
  return { key, address: source.address, ...describeSource(locale, key as SourceKey, source) };
}
