/** The seals over an agency's chains: signs the heads that moved since the last seal, and finds what was changed behind a seal's back. Pure; called by the seal service and by whoever checks an installation. */
import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { hashLink, sameBytes, type ChainedEntry, type RecordType } from './history-chain.js';

/** Where one record's chain stood. */
export interface SealedHead {
  readonly recordType: RecordType;
  readonly recordId: string;
  /** Number of its last entry. */
  readonly sequence: number;
  /** Hash of that entry, hexadecimal. */
  readonly head: string;
}

/** A seal before it is signed. */
export interface SealContent {
  readonly id: string;
  readonly agencyId: string;
  /** 1, 2, 3 … within the agency. */
  readonly sequence: number;
  /** Entries recorded up to here are covered (system time). */
  readonly throughAt: string;
  readonly heads: readonly SealedHead[];
  /** System time. */
  readonly sealedAt: string;
}

export interface HistorySeal extends SealContent {
  /** Hash of the seal before; null for the first. */
  readonly previous: Uint8Array | null;
  readonly hash: Uint8Array;
  /** Ed25519 over the hash. */
  readonly signature: Uint8Array;
  /** SHA-256 of the public key that signed, hexadecimal. */
  readonly keyId: string;
}

/** Links a seal to the one before and signs it. */
export function sealHeads(content: SealContent, previous: Uint8Array | null, privateKey: KeyObject): HistorySeal {
  const keyId = keyIdOf(createPublicKey(privateKey));
  const hash = hashLink(previous, hashedPart(content, keyId));
  return { ...content, previous, hash, keyId, signature: sign(null, hash, privateKey) };
}

/** SHA-256 of a public key in DER, hexadecimal. */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/** Why the seals and the history do not fit. `at`: number of the seal, or of the entry with the record's id. */
export interface SealBreak {
  readonly at: number;
  readonly recordId: string | null;
  readonly reason:
    'missing' | 'unlinked' | 'altered' | 'unknown_key' | 'wrong_signature' | 'entry_missing' | 'entry_differs';
}

/**
 * Checks an agency's seals from the first on, and that every head they name is still in the history: entries cut off at a chain's end,
 * which `verifyChain` cannot see, are found here.
 * @param entryHash the hash of an entry of the history, null when it is not there
 * @param publicKeys by key id: the present key and those before it
 */
export function verifySeals(
  seals: readonly HistorySeal[],
  publicKeys: ReadonlyMap<string, KeyObject>,
  entryHash: (recordId: string, sequence: number) => ChainedEntry['hash'] | null,
): SealBreak | null {
  let previous: Uint8Array | null = null;
  for (const [index, seal] of seals.entries()) {
    const at = index + 1;
    const broken = (reason: SealBreak['reason'], recordId: string | null = null): SealBreak => ({
      at,
      recordId,
      reason,
    });
    if (seal.sequence !== at) return broken('missing');
    if (!sameBytes(seal.previous, previous)) return broken('unlinked');
    if (!sameBytes(seal.hash, hashLink(previous, hashedPart(seal, seal.keyId)))) return broken('altered');
    const key = publicKeys.get(seal.keyId);
    if (!key) return broken('unknown_key');
    if (!verify(null, seal.hash, key, seal.signature)) return broken('wrong_signature');
    for (const { recordId, sequence, head } of seal.heads) {
      const hash = entryHash(recordId, sequence);
      if (hash === null) return { at: sequence, recordId, reason: 'entry_missing' };
      if (!sameBytes(hash, Buffer.from(head, 'hex'))) return { at: sequence, recordId, reason: 'entry_differs' };
    }
    previous = seal.hash;
  }
  return null;
}

function hashedPart(seal: SealContent, keyId: string): object {
  const { id, agencyId, sequence, throughAt, heads, sealedAt } = seal;
  return { id, agencyId, sequence, throughAt, heads, sealedAt, keyId };
}
