/** Keeps files sealed under their client's key, each readable only where it was put. Called by the features that keep documents. */
import { Injectable } from '@nestjs/common';
import { Encryption, plainLength, type SealContext } from '../encryption/encryption.js';
import { FileStore } from './file-store.js';

/** Which file: `id` is the document's id; a part of one that is still coming is `<document id>.part<n>`. */
export interface SealedFile {
  readonly agencyId: string;
  /** Under whose key it is sealed: erasing that key makes every copy of the file unreadable. */
  readonly clientId: string;
  readonly id: string;
}

/** Throws `FileStoreUnavailable` wherever the store is in trouble. */
@Injectable()
export class SealedFiles {
  constructor(
    private readonly store: FileStore,
    private readonly encryption: Encryption,
  ) {}

  /** Seals and keeps; the same file again replaces it. @returns its key in the store */
  async put(file: SealedFile, bytes: Buffer): Promise<string> {
    const key = keyOf(file);
    await this.store.put(key, await this.encryption.seal(bytes, contextOf(file)));
    return key;
  }

  /** @throws StoredFileMissing · TamperedValue when what lies there is not what was put there */
  async get(file: SealedFile): Promise<Buffer> {
    return this.encryption.open(await this.store.get(keyOf(file)), contextOf(file));
  }

  /** Bytes of a file, also of one that nobody can open any more. @throws StoredFileMissing */
  async lengthOf(file: SealedFile): Promise<number> {
    return plainLength(await this.store.get(keyOf(file)));
  }

  /** Also when there is none. */
  async delete(file: SealedFile): Promise<void> {
    await this.store.delete(keyOf(file));
  }

  async exists(file: SealedFile): Promise<boolean> {
    return this.store.exists(keyOf(file));
  }
}

/** Key of a file in the store. */
export function keyOf({ agencyId, id }: Pick<SealedFile, 'agencyId' | 'id'>): string {
  return `${agencyId}/${id}`;
}

function contextOf({ agencyId, clientId, id }: SealedFile): SealContext {
  return { agencyId, clientId, place: 'document.content', id };
}
