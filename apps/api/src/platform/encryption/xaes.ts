/**
 * XAES-256-GCM (C2SP): AES-256-GCM whose nonce has 192 bits, so that random ones never meet; the first half of a nonce makes the key of the
 * message, the second its nonce. Used by the encryption and by the key provider.
 */
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';

export const KEY_BYTES = 32;
export const NONCE_BYTES = 24;
export const TAG_BYTES = 16;

const BLOCK_BYTES = 16;
const ZERO_BLOCK = Buffer.alloc(BLOCK_BYTES);

/** One key; what it works out once is kept. */
export class XaesKey {
  readonly #key: KeyObject;
  /** K1 of CMAC (NIST SP 800-38B), which both derived halves are made with. */
  readonly #subkey: Buffer;

  /** @param key 256 bits */
  constructor(key: Uint8Array) {
    if (key.length !== KEY_BYTES) throw new RangeError(`A key has ${KEY_BYTES} bytes.`);
    this.#key = createSecretKey(key);
    this.#subkey = doubled(this.#encryptBlocks(ZERO_BLOCK));
  }

  /** @returns ciphertext and behind it the tag @param nonce 192 bits, random, never used before with this key */
  seal(nonce: Uint8Array, plain: string | Uint8Array, additionalData: Uint8Array): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.#derive(nonce), nonce.subarray(12), { authTagLength: TAG_BYTES });
    cipher.setAAD(additionalData);
    const text = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
    return Buffer.concat([text, cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws Error when any bit of nonce, ciphertext, tag or additional data differs from what was sealed */
  open(nonce: Uint8Array, sealed: Uint8Array, additionalData: Uint8Array): Buffer {
    if (sealed.length < TAG_BYTES) throw new RangeError('Shorter than its tag.');
    const decipher = createDecipheriv('aes-256-gcm', this.#derive(nonce), nonce.subarray(12), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(additionalData);
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()]);
  }

  #derive(nonce: Uint8Array): Buffer {
    if (nonce.length !== NONCE_BYTES) throw new RangeError(`A nonce has ${NONCE_BYTES} bytes.`);
    const halves = Buffer.alloc(2 * BLOCK_BYTES);
    for (const [index, offset] of [0, BLOCK_BYTES].entries()) {
      halves.set([0, index + 1, 0x58, 0], offset);
      halves.set(nonce.subarray(0, 12), offset + 4);
      for (let at = 0; at < BLOCK_BYTES; at++) halves[offset + at]! ^= this.#subkey[at]!;
    }
    return this.#encryptBlocks(halves);
  }

  /** Each block by itself. */
  #encryptBlocks(blocks: Uint8Array): Buffer {
    const cipher = createCipheriv('aes-256-ecb', this.#key, null).setAutoPadding(false);
    return Buffer.concat([cipher.update(blocks), cipher.final()]);
  }
}

/** Times x in GF(2^128). */
function doubled(block: Buffer): Buffer {
  const result = Buffer.alloc(BLOCK_BYTES);
  for (let at = 0; at < BLOCK_BYTES; at++) result[at] = ((block[at]! << 1) | ((block[at + 1] ?? 0) >> 7)) & 0xff;
  if (block[0]! & 0x80) result[BLOCK_BYTES - 1]! ^= 0x87;
  return result;
}
