/** Takes a file for a paper as it arrives, part by part, each part sealed before it touches a disk; hands it to the inspection when it is whole. Called by the staff's and the portal's controllers. */
import { Injectable } from '@nestjs/common';
import { shanghaiInstant } from '@daiban/domain/calendar';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Encryption } from '../../platform/encryption/encryption.js';
import { cleanFileName } from '../../platform/files/file-name.js';
import { FileStoreUnavailable } from '../../platform/files/file-store.js';
import { RateLimits, type RateLimit } from '../../platform/http/rate-limits.js';
import { Refused } from '../../platform/refusal/refused.js';
import { CasesService } from '../registrations/cases.service.js';
import { DocumentInspectionService, INCOMPLETE } from './document-inspection.service.js';
import { nameContext } from './document-name.js';
import { DocumentsRepository, type DocumentRow, type NewDocument, type PaperRow } from './documents.repository.js';
import { closedBy, currentVersion, isOnItsPage, needsConsent } from './paper-state.js';
import { STORE_PATIENCE_SECONDS, StoredDocumentService } from './stored-document.service.js';

/** Bytes of a part as it is kept; what a request holds in memory. */
const PART_BYTES = 1024 * 1024;
/** Requests of one sender: a paper of ten full files in parts of 512 KiB, three times over. */
const UPLOADS_BY_SENDER: RateLimit = { name: 'upload_sender', points: 1200, seconds: 15 * 60 };
/** Of these the file itself was not at fault: the same file may come again. */
const WORTH_ANOTHER_TRY: readonly (string | null)[] = ['file.hash_mismatch', INCOMPLETE];

/** A request that brings a file or a part of one. */
export interface Upload {
  readonly name: string;
  readonly page: number;
  /** Of the whole file, hexadecimal. */
  readonly sha256: string;
  /** First and last byte of this part and the whole length; null: the body is the whole file. */
  readonly range: { readonly from: number; readonly to: number; readonly total: number } | null;
  /** Bytes of the body as announced; null: nobody said. */
  readonly bodyLength: number | null;
  readonly body: AsyncIterable<Uint8Array>;
}

@Injectable()
export class UploadsService {
  constructor(
    private readonly repository: DocumentsRepository,
    private readonly stored: StoredDocumentService,
    private readonly inspection: DocumentInspectionService,
    private readonly cases: CasesService,
    private readonly database: Database,
    private readonly encryption: Encryption,
    private readonly limits: RateLimits,
  ) {}

  /** The document as it is after this request. The same file for the same page is the same document, however often and in however many parts it comes. */
  async receive(actor: Actor, paper: PaperRow, upload: Upload): Promise<DocumentRow | Refused> {
    const wait = await this.limits.take(UPLOADS_BY_SENDER, actor.agencyId, actor.kind, actor.id);
    if (wait !== null) return Refused.tooMany('rate.too_many', wait);
    const { range } = upload;
    if (range && (range.to < range.from || range.to >= range.total)) return Refused.of('document.part_wrong');
    const begun = (await this.#begin(actor, paper, upload)) ?? (await this.#begin(actor, paper, upload));
    if (begun === null) return Refused.of('document.page_taken', { params: { page: upload.page } });
    if (begun instanceof Refused) return begun;
    if (begun.state !== 'receiving') {
      await readToEnd(upload.body);
      return begun.state === 'quarantined'
        ? ((await this.inspection.finish(actor.agencyId, begun.id)) ?? begun)
        : begun;
    }
    try {
      return await this.#takeIn(actor.agencyId, begun, upload);
    } catch (error) {
      if (error instanceof FileStoreUnavailable) return Refused.later('document.store_down', STORE_PATIENCE_SECONDS);
      throw error;
    }
  }

  /** The document that the bytes belong to; null: somebody else took the page in this moment. */
  async #begin(actor: Actor, paper: PaperRow, upload: Upload): Promise<DocumentRow | Refused | null> {
    const { agencyId } = actor;
    const closed = closedBy(paper);
    if (closed !== null) return Refused.of(`prerequisite.${closed}`);
    const { now, today, rules } = await this.cases.context(agencyId);
    const maxBytes = rules.entries['document.max_bytes'].value;
    const pagesMax = rules.entries['document.pages_max'].value;
    const announced = upload.range?.total ?? upload.bodyLength;
    if (announced !== null && announced > maxBytes) return tooBig(maxBytes);
    if (upload.page > pagesMax) return Refused.of('document.pages_full', { params: { count: pagesMax } });

    const id = v7();
    const sha256 = Buffer.from(upload.sha256, 'hex');
    const row: Omit<NewDocument, 'version'> = {
      id,
      registrationId: paper.registrationId,
      prerequisiteId: paper.id,
      page: upload.page,
      nameSealed: await this.encryption.seal(
        cleanFileName(upload.name),
        nameContext(agencyId, { id, clientId: paper.clientId }),
      ),
      // Of a sender who says no length, the longest there may be; the end of the body says better.
      byteLength: announced ?? maxBytes,
      sha256,
      uploadedByKind: actor.kind,
      uploadedById: actor.id,
      uploadedAt: now,
    };
    const begun = await this.database.withAgency<string | Refused | null>(
      agencyId,
      async (transaction) => {
        if (needsConsent(paper, rules) && !(await this.repository.holdsConsent(transaction, paper.registrationId)))
          return Refused.of('consent.papers_missing', { clearedByHolder: 'admin_person' });
        const documents = await this.repository.listOfPaperWithin(transaction, paper.id);
        const version = currentVersion(documents);
        const onPage = documents.filter((one) => one.version === version && one.page === upload.page);
        const there = onPage.find(isOnItsPage);
        if (there) {
          if (there.sha256.equals(sha256)) return there.id;
          return Refused.of('document.page_taken', { params: { page: upload.page } });
        }
        const refused = onPage.find((one) => one.state === 'refused' && one.sha256.equals(sha256));
        if (refused && !WORTH_ANOTHER_TRY.includes(refused.refusalCode)) return refused.id;
        // Nothing begins in its middle.
        const from = upload.range?.from ?? 0;
        if (from > 0) return outOfOrder(from, 0);
        const dayBytes = await this.repository.receivedSince(transaction, shanghaiInstant(today, '00:00'));
        if (dayBytes + row.byteLength > rules.entries['document.day_bytes'].value)
          return Refused.of('document.day_full', { ruleId: 'document.day_bytes' });
        await this.repository.insert(transaction, { ...row, version });
        return id;
      },
      { violations: { document_page_key: () => null } },
    );
    return typeof begun === 'string' ? this.repository.find(agencyId, begun) : begun;
  }

  async #takeIn(agencyId: string, document: DocumentRow, upload: Upload): Promise<DocumentRow | Refused> {
    const { range, bodyLength } = upload;
    const from = range?.from ?? 0;
    if (from > document.receivedBytes) return outOfOrder(from, document.receivedBytes);
    if (range && range.total !== document.byteLength) return Refused.of('document.part_wrong');
    const end = range ? range.to + 1 : document.byteLength;
    const parts = new ArrivingParts(document.receivedBytes, (at, bytes) =>
      this.#keepPart(agencyId, document, at, bytes),
    );
    let position = from;
    try {
      for await (const chunk of upload.body) {
        if (position + chunk.length > end) {
          if (range) return Refused.of('document.part_wrong');
          const whole = await this.repository.find(agencyId, document.id);
          if (whole) await this.inspection.giveUp(agencyId, whole, 'file.too_big');
          return tooBig(document.byteLength);
        }
        if (!(await parts.add(position, chunk))) return outOfOrder(position, parts.received);
        position += chunk.length;
      }
    } catch (error) {
      // The line broke: what has come need not come again, unless somebody else has brought it meanwhile.
      const now = await this.repository.find(agencyId, document.id);
      if (now?.receivedBytes === parts.received) await parts.flush();
      throw error;
    }
    await parts.flush();
    if (range ? position !== end : bodyLength !== null && position !== bodyLength)
      return Refused.of('document.part_wrong');
    const isWhole = range ? parts.received >= range.total : true;
    if (!range && bodyLength === null) await this.repository.setLength(agencyId, document.id, position);
    const left = isWhole
      ? await this.inspection.finish(agencyId, document.id)
      : await this.repository.find(agencyId, document.id);
    return left ?? Refused.notFound();
  }

  /** @returns up to where everything is here afterwards, whoever brought it */
  async #keepPart(agencyId: string, document: DocumentRow, at: number, bytes: Buffer): Promise<number> {
    await this.stored.putPart(agencyId, document, at, bytes);
    const to = at + bytes.length;
    if (await this.repository.addPart(agencyId, document.id, at, to)) return to;
    const now = await this.repository.find(agencyId, document.id);
    if (now?.state === 'receiving') return now.receivedBytes;
    // Taken away while it came: what lies behind the last counted byte nobody would find any more.
    if (now?.state === 'deleted' && at >= now.receivedBytes) await this.stored.removePart(agencyId, document, at);
    return to;
  }
}

/**
 * Cuts what arrives into parts and leaves out what is here already. Parts are cut at the same bytes whoever sends them, so that two requests which
 * bring the same file at once keep the same parts.
 */
class ArrivingParts {
  #chunks: Uint8Array[] = [];
  #length = 0;

  /** @param received bytes that are here @param keep keeps a part that begins there and says up to where everything is here then */
  constructor(
    public received: number,
    private readonly keep: (at: number, bytes: Buffer) => Promise<number>,
  ) {}

  /** @returns false when something between this chunk and what is here is missing */
  async add(position: number, chunk: Uint8Array): Promise<boolean> {
    let at = position;
    for (let rest = chunk; rest.length > 0;) {
      const known = this.received + this.#length - at;
      if (known < 0) return false;
      const fresh = rest.subarray(known, known + PART_BYTES - this.#length);
      at += known + fresh.length;
      rest = rest.subarray(known + fresh.length);
      if (fresh.length === 0) continue;
      this.#chunks.push(fresh);
      this.#length += fresh.length;
      if (this.#length === PART_BYTES) await this.flush();
    }
    return true;
  }

  async flush(): Promise<void> {
    if (this.#length === 0) return;
    const bytes = Buffer.concat(this.#chunks);
    this.#chunks = [];
    this.#length = 0;
    this.received = await this.keep(this.received, bytes);
  }
}

function outOfOrder(given: number, wanted: number): Refused {
  return Refused.of('document.part_out_of_order', { params: { given, wanted } });
}

function tooBig(maxBytes: number): Refused {
  return Refused.of('document.too_big', {
    params: { megabytes: Math.floor(maxBytes / (1024 * 1024)) },
    ruleId: 'document.max_bytes',
  });
}

/** The sender of a file that is here already still waits to be read. */
async function readToEnd(body: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of body) void chunk;
}
