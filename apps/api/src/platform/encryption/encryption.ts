/** Seals what the database and the file store must not show in clear (ID numbers, phones, papers, messages, kept answers) and indexes it blindly, so that equal values can be found. */
import { createDecipheriv, createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { parse } from 'uuid';
import { DataKeys } from './data-keys.js';
import { InstallationKeys } from './installation-keys.js';
import { TamperedValue } from './tampered-value.js';
import { NONCE_BYTES, TAG_BYTES } from './xaes.js';

/** First byte of every sealed value: another format gets another number, so that old values stay readable. */
const FORMAT = 2;
const KEY_ID_BYTES = 16;
const HEADER_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES;

/** Before data keys: AES-256-GCM under one key of the installation, `format | nonce | tag | ciphertext`. Only read. */
const FIRST_FORMAT = 1;
const FIRST_NONCE_BYTES = 12;

/**
 * Where a sealed value stands: it opens there and nowhere else. `place` is `table.column`.
 * The parts are joined unambiguously, so no two places are written alike.
 */
export interface SealContext {
  readonly agencyId: string;
  readonly place: string;
  readonly id: string;
  /** Whose key seals it: this client's, which goes with the client's erasure; left out: the agency's own. */
  readonly clientId?: string;
}

@Injectable()
export class Encryption {
  readonly #indexKey: KeyObject;
  readonly #firstKey: KeyObject;

  constructor(
    private readonly dataKeys: DataKeys,
    installationKeys: InstallationKeys,
  ) {
    // As key objects: given bare bytes, Node makes one anew for every value.
    this.#indexKey = createSecretKey(installationKeys.get('blind_index'));
    this.#firstKey = createSecretKey(installationKeys.get('seal_1'));
  }

  /** XAES-256-GCM with a random 192-bit nonce: `format | key id | nonce | ciphertext | tag`. @throws ShreddedKey when the client was erased */
  async seal(plain: string | Uint8Array, context: SealContext): Promise<Buffer> {
    const { id, key } = await this.dataKeys.active(context.agencyId, context.clientId ?? null);
    const nonce = randomBytes(NONCE_BYTES);
    const header = Buffer.concat([Buffer.of(FORMAT), parse(id), nonce]);
    return Buffer.concat([header, key.seal(nonce, plain, additionalData(FORMAT, context))]);
  }

  /**
   * @throws TamperedValue when any byte or the context differs from what was sealed
   * @throws ShreddedKey when its client was erased
   */
  async open(sealed: Uint8Array, context: SealContext): Promise<Buffer> {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    if (bytes[0] === FIRST_FORMAT) return this.#openFirst(bytes, context);
    if (bytes[0] !== FORMAT || bytes.length < HEADER_BYTES + TAG_BYTES)
      throw new TamperedValue('Not a sealed value of a known format.');
    const found = await this.dataKeys.find(context.agencyId, keyIdOf(bytes));
    if (!found) throw notOpening(context);
    try {
      const nonce = bytes.subarray(1 + KEY_ID_BYTES, HEADER_BYTES);
      return found.key.open(nonce, bytes.subarray(HEADER_BYTES), additionalData(FORMAT, context));
    } catch {
      throw notOpening(context);
    }
  }

  /** Has the key of an agency or a client at hand, so that the next `seal` asks the database for nothing. */
  async prepare(agencyId: string, clientId?: string): Promise<void> {
    await this.dataKeys.active(agencyId, clientId ?? null);
  }

  /**
   * HMAC-SHA-256 of a normalised value: equal values of one kind are equal, nothing else can be learnt without the key.
   * @param kind what it is (`resident_id`, `phone`, `account_email`), so that equal digits of two kinds differ
   */
  blindIndex(kind: string, canonical: string): Buffer {
    return createHmac('sha256', this.#indexKey).update(lengthPrefixed(kind)).update(canonical, 'utf8').digest();
  }

  #openFirst(bytes: Buffer, context: SealContext): Buffer {
    const textAt = 1 + FIRST_NONCE_BYTES + TAG_BYTES;
    if (bytes.length < textAt) throw new TamperedValue('Not a sealed value of a known format.');
    const nonce = bytes.subarray(1, 1 + FIRST_NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.#firstKey, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(additionalData(FIRST_FORMAT, context));
    decipher.setAuthTag(bytes.subarray(1 + FIRST_NONCE_BYTES, textAt));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(textAt)), decipher.final()]);
    } catch {
      throw notOpening(context);
    }
  }
}

/** Bytes of what is inside a sealed value; told without its key. */
export function plainLength(sealed: Uint8Array): number {
  return sealed.length - TAG_BYTES - (sealed[0] === FORMAT ? HEADER_BYTES : 1 + FIRST_NONCE_BYTES);
}

/** Id of the key that a value of today's format was sealed with; null: of the first format, or nothing sealed. */
export function sealedWith(sealed: Uint8Array): string | null {
  return sealed[0] === FORMAT && sealed.length >= HEADER_BYTES + TAG_BYTES ? keyIdOf(sealed) : null;
}

function keyIdOf(sealed: Uint8Array): string {
  // Any sixteen bytes: a changed one is an id that no key has.
  return Buffer.from(sealed.subarray(1, 1 + KEY_ID_BYTES))
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function notOpening({ place }: SealContext): TamperedValue {
  return new TamperedValue(`A sealed value of ${place} does not open.`);
}

/** The key's id needs no place in it: under another key nothing opens. */
function additionalData(format: number, context: SealContext): Buffer {
  return Buffer.concat([
    Buffer.of(format),
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
