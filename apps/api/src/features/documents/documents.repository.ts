/** The files of papers, row by row: every method takes the agency or works in its transaction. Called by the services of this feature. */
import { Injectable } from '@nestjs/common';
import type {
  ActorKind,
  DeletionReason,
  DocumentMediaType,
  DocumentState,
  Holder,
  OrderState,
  PrerequisiteState,
  RegistrationState,
} from '@daiban/domain/enumerations';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import type { Statement } from '../../platform/database/statement.js';
import type { DeletionProof } from '../retention/deletion-proof.js';
import {
  ADD_PART,
  CLEAR_PAGES,
  FIND,
  HOLD_CONSENT,
  INSERT,
  INSERT_REUSED,
  KEEP,
  MARK_REVIEWED,
  MARK_SUBMITTED,
  OF_CASE,
  OF_PAPER,
  PAGE_OF_PAPER,
  PAPER,
  PAPERS_OF_CASE,
  PARTS_GONE,
  QUARANTINE,
  RECEIVED_TODAY,
  REFUSE,
  REUSABLE,
  SET_LENGTH,
  SET_PAGES,
  STATES_OVER,
  STORED,
  UNFINISHED,
  VIEWED,
  WAS_SUBMITTED,
} from './documents.statements.js';

/** A paper as far as its files are concerned. */
export interface PaperRow {
  readonly id: string;
  readonly code: string;
  readonly holder: Holder;
  readonly state: PrerequisiteState;
  readonly submittedAt: string | null;
  readonly registrationId: string;
  readonly clientId: string;
  /** Who administers the account by now. */
  readonly adminPersonId: string | null;
  readonly registrationState: RegistrationState;
  readonly registrationSubmittedAt: string | null;
  readonly orderId: string | null;
  readonly orderState: OrderState | null;
  /** What the day hangs on when its files go: see `deletionDay`. */
  readonly liveAt: string | null;
  readonly endedAt: string | null;
  readonly inReview: boolean;
  /** The administrator of now agrees to their identity's papers being kept for this case. */
  readonly adminAgrees: boolean;
}

export interface DocumentRow {
  readonly id: string;
  readonly registrationId: string;
  readonly prerequisiteId: string;
  /** Of the paper. */
  readonly code: string;
  readonly clientId: string;
  readonly version: number;
  readonly page: number;
  readonly nameSealed: Buffer;
  readonly state: DocumentState;
  readonly refusalCode: string | null;
  readonly mediaType: DocumentMediaType | null;
  readonly byteLength: number;
  /** Bytes that lie in the store as parts; 0 once the parts are gone. */
  readonly receivedBytes: number;
  readonly sha256: Buffer;
  readonly pageCount: number | null;
  readonly objectKey: string | null;
  readonly reusedFromId: string | null;
  readonly uploadedByKind: ActorKind;
  readonly uploadedById: string;
  /** As people know them; null when nobody can say any more. */
  readonly uploadedByName: string | null;
  /** The member who brought it, also by a program in their name. */
  readonly uploadedByMember: string | null;
  readonly uploadedAt: string;
  readonly reviewedAt: string | null;
  readonly deletedAt: string | null;
  readonly deletionReason: DeletionReason | null;
  readonly deletionProof: DeletionProof | null;
}

/** A file that begins to come. */
export type NewDocument = Pick<
  DocumentRow,
  | 'id'
  | 'registrationId'
  | 'prerequisiteId'
  | 'version'
  | 'page'
  | 'nameSealed'
  | 'byteLength'
  | 'sha256'
  | 'uploadedByKind'
  | 'uploadedById'
  | 'uploadedAt'
>;

/** How an inspection ended. */
export type Outcome =
  | {
      readonly accepted: true;
      readonly mediaType: DocumentMediaType;
      readonly pageCount: number;
      readonly objectKey: string;
      /** Of the file as kept. */
      readonly keptSha256: Buffer;
    }
  | { readonly accepted: false; readonly code: string };

/** A file accepted for the same kind of paper of the same account, with its paper's expiry. */
export interface ReusableRow extends DocumentRow {
  readonly acceptedAt: string;
  readonly expiresOn: string | null;
}

/** A file that a sweep goes on with. */
export interface UnfinishedDocument {
  readonly id: string;
  readonly agencyId: string;
}

@Injectable()
export class DocumentsRepository {
  constructor(private readonly database: Database) {}

  async findPaper(agencyId: string, prerequisiteId: string): Promise<PaperRow | null> {
    const [row] = await this.database.read<PaperRow>(agencyId, PAPER, [agencyId, prerequisiteId, ...STATES_OVER]);
    return row ?? null;
  }

  /** In the order they were asked for. */
  listPapers(agencyId: string, registrationId: string): Promise<PaperRow[]> {
    return this.database.read<PaperRow>(agencyId, PAPERS_OF_CASE, [agencyId, registrationId, ...STATES_OVER]);
  }

  async find(agencyId: string, id: string): Promise<DocumentRow | null> {
    const [row] = await this.database.read<DocumentRow>(agencyId, FIND, [agencyId, id]);
    return row ?? null;
  }

  /** All versions, newest first, pages in order; of one page the newest first. */
  listOfPaper(agencyId: string, prerequisiteId: string): Promise<DocumentRow[]> {
    return this.database.read<DocumentRow>(agencyId, OF_PAPER, [agencyId, prerequisiteId]);
  }

  /** The same within a transaction that changes them. */
  listOfPaperWithin(transaction: AgencyTransaction, prerequisiteId: string): Promise<DocumentRow[]> {
    return transaction.query<DocumentRow>(OF_PAPER, [transaction.agencyId, prerequisiteId]);
  }

  listOfCase(agencyId: string, registrationId: string): Promise<DocumentRow[]> {
    return this.database.read<DocumentRow>(agencyId, OF_CASE, [agencyId, registrationId]);
  }

  /** Everything of the agency that lies in the store. */
  listStored(agencyId: string): Promise<DocumentRow[]> {
    return this.database.read<DocumentRow>(agencyId, STORED, [agencyId]);
  }

  /** One row more than asked, to know whether there is a next page. */
  listPage(
    agencyId: string,
    prerequisiteId: string,
    after: readonly [version: number, page: number, id: string] | null,
    limit: number,
  ): Promise<DocumentRow[]> {
    const [version, page, id] = after ?? [null, null, null];
    return this.database.read<DocumentRow>(agencyId, PAGE_OF_PAPER, [
      agencyId,
      prerequisiteId,
      version,
      page,
      id,
      limit + 1,
    ]);
  }

  /** Files of the last accepted paper of each kind that hold on `holdsOn`. */
  listReusable(
    agencyId: string,
    registrationId: string,
    codes: readonly string[],
    holdsOn: string,
  ): Promise<ReusableRow[]> {
    return this.database.read<ReusableRow>(agencyId, REUSABLE, [agencyId, registrationId, codes, holdsOn]);
  }

  /** @throws the violation of `document_page_key` when the page has a file */
  async insert(transaction: AgencyTransaction, row: NewDocument): Promise<void> {
    await transaction.query(INSERT, [
      transaction.agencyId,
      row.id,
      row.registrationId,
      row.prerequisiteId,
      row.version,
      row.page,
      row.nameSealed,
      row.byteLength,
      row.sha256,
      row.uploadedByKind,
      row.uploadedById,
      row.uploadedAt,
    ]);
  }

  /** Another row for the same file. @returns false when the file is not available any more */
  async insertReused(
    transaction: AgencyTransaction,
    row: Pick<
      NewDocument,
      'id' | 'prerequisiteId' | 'version' | 'page' | 'nameSealed' | 'uploadedByKind' | 'uploadedById' | 'uploadedAt'
    > & {
      readonly fromId: string;
    },
  ): Promise<boolean> {
    const rows = await transaction.query(INSERT_REUSED, [
      transaction.agencyId,
      row.id,
      row.fromId,
      row.prerequisiteId,
      row.version,
      row.page,
      row.nameSealed,
      row.uploadedByKind,
      row.uploadedById,
      row.uploadedAt,
    ]);
    return rows.length === 1;
  }

  /** Pages from 1 on, in the order given. */
  async setPages(transaction: AgencyTransaction, ids: readonly string[]): Promise<void> {
    const values = [transaction.agencyId, ids];
    await transaction.queryTogether([
      { ...CLEAR_PAGES, values },
      { ...SET_PAGES, values },
    ]);
  }

  /** Bytes the agency has taken in since then. */
  async receivedSince(transaction: AgencyTransaction, since: string): Promise<number> {
    const [row] = await transaction.query<{ bytes: number }>(RECEIVED_TODAY, [transaction.agencyId, since]);
    return row?.bytes ?? 0;
  }

  /** Counts a part that lies in the store. False: somebody else has gone on in the meantime. */
  addPart(agencyId: string, id: string, from: number, to: number): Promise<boolean> {
    return this.#moved(agencyId, ADD_PART, [agencyId, id, from, to]);
  }

  /** A sender that announced no length has come to its end. */
  setLength(agencyId: string, id: string, byteLength: number): Promise<boolean> {
    return this.#moved(agencyId, SET_LENGTH, [agencyId, id, byteLength]);
  }

  /** Everything is here and has the announced hash. False: somebody else has seen that already. */
  quarantine(agencyId: string, id: string): Promise<boolean> {
    return this.#moved(agencyId, QUARANTINE, [agencyId, id]);
  }

  /** Writes how the inspection ended. False: it was written already, or the file was taken back meanwhile. */
  async conclude(transaction: AgencyTransaction, id: string, outcome: Outcome): Promise<boolean> {
    const { agencyId } = transaction;
    const rows = outcome.accepted
      ? await transaction.query(KEEP, [
          agencyId,
          id,
          outcome.mediaType,
          outcome.pageCount,
          outcome.objectKey,
          outcome.keptSha256,
        ])
      : await transaction.query(REFUSE, [agencyId, id, outcome.code]);
    return rows.length === 1;
  }

  /** Its parts have gone from the store. */
  async forgetParts(agencyId: string, id: string): Promise<void> {
    await this.#moved(agencyId, PARTS_GONE, [agencyId, id]);
  }

  /** Whether the administrator of now agrees to their identity's papers being kept; nobody takes it back before the transaction has ended. */
  async holdsConsent(transaction: AgencyTransaction, registrationId: string): Promise<boolean> {
    return (await transaction.query(HOLD_CONSENT, [transaction.agencyId, registrationId])).length > 0;
  }

  /** @param at null: it is not sent any more */
  async markSubmitted(transaction: AgencyTransaction, prerequisiteId: string, at: string | null): Promise<void> {
    await transaction.query(MARK_SUBMITTED, [transaction.agencyId, prerequisiteId, at]);
  }

  async wasSubmitted(transaction: AgencyTransaction, prerequisiteId: string): Promise<boolean> {
    const [row] = await transaction.query<{ submitted: boolean }>(WAS_SUBMITTED, [
      transaction.agencyId,
      prerequisiteId,
    ]);
    return row?.submitted ?? false;
  }

  /** The files of the paper's newest version were looked at; null: that look is taken back. */
  async markReviewed(
    transaction: AgencyTransaction,
    prerequisiteId: string,
    by: { readonly memberId: string; readonly at: string } | null,
  ): Promise<void> {
    await transaction.query(MARK_REVIEWED, [
      transaction.agencyId,
      prerequisiteId,
      by?.memberId ?? null,
      by?.at ?? null,
    ]);
  }

  /** Whether the history already says since then that they looked at it. */
  async wasViewed(agencyId: string, document: DocumentRow, actorId: string, since: string): Promise<boolean> {
    const values = [agencyId, document.registrationId, actorId, document.id, since];
    const [row] = await this.database.read<{ viewed: boolean }>(agencyId, VIEWED, values);
    return row?.viewed ?? false;
  }

  /** Files that somebody must go on with: not inspected, begun before `staleBefore` and never finished, or with parts left in the store. */
  listUnfinished(agencyId: string, staleBefore: string): Promise<UnfinishedDocument[]> {
    return this.database.read<UnfinishedDocument>(agencyId, UNFINISHED, [agencyId, staleBefore]);
  }

  async #moved(agencyId: string, statement: Statement, values: unknown[]): Promise<boolean> {
    return this.database.withAgency(agencyId, async (transaction) => {
      const rows = await transaction.commitWith(statement, values as never[]);
      return rows.length === 1;
    });
  }
}
