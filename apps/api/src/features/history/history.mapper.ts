/** Builds the contract's history entry from a row: a whitelist, with what the payload says about the move lifted out. */
import type { HistoryEntry } from '@daiban/contracts';
import type { KeptRule } from '@daiban/domain';
import type { Locale } from '@daiban/domain/enumerations';
import { ruleSentence, text } from '@daiban/i18n';
import type { HistoryRow } from './history.repository.js';

/** @param row an entry; `orderId`, `from` and `to` stand in its payload so that the chain covers them */
export function toHistoryEntry(row: HistoryRow, locale: Locale): HistoryEntry {
  const { orderId, from, to, rules, ...payload } = row.payload;
  return {
    id: row.id,
    sequence: row.sequence,
    kind: row.kind,
    orderId: textOrNull(orderId),
    voice: row.voice,
    visibility: row.visibility,
    from: textOrNull(from),
    to: textOrNull(to),
    payload,
    rules: toKeptRules(rules, locale),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    occurredAt: row.occurredAt,
    recordedAt: row.recordedAt,
  };
}

/** The rules of the day, said in the reader's language with the values of then. */
function toKeptRules(rules: unknown, locale: Locale): HistoryEntry['rules'] {
  if (!Array.isArray(rules)) return [];
  return (rules as KeptRule[]).map(({ id, value, validFrom, confidence, version }) => ({
    id,
    text: text(locale, `rules.${id}`),
    sentence: ruleSentence(locale, { id, value }),
    value,
    validFrom,
    confidence,
    version,
  }));
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
