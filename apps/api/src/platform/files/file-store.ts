/** Where sealed files lie: a folder of this machine or an S3 bucket. Only `SealedFiles` puts bytes in, so nothing lies there in clear. */

/**
 * Why the store did not do what it was asked.
 * unreachable: no answer in time · denied: it does not accept our credentials or our account · no_bucket: the bucket does not exist ·
 * full: no room left · broken: any other error of its own
 */
export type FileStoreTrouble = 'unreachable' | 'denied' | 'no_bucket' | 'full' | 'broken';

/** The store is in trouble; nothing is said about the object. `message` is one sentence without a credential. */
export class FileStoreUnavailable extends Error {
  override name = 'FileStoreUnavailable';

  constructor(
    readonly trouble: FileStoreTrouble,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The store works and has no such object. */
export class StoredFileMissing extends Error {
  override name = 'StoredFileMissing';
}

/** `<agency>/<name>`: two plain segments, so no key leaves its folder. */
const KEY = /^[0-9a-z][0-9a-z-]{0,63}\/[0-9a-z][0-9a-z.-]{0,127}$/;

/** Objects by key. Every method throws `FileStoreUnavailable` when the store is in trouble. */
export abstract class FileStore {
  /** Once it returns, the object is whole and outlives a crash; before, there is the earlier object or none. */
  abstract put(key: string, bytes: Uint8Array): Promise<void>;
  /** @throws StoredFileMissing */
  abstract get(key: string): Promise<Buffer>;
  /** Also when there is none. */
  abstract delete(key: string): Promise<void>;
  /** The store's own word; false is good enough for a proof of deletion. */
  abstract exists(key: string): Promise<boolean>;
  /** Whether the store can be used at all, without changing anything that is kept. @throws FileStoreUnavailable */
  abstract check(): Promise<void>;
}

/** @throws Error for a key that we never make: that is a mistake of ours, not the store's trouble */
export function checkedKey(key: string): string {
  if (!KEY.test(key) || key.includes('..'))
    throw new Error('A key of the file store is not of the form <agency>/<name>.');
  return key;
}
