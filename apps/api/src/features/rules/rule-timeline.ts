/** Every value that a rule had, has and will have for one agency: the shipped entries with the agency's own values over them. Pure; called by `RulebookService`. */
import type { RuleEntry } from '@daiban/domain';
import { shanghaiDate } from '@daiban/domain/calendar';
import type { OverrideRow } from './rule-overrides.repository.js';

/** A stretch of days on which one value holds. */
export interface RuleSpan {
  readonly validFrom: string;
  /** First day on which it no longer holds, `validFrom` itself where it held for some hours of that day; null: still open. */
  readonly validTo: string | null;
  /** The shipped entry of these days. */
  readonly entry: RuleEntry;
  /** The agency's own value over it; null: as shipped. */
  readonly own: OverrideRow | null;
}

/**
 * Oldest first, without gaps that the shipped entries do not have. An own value holds over policies only, as the decisions see it.
 * @param entries all of one rule · @param overrides of the same rule, in the order in which they come into force
 */
export function ruleTimeline(entries: readonly RuleEntry[], overrides: readonly OverrideRow[]): RuleSpan[] {
  const edges = [
    ...entries.flatMap(({ validFrom, validTo }) => [validFrom, validTo]),
    ...overrides.map((o) => o.validFrom),
  ];
  const days = [...new Set(edges.filter((day) => day !== undefined))].toSorted();
  const spans: RuleSpan[] = [];
  const add = (span: RuleSpan): void => {
    const last = spans.at(-1);
    if (last?.validTo === span.validFrom && last.entry === span.entry && last.own === span.own)
      spans[spans.length - 1] = { ...last, validTo: span.validTo };
    else spans.push(span);
  };
  for (const [index, validFrom] of days.entries()) {
    const entry = entries.find((e) => e.validFrom <= validFrom && (e.validTo === undefined || e.validTo > validFrom));
    if (!entry) continue;
    const ownOf = (override: OverrideRow | undefined) =>
      entry.kind === 'policy' && override && override.value !== null ? override : null;
    const ofDay = overrides.filter((o) => o.validFrom === validFrom);
    for (const [at, next] of ofDay.slice(1).entries())
      if (heldUntil(next)) add({ validFrom, validTo: validFrom, entry, own: ownOf(ofDay[at]) });
    add({
      validFrom,
      validTo: days[index + 1] ?? null,
      entry,
      own: ownOf(overrides.findLast((o) => o.validFrom <= validFrom)),
    });
  }
  return spans;
}

/** Whether what it replaces held for some hours of their day: what was set ahead and replaced before that day never did. */
function heldUntil({ createdAt, validFrom }: OverrideRow): boolean {
  return shanghaiDate(createdAt) >= validFrom;
}

/** The value of a span as it counts. */
export function valueOf({ entry, own }: RuleSpan): unknown {
  return own ? own.value : entry.value;
}
