/** Hands a document's file to staff and remembers who looked. Called by the documents controller. */
import { Injectable } from '@nestjs/common';
import type { getDocumentContent, OperationInput } from '@daiban/contracts';
import { shanghaiDate } from '@daiban/domain/calendar';
import type { StaffActor } from '../../platform/auth/actor.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { InspectionUnavailable } from '../../platform/files/file-inspection.js';
import { FileInspector } from '../../platform/files/file-inspector.js';
import { FileStoreUnavailable, StoredFileMissing } from '../../platform/files/file-store.js';
import { Refused } from '../../platform/refusal/refused.js';
import { CasesService } from '../registrations/cases.service.js';
import { DocumentsMapper } from './documents.mapper.js';
import { DocumentsRepository, type DocumentRow } from './documents.repository.js';
import { STORE_PATIENCE_SECONDS, StoredDocumentService } from './stored-document.service.js';

/** A look stands in the history once an hour. */
const LOOK_SECONDS = 3600;

/** A file to be sent to a browser. */
export interface DocumentContent {
  readonly bytes: Buffer;
  readonly mediaType: string;
  /** As it was given, made harmless. */
  readonly name: string;
}

@Injectable()
export class DocumentContentService {
  constructor(
    private readonly repository: DocumentsRepository,
    private readonly mapper: DocumentsMapper,
    private readonly stored: StoredDocumentService,
    private readonly inspector: FileInspector,
    private readonly cases: CasesService,
    private readonly clock: SystemClock,
  ) {}

  /** The file itself; that somebody looked at it stands in the case's history. */
  async getContent(
    actor: StaffActor,
    { params, query }: OperationInput<typeof getDocumentContent>,
  ): Promise<DocumentContent | Refused> {
    const document = await this.repository.find(actor.agencyId, params.id);
    if (!document) return Refused.notFound();
    if (document.state === 'deleted')
      return Refused.of('document.deleted', { params: { deletedOn: shanghaiDate(document.deletedAt ?? '') } });
    if (document.state !== 'available' || document.mediaType === null) return Refused.of('document.not_available');
    const isPdf = document.mediaType === 'application/pdf';
    if (query.view === 'picture' && !isPdf && query.page > 1)
      return Refused.of('document.no_such_page', { params: { page: query.page } });
    try {
      const bytes = await this.stored.read(actor.agencyId, document);
      await this.#rememberLook(actor, document);
      const name = await this.mapper.name(actor.agencyId, document);
      if (query.view !== 'picture' || !isPdf) return { bytes, mediaType: document.mediaType, name };
      const picture = await this.inspector.drawPage(bytes, query.page);
      return picture
        ? { bytes: picture, mediaType: 'image/png', name: `${name}.${query.page}.png` }
        : Refused.of('document.no_such_page', { params: { page: query.page } });
    } catch (error) {
      if (error instanceof FileStoreUnavailable || error instanceof InspectionUnavailable)
        return Refused.later('document.store_down', STORE_PATIENCE_SECONDS);
      // Deleted in this very moment.
      if (error instanceof StoredFileMissing) return Refused.of('document.not_available');
      throw error;
    }
  }

  /** Once a member, document and hour. */
  async #rememberLook(actor: StaffActor, document: DocumentRow): Promise<void> {
    const { agencyId } = actor;
    const since = this.clock.after(-LOOK_SECONDS);
    if (await this.repository.wasViewed(agencyId, document, actor.id, since)) return;
    const payload = { paper: document.code, documentId: document.id, version: document.version, page: document.page };
    const seen = await this.cases.change(
      actor,
      { by: 'registration', id: document.registrationId },
      {},
      (before, { now }) => this.cases.news(before, this.cases.entry('document_viewed', now, payload)),
    );
    if (seen instanceof Refused) throw new Error(`A look at ${document.id} cannot be recorded: ${seen.code}.`);
  }
}
