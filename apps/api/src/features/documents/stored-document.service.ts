/** A document's file in the store: the parts it came in, and the file as it is kept. Called by uploads and inspection; `DocumentDisposalService` deletes what was kept. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { StoredFileMissing } from '../../platform/files/file-store.js';
import { SealedFiles, type SealedFile } from '../../platform/files/sealed-files.js';
import { DocumentsRepository, type DocumentRow } from './documents.repository.js';

/** A store in trouble is tried again then. */
export const STORE_PATIENCE_SECONDS = 30;

/** The file of a document: what it takes to find and to open it. */
type Placed = Pick<DocumentRow, 'id' | 'clientId' | 'reusedFromId'>;

@Injectable()
export class StoredDocumentService {
  constructor(
    private readonly files: SealedFiles,
    private readonly repository: DocumentsRepository,
  ) {}

  /** Keeps what came from a byte on, sealed like the file itself: nothing lies in clear anywhere. */
  async putPart(agencyId: string, document: Placed, from: number, bytes: Buffer): Promise<void> {
    await this.files.put(partOf(agencyId, document, from), bytes);
  }

  /** Removes one part that was never counted. */
  async removePart(agencyId: string, document: Placed, from: number): Promise<void> {
    await this.files.delete(partOf(agencyId, document, from));
  }

  /** Everything that has come, in order. @throws StoredFileMissing when somebody else has cleaned up meanwhile */
  async assemble(agencyId: string, document: DocumentRow): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let at = 0; at < document.receivedBytes;) {
      const part = await this.files.get(partOf(agencyId, document, at));
      parts.push(part);
      at += part.length;
    }
    return Buffer.concat(parts);
  }

  /** @returns its key in the store and the hash of what lies there, before it was sealed */
  async keep(agencyId: string, document: Placed, bytes: Buffer): Promise<{ objectKey: string; keptSha256: Buffer }> {
    const objectKey = await this.files.put(fileOf(agencyId, document), bytes);
    return { objectKey, keptSha256: createHash('sha256').update(bytes).digest() };
  }

  /** @throws StoredFileMissing */
  read(agencyId: string, document: Placed): Promise<Buffer> {
    return this.files.get(fileOf(agencyId, document));
  }

  /** Removes the parts, the last one first, so that whoever is interrupted can find the others by their lengths. */
  async removeParts(agencyId: string, document: DocumentRow): Promise<void> {
    const found: number[] = [];
    for (let at = 0; at < document.receivedBytes;) {
      // Told without opening it: its client may have been erased, and it goes all the same.
      const length = await this.files.lengthOf(partOf(agencyId, document, at)).catch(missing);
      if (length === null) break;
      found.push(at);
      at += length;
    }
    for (const from of found.toReversed()) await this.files.delete(partOf(agencyId, document, from));
    await this.repository.forgetParts(agencyId, document.id);
  }

  /** What may lie there of a file that was not kept. */
  async removeUnkept(agencyId: string, document: DocumentRow): Promise<void> {
    await this.files.delete(fileOf(agencyId, document));
    await this.removeParts(agencyId, document);
  }

  /** Removes every file of an agency: a demo begins anew and forgets its rows right after. */
  async removeAll(agencyId: string): Promise<void> {
    for (const document of await this.repository.listStored(agencyId)) await this.removeUnkept(agencyId, document);
  }

  /** Removes what was kept for a document that is not kept after all. @param now its row as it is by now */
  async removeIfUnkept(agencyId: string, document: DocumentRow, now: DocumentRow | null): Promise<void> {
    if (now?.state !== 'available') await this.removeUnkept(agencyId, document);
  }
}

/** Gone already. */
function missing(error: unknown): null {
  if (error instanceof StoredFileMissing) return null;
  throw error;
}

/** A file that is used again stays the first document's. */
function fileOf(agencyId: string, { id, clientId, reusedFromId }: Placed): SealedFile {
  return { agencyId, clientId, id: reusedFromId ?? id };
}

function partOf(agencyId: string, { id, clientId }: Placed, from: number): SealedFile {
  return { agencyId, clientId, id: `${id}.part${from}` };
}
