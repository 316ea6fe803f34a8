/**
 * Deletes documents and proves it: the rows are marked in the caller's transaction, the files go right after its COMMIT, at the latest with the
 * next minute, whatever happens in between. Called by retention, consents, erasure and documents.
 */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DeletionReason } from '@daiban/domain/enumerations';
import { SystemClock } from '../../platform/clock/clock.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { FileStore, StoredFileMissing } from '../../platform/files/file-store.js';
import type { DeletionBasis } from './deletion-proof.js';
import { DocumentsKeptRepository, type DisposedPaper, type UnsettledDocument } from './documents-kept.repository.js';

const BATCH = 100;

@Injectable()
export class DocumentDisposalService {
  constructor(
    private readonly repository: DocumentsKeptRepository,
    private readonly store: FileStore,
    private readonly clock: SystemClock,
  ) {}

  /**
   * Marks documents as deleted; from the COMMIT on nobody can read them. What is marked already is left as it is.
   * @param basis the rule that asks for it; null: a person does
   * @param at business time
   * @returns the papers they belonged to, for the caller's history entries
   */
  dispose(
    transaction: AgencyTransaction,
    documentIds: readonly string[],
    reason: DeletionReason,
    basis: DeletionBasis | null,
    at: string,
  ): Promise<DisposedPaper[]> {
    return this.repository.mark(transaction, documentIds, reason, basis, at);
  }

  /** Takes the marked files out of the store and writes down that they are gone. Called after the COMMIT and each minute. @throws FileStoreUnavailable */
  async settle(agencyId: string): Promise<void> {
    for (;;) {
      const batch = await this.repository.listUnsettled(agencyId, BATCH);
      for (const document of batch) await this.#remove(agencyId, document);
      if (batch.length < BATCH) return;
    }
  }

  async #remove(agencyId: string, { id, proof }: UnsettledDocument): Promise<void> {
    const { object } = proof;
    // Read again before each try: one that was cut off after the deletion finds nothing and keeps the sum it wrote down first.
    const sha256 = object === null ? null : ((await this.#sum(object)) ?? proof.sha256);
    if (object !== null) {
      if (sha256 !== proof.sha256) await this.repository.prove(agencyId, id, { ...proof, sha256 });
      await this.store.delete(object);
      if (await this.store.exists(object))
        throw new Error(`The file store still has a deleted file of document ${id}.`);
    }
    await this.repository.prove(agencyId, id, { ...proof, sha256, goneAt: this.clock.now() });
  }

  async #sum(object: string): Promise<string | null> {
    try {
      return createHash('sha256')
        .update(await this.store.get(object))
        .digest('hex');
    } catch (error) {
      if (error instanceof StoredFileMissing) return null;
      throw error;
    }
  }
}
