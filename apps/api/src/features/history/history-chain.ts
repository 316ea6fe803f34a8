/** The hash chain of a record's history: makes the next links, and finds what was altered, removed or moved. Pure; called by everything that writes history. */
import { createHash } from 'node:crypto';
import type { HistoryKind } from '@daiban/domain';
import type { ActorKind, Visibility, Voice } from '@daiban/domain/enumerations';
import canonicalize from 'canonicalize';

/** Records that have a history of their own. */
export const RECORD_TYPES = ['registration', 'client', 'subject', 'person', 'member', 'agency'] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** Whose chain it is. */
export interface ChainRecord {
  readonly agencyId: string;
  readonly recordType: RecordType;
  readonly recordId: string;
}

/** Where a chain stands: the record's `history_head` and the number of its entries. */
export interface ChainHead {
  readonly head: Uint8Array | null;
  readonly length: number;
}

/** One entry before it has a place in the chain. */
export interface HistoryInput {
  /** UUIDv7. */
  readonly id: string;
  /** An event's name, or what was done. */
  readonly kind: HistoryKind;
  readonly voice: Voice;
  readonly visibility: Visibility;
  /** Never a personal number. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly actorKind: ActorKind;
  readonly actorId: string | null;
  /** Business time. */
  readonly occurredAt: string;
  /** System time. */
  readonly recordedAt: string;
}

/** An entry in its place. */
export interface ChainedEntry extends HistoryInput, ChainRecord {
  /** 1, 2, 3 … within the record. */
  readonly sequence: number;
  /** Hash of the entry before; null for the first. */
  readonly previous: Uint8Array | null;
  readonly hash: Uint8Array;
}

/**
 * Links entries to a chain in their order. What is hashed is what the database gives back: instants to the millisecond in UTC and the
 * payload as plain JSON, so that a value that is `undefined` here cannot make a difference there.
 */
export function chainEntries(
  before: ChainHead,
  record: ChainRecord,
  entries: readonly HistoryInput[],
): { rows: ChainedEntry[]; head: Uint8Array | null; length: number } {
  let { head, length } = before;
  const rows = entries.map((entry) => {
    const placed = {
      ...record,
      ...entry,
      payload: JSON.parse(JSON.stringify(entry.payload)) as Record<string, unknown>,
      occurredAt: new Date(entry.occurredAt).toISOString(),
      recordedAt: new Date(entry.recordedAt).toISOString(),
      sequence: ++length,
      previous: head,
    };
    head = hashEntry(placed);
    return { ...placed, hash: head };
  });
  return { rows, head, length };
}

/** Why a chain is not what was written. `sequence`: the first entry that does not fit. */
export interface ChainBreak {
  readonly sequence: number;
  readonly reason: 'missing' | 'altered' | 'unlinked' | 'foreign';
}

/**
 * Reads a whole chain from its first entry on; null when it is sound. Entries missing at the end leave a sound chain: compare its last
 * hash with the record's head, or with the seals.
 */
export function verifyChain(entries: readonly ChainedEntry[]): ChainBreak | null {
  const [first] = entries;
  let previous: Uint8Array | null = null;
  for (const [index, entry] of entries.entries()) {
    const sequence = index + 1;
    if (entry.sequence !== sequence) return { sequence, reason: 'missing' };
    if (entry.recordId !== first?.recordId || entry.agencyId !== first.agencyId) return { sequence, reason: 'foreign' };
    if (!sameBytes(entry.previous, previous)) return { sequence, reason: 'unlinked' };
    if (!sameBytes(entry.hash, hashEntry(entry))) return { sequence, reason: 'altered' };
    previous = entry.hash;
  }
  return null;
}

/** SHA-256 over the previous hash (nothing for the first) and the entry as canonical JSON (RFC 8785). */
export function hashEntry(entry: Omit<ChainedEntry, 'hash'>): Uint8Array {
  return hashLink(entry.previous, {
    id: entry.id,
    agencyId: entry.agencyId,
    recordType: entry.recordType,
    recordId: entry.recordId,
    sequence: entry.sequence,
    kind: entry.kind,
    voice: entry.voice,
    visibility: entry.visibility,
    payload: entry.payload,
    actorKind: entry.actorKind,
    actorId: entry.actorId,
    occurredAt: entry.occurredAt,
    recordedAt: entry.recordedAt,
  });
}

/** One link of any of our chains. */
export function hashLink(previous: Uint8Array | null, content: object): Buffer {
  const text = canonicalize(content);
  if (text === undefined) throw new Error('Nothing to hash.');
  return createHash('sha256')
    .update(previous ?? new Uint8Array())
    .update(text, 'utf8')
    .digest();
}

/** Whether two hashes, or two absences of one, are the same. */
export function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}
