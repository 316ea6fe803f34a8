/** Wraps with DAIBAN_FILE_KEY and unwraps with it and those before it: keys that stand in a file of the data folder or in the environment. */
import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { Settings } from '../config/settings.js';
import { KeyProvider, UnknownWrappingKey } from './key-provider.js';
import { TamperedValue } from './tampered-value.js';
import { NONCE_BYTES, XaesKey } from './xaes.js';

export class FileKeyProvider extends KeyProvider {
  readonly kekId: string;
  readonly #keys: ReadonlyMap<string, XaesKey>;

  constructor({ fileKey, fileKeysBefore }: Pick<Settings, 'fileKey' | 'fileKeysBefore'>) {
    super();
    this.kekId = kekIdOf(fileKey);
    this.#keys = new Map([fileKey, ...fileKeysBefore].map((key) => [kekIdOf(key), wrappingKey(key)]));
  }

  wrap(key: Uint8Array, about: string): Promise<Buffer> {
    const nonce = randomBytes(NONCE_BYTES);
    return Promise.resolve(Buffer.concat([nonce, this.#key(this.kekId).seal(nonce, key, Buffer.from(about, 'utf8'))]));
  }

  async unwrap(kekId: string, wrapped: Uint8Array, about: string): Promise<Buffer> {
    const key = this.#key(kekId);
    try {
      return key.open(wrapped.subarray(0, NONCE_BYTES), wrapped.subarray(NONCE_BYTES), Buffer.from(about, 'utf8'));
    } catch {
      throw new TamperedValue(`The wrapped key of ${about} does not open.`);
    }
  }

  #key(kekId: string): XaesKey {
    const key = this.#keys.get(kekId);
    if (!key) throw new UnknownWrappingKey(kekId);
    return key;
  }
}

/** First eight bytes of the key's SHA-256. */
export function kekIdOf(key: Uint8Array): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16);
}

/** Of its own: the file key itself was once used for other derivations. */
function wrappingKey(key: Uint8Array): XaesKey {
  return new XaesKey(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'daiban/wrap/1', 32)));
}
