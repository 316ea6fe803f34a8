/** Takes a file that has come whole through quarantine: compares its hash, has it inspected, keeps it sealed or refuses it, cleans up behind it. Called when the last part arrives, and each minute for what was interrupted. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Rulebook } from '@daiban/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Encryption } from '../../platform/encryption/encryption.js';
import { InspectionUnavailable, type FileInspection, type FileLimits } from '../../platform/files/file-inspection.js';
import { FileInspector } from '../../platform/files/file-inspector.js';
import { FileStoreUnavailable, StoredFileMissing } from '../../platform/files/file-store.js';
import { Refused } from '../../platform/refusal/refused.js';
import { CasesService } from '../registrations/cases.service.js';
import { nameContext } from './document-name.js';
import { DocumentsRepository, type DocumentRow, type Outcome } from './documents.repository.js';
import { StoredDocumentService } from './stored-document.service.js';
import { Turns } from './turns.js';

/** Whole files in memory at a time; each has up to 20 MB. */
const AT_ONCE = 2;

/** Of the product's own: an upload that nobody went on with. */
export const INCOMPLETE = 'file.incomplete';

@Injectable()
export class DocumentInspectionService {
  readonly #turns = new Turns(AT_ONCE);
  /** Files under way in this process, so that the minute sweep leaves them alone. */
  readonly #underWay = new Set<string>();

  constructor(
    private readonly repository: DocumentsRepository,
    private readonly stored: StoredDocumentService,
    private readonly inspector: FileInspector,
    private readonly cases: CasesService,
    private readonly encryption: Encryption,
  ) {}

  /** Whether somebody in this process works on it. */
  isUnderWay(id: string): boolean {
    return this.#underWay.has(id);
  }

  /**
   * Brings a whole file as far as it comes now. A scanner or a store in trouble leaves it in quarantine, for the next minute.
   * @returns the document as it is then; null when there is none
   */
  async finish(agencyId: string, id: string): Promise<DocumentRow | null> {
    if (!this.#underWay.has(id)) {
      this.#underWay.add(id);
      try {
        await this.#turns.take(() => this.#finish(agencyId, id));
      } catch (error) {
        if (error instanceof StoredFileMissing) await this.#giveUpLost(agencyId, id);
        else if (!isPassing(error)) throw error;
      } finally {
        this.#underWay.delete(id);
      }
    }
    return this.repository.find(agencyId, id);
  }

  /** An upload that was never finished, or of which a part was lost, makes room; so does one that turned out too big. */
  async giveUp(
    agencyId: string,
    document: DocumentRow,
    code: typeof INCOMPLETE | 'file.too_big' = INCOMPLETE,
  ): Promise<void> {
    if (await this.#conclude(agencyId, document, { accepted: false, code }))
      await this.stored.removeUnkept(agencyId, document);
  }

  /** A part has gone from the store: unless somebody else has finished the file meanwhile, it must come again. */
  async #giveUpLost(agencyId: string, id: string): Promise<void> {
    const document = await this.repository.find(agencyId, id);
    if (document?.state === 'receiving' || document?.state === 'quarantined') await this.giveUp(agencyId, document);
  }

  async #finish(agencyId: string, id: string): Promise<void> {
    const document = await this.repository.find(agencyId, id);
    if (!document || (document.state !== 'receiving' && document.state !== 'quarantined')) return;
    const bytes = await this.stored.assemble(agencyId, document);
    const isSame = createHash('sha256').update(bytes).digest().equals(document.sha256);
    const inspection: FileInspection = isSame
      ? await this.#inspect(agencyId, document, bytes)
      : { accepted: false, code: 'file.hash_mismatch' };
    if (!inspection.accepted) {
      if (await this.#conclude(agencyId, document, inspection)) await this.stored.removeUnkept(agencyId, document);
      return;
    }
    const { mediaType, pageCount } = inspection;
    const kept = await this.stored.keep(agencyId, document, inspection.bytes);
    if (await this.#conclude(agencyId, document, { accepted: true, mediaType, pageCount, ...kept }))
      await this.stored.removeParts(agencyId, document);
    // It was taken back, or finished by somebody else, while it was inspected.
    else await this.stored.removeIfUnkept(agencyId, document, await this.repository.find(agencyId, id));
  }

  async #inspect(agencyId: string, document: DocumentRow, bytes: Buffer): Promise<FileInspection> {
    if (document.state === 'receiving') await this.repository.quarantine(agencyId, document.id);
    const { rules } = await this.cases.context(agencyId);
    const name = await this.encryption.open(document.nameSealed, nameContext(agencyId, document));
    return this.inspector.inspect(bytes, name.toString('utf8'), fileLimits(rules));
  }

  /** The row and the case's history together; false when somebody was quicker. */
  async #conclude(agencyId: string, document: DocumentRow, outcome: Outcome): Promise<boolean> {
    const { code: paper, page, version } = document;
    const concluded = await this.cases.change(
      senderOf(agencyId, document),
      { by: 'prerequisite', id: document.prerequisiteId },
      {},
      async (before, context, transaction) => {
        if (!(await this.repository.conclude(transaction, document.id, outcome))) return Refused.of('race.lost');
        const payload = { paper, documentId: document.id, version, page };
        return this.cases.news(
          before,
          outcome.accepted
            ? this.cases.entry('document_uploaded', context.now, payload)
            : this.cases.entry('document_refused', context.now, { ...payload, refusal: outcome.code }),
        );
      },
    );
    if (!(concluded instanceof Refused)) return true;
    if (concluded.code === 'race.lost') return false;
    throw new Error(`The inspection of ${document.id} cannot be recorded: ${concluded.code}.`);
  }
}

/** What the rules of the day ask of a file. */
export function fileLimits({ entries }: Rulebook): FileLimits {
  return {
    types: entries['document.types'].value,
    maxBytes: entries['document.max_bytes'].value,
    imageMinPixels: entries['papers.id_image_pixels'].value,
    pdfPagesMax: entries['document.pdf_pages_max'].value,
  };
}

/** Who brought it, as the history names them. */
function senderOf(agencyId: string, { uploadedByKind, uploadedById, uploadedByName }: DocumentRow): Actor {
  return { kind: uploadedByKind, agencyId, id: uploadedById, role: null, name: uploadedByName ?? '', locale: 'en' };
}

/** The next minute may do better; a file that somebody else has finished meanwhile needs nothing more. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof InspectionUnavailable ||
    error instanceof FileStoreUnavailable ||
    error instanceof StoredFileMissing
  );
}
