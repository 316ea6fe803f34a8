import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chainEntries, hashEntry, verifyChain, type ChainedEntry, type HistoryInput } from './history-chain.js';

const RECORD = {
  agencyId: '01990000-0000-7000-8000-000000000001',
  recordType: 'registration',
  recordId: '01990000-0000-7000-8000-000000000002',
} as const;

const input = (number: number, payload: Record<string, unknown> = { from: 'draft', to: null }): HistoryInput => ({
  id: `01990000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  kind: 'fee_paid',
  voice: 'we_did',
  visibility: 'client',
  payload,
  actorKind: 'member',
  actorId: '01990000-0000-7000-8000-00000000000a',
  occurredAt: '2026-09-28T03:20:00Z',
  recordedAt: '2026-11-20T12:00:00.5Z',
});
const chainOf = (length: number): ChainedEntry[] =>
  chainEntries(
    { head: null, length: 0 },
    RECORD,
    Array.from({ length }, (_, index) => input(index)),
  ).rows;

describe('the chain of a record', () => {
  test('goes on where it stood, one link an entry', () => {
    const first = chainEntries({ head: null, length: 0 }, RECORD, [input(1), input(2)]);
    const second = chainEntries(first, RECORD, [input(3)]);
    expect([...first.rows, ...second.rows].map((row) => row.sequence)).toEqual([1, 2, 3]);
    expect(second.rows[0]?.previous).toEqual(first.head);
    expect(second.length).toBe(3);
    expect(verifyChain([...first.rows, ...second.rows])).toBeNull();
  });

  test('hashes what the database gives back: milliseconds, plain JSON, keys in any order', () => {
    const [row] = chainEntries({ head: null, length: 0 }, RECORD, [
      input(1, { b: undefined, a: { z: 1, y: '灯桥' } }),
    ]).rows;
    expect(row?.occurredAt).toBe('2026-09-28T03:20:00.000Z');
    const readBack = { ...row, payload: { a: { y: '灯桥', z: 1 } } } as ChainedEntry;
    expect(verifyChain([readBack])).toBeNull();
  });

  test('an empty chain is sound', () => {
    expect(verifyChain([])).toBeNull();
  });

  const changes: ((entry: ChainedEntry) => Partial<ChainedEntry>)[] = [
    () => ({ kind: 'registration_withdrawn' }),
    () => ({ voice: 'we_heard' }),
    () => ({ visibility: 'internal' }),
    (entry) => ({ payload: { ...entry.payload, note: 'x' } }),
    () => ({ actorKind: 'system' }),
    () => ({ actorId: null }),
    () => ({ occurredAt: '2026-09-28T03:20:00.001Z' }),
    () => ({ recordedAt: '2026-11-20T12:00:00.501Z' }),
    () => ({ id: '01990000-0000-7000-8000-0000000000ff' }),
    () => ({ recordType: 'client' }),
    () => ({ hash: Buffer.alloc(32) }),
    () => ({ previous: Buffer.alloc(32, 7) }),
  ];

  test('tells every altered field of any entry', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(), fc.constantFrom(...changes), (length, at, change) => {
        const chain = chainOf(length);
        const index = at % length;
        const entry = chain[index] as ChainedEntry;
        chain[index] = { ...entry, ...change(entry) };
        expect(verifyChain(chain)?.sequence).toBe(index + 1);
      }),
    );
  });

  test('tells an altered entry whose own hash was made anew', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), (length, at) => {
        const chain = chainOf(length);
        const index = at % (length - 1);
        const altered = { ...(chain[index] as ChainedEntry), kind: 'order_cancelled' as const };
        chain[index] = { ...altered, hash: hashEntry(altered) };
        expect(verifyChain(chain)).toEqual({ sequence: index + 2, reason: 'unlinked' });
      }),
    );
  });

  test('tells a removed entry, two that changed places, and one from another record', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 12 }), fc.nat(), (length, at) => {
        const chain = chainOf(length);
        const index = at % (length - 1);
        expect(verifyChain(chain.toSpliced(index, 1))?.sequence).toBe(index + 1);
        const [a, b] = [chain[index] as ChainedEntry, chain[index + 1] as ChainedEntry];
        expect(verifyChain(chain.with(index, b).with(index + 1, a))?.sequence).toBe(index + 1);
        const foreign = { ...(chain[index + 1] as ChainedEntry), recordId: RECORD.agencyId };
        expect(verifyChain(chain.with(index + 1, foreign))).toEqual({ sequence: index + 2, reason: 'foreign' });
      }),
    );
  });
});
