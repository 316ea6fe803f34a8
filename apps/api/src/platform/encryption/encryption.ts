/** Seals what the database must not show in clear (ID numbers, phones, sheets, kept answers) and indexes it blindly, so that equal values can be counted. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';

/** First byte of every sealed value; another format gets another number, so old values stay readable. */
const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The sealed value was changed, moved to another place, or belongs to another installation. */
export class TamperedValue extends Error {
  override name = 'TamperedValue';
}

/**
 * Where a sealed value stands: it opens there and nowhere else. `place` is `table.column`.
 * The parts are joined unambiguously, so no two places are written alike.
 */
export interface SealContext {
  readonly agencyId: string;
  readonly place: string;
  readonly id: string;
}

@Injectable()
export class Encryption {
  readonly #sealKey: KeyObject;
  readonly #indexKey: KeyObject;

  constructor(settings: Settings) {
    // One key each: whoever learns to compare values must not be able to read them.
    this.#sealKey = derive(settings.fileKey, 'daiban/seal/1');
    this.#indexKey = derive(settings.fileKey, 'daiban/blind-index/1');
  }

  /** AES-256-GCM with a random 96-bit nonce: `format | nonce | tag | ciphertext`. */
  seal(plain: string | Buffer, context: SealContext): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#sealKey, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(additionalData(context));
    const text = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), text]);
  }

  /** @throws TamperedValue when any byte or the context differs from what was sealed */
  open(sealed: Uint8Array, context: SealContext): Buffer {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    if (bytes.length < 1 + NONCE_BYTES + TAG_BYTES || bytes[0] !== FORMAT)
      throw new TamperedValue('Not a sealed value of a known format.');
    const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
    const tag = bytes.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.#sealKey, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(additionalData(context));
    decipher.setAuthTag(tag);
    try {
      return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    } catch {
      throw new TamperedValue(`A sealed value of ${context.place} does not open.`);
    }
  }

  /**
   * HMAC-SHA-256 of a normalised value: equal values of one kind are equal, nothing else can be learnt without the key.
   * @param kind what it is (`resident_id`, `phone`, `account_email`), so that equal digits of two kinds differ
   */
  blindIndex(kind: string, canonical: string): Buffer {
    return createHmac('sha256', this.#indexKey).update(lengthPrefixed(kind)).update(canonical, 'utf8').digest();
  }
}

/** As a key object: given bare bytes, Node makes one anew for every value, which costs as much as opening it. */
function derive(key: Buffer, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32)));
}

function additionalData(context: SealContext): Buffer {
  return Buffer.concat([
    Buffer.of(FORMAT),
    lengthPrefixed(context.agencyId),
    lengthPrefixed(context.place),
    lengthPrefixed(context.id),
  ]);
}

function lengthPrefixed(part: string): Buffer {
  const bytes = Buffer.from(part, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
