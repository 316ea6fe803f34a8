import { describe, expect, test } from '@jest/globals';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { keyIdOf, sealHeads, verifySeals, type HistorySeal } from './history-seal.js';
import { readOrMakeSealKey } from './seal-key.js';

const AGENCY = '01990000-0000-7000-8000-000000000001';
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const KEYS = new Map([[keyIdOf(publicKey), publicKey]]);
const hashOf = (recordId: string, sequence: number) => createHash('sha256').update(`${recordId} ${sequence}`).digest();
const head = (recordId: string, sequence: number) =>
  ({ recordType: 'registration', recordId, sequence, head: hashOf(recordId, sequence).toString('hex') }) as const;

function sealsOf(count: number): HistorySeal[] {
  const seals: HistorySeal[] = [];
  for (let sequence = 1; sequence <= count; sequence++) {
    const at = `2026-11-20T12:${String(sequence).padStart(2, '0')}:00.000Z`;
    const content = {
      id: `seal-${sequence}`,
      agencyId: AGENCY,
      sequence,
      throughAt: at,
      heads: [head('a', sequence), head('b', sequence)],
      sealedAt: at,
    };
    seals.push(sealHeads(content, seals.at(-1)?.hash ?? null, privateKey));
  }
  return seals;
}

describe('the seals over the history', () => {
  test('an untouched history fits its seals', () => {
    expect(verifySeals(sealsOf(5), KEYS, hashOf)).toBeNull();
    expect(verifySeals([], KEYS, hashOf)).toBeNull();
  });

  const changes: ((seal: HistorySeal) => Partial<HistorySeal>)[] = [
    () => ({ throughAt: '2026-11-21T00:00:00.000Z' }),
    () => ({ sealedAt: '2026-11-21T00:00:00.000Z' }),
    (seal) => ({ heads: seal.heads.slice(1) }),
    (seal) => ({ heads: [...seal.heads].reverse() }),
    () => ({ agencyId: '01990000-0000-7000-8000-00000000000f' }),
    () => ({ signature: Buffer.alloc(64) }),
    () => ({ keyId: 'f'.repeat(64) }),
    () => ({ hash: Buffer.alloc(32) }),
    () => ({ previous: Buffer.alloc(32, 9) }),
  ];
  test('tells every altered, removed or moved seal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.nat(), fc.constantFrom(...changes), (count, position, change) => {
        const seals = sealsOf(count);
        const index = position % count;
        const seal = seals[index] as HistorySeal;
        expect(verifySeals(seals.with(index, { ...seal, ...change(seal) }), KEYS, hashOf)?.at).toBe(index + 1);
        if (index < count - 1) expect(verifySeals(seals.toSpliced(index, 1), KEYS, hashOf)?.at).toBe(index + 1);
        expect(verifySeals(seals.toReversed(), KEYS, hashOf)).not.toBeNull();
      }),
    );
  });

  test("tells a seal made anew by somebody without the installation's key", () => {
    const other = generateKeyPairSync('ed25519');
    const [first] = sealsOf(1) as [HistorySeal];
    const forged = sealHeads(first, null, other.privateKey);
    expect(verifySeals([forged], KEYS, hashOf)?.reason).toBe('unknown_key');
    const disguised = { ...sealHeads(first, null, privateKey), signature: forged.signature };
    expect(verifySeals([disguised], KEYS, hashOf)?.reason).toBe('wrong_signature');
  });

  test('tells an entry cut off at the end of a chain, and one rewritten with all that follows', () => {
    const cutOff = (recordId: string, sequence: number) =>
      recordId === 'b' && sequence === 3 ? null : hashOf(recordId, sequence);
    expect(verifySeals(sealsOf(3), KEYS, cutOff)).toEqual({ at: 3, recordId: 'b', reason: 'entry_missing' });
    const rewritten = (recordId: string, sequence: number) =>
      hashOf(recordId === 'a' && sequence === 2 ? 'x' : recordId, sequence);
    expect(verifySeals(sealsOf(3), KEYS, rewritten)).toEqual({ at: 2, recordId: 'a', reason: 'entry_differs' });
  });
});

describe("the installation's seal key", () => {
  test('is made once, readable by this account only, its public half beside it', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'daiban-seal-'));
    try {
      const made = readOrMakeSealKey(dataDir);
      expect(keyIdOf(readOrMakeSealKey(dataDir).publicKey)).toBe(keyIdOf(made.publicKey));
      expect(statSync(join(dataDir, 'keys/history-seal.pem')).mode & 0o777).toBe(0o600);
      expect(readFileSync(join(dataDir, 'keys/history-seal.pub'), 'utf8')).toContain('BEGIN PUBLIC KEY');
    } finally {
      rmSync(dataDir, { recursive: true });
    }
  });
});
