/** Builds the contract's history entry from a row: a whitelist, with what the payload says about the move lifted out. */
import type { HistoryEntry } from '@daiban/contracts';
import type { HistoryRow } from './history.repository.js';

/** @param row an entry; `orderId`, `from` and `to` stand in its payload so that the chain covers them */
export function toHistoryEntry(row: HistoryRow): HistoryEntry {
  const { orderId, from, to, ...payload } = row.payload;
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
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    occurredAt: row.occurredAt,
    recordedAt: row.recordedAt,
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
