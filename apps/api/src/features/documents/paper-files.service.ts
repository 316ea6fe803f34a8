/** What senders do with a paper's files as a whole: send them, take one back, use earlier ones again. Called for staff and for visitors of the portal. */
import { Injectable } from '@nestjs/common';
import { lastReviewDay, type JudgingContext } from '@daiban/domain';
import type { PrerequisiteState } from '@daiban/domain/enumerations';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/auth/actor.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { Encryption } from '../../platform/encryption/encryption.js';
import { FileStoreUnavailable } from '../../platform/files/file-store.js';
import { Refused } from '../../platform/refusal/refused.js';
import type { CaseDecision } from '../registrations/case-decision.js';
import type { Case } from '../registrations/case.js';
import { CasesService, type CaseView, type ChangedCase } from '../registrations/cases.service.js';
import { DocumentDisposalService } from '../retention/document-disposal.service.js';
import { nameContext } from './document-name.js';
import { DocumentsMapper } from './documents.mapper.js';
import { DocumentsRepository, type DocumentRow, type PaperRow, type ReusableRow } from './documents.repository.js';
import { StoredDocumentService } from './stored-document.service.js';
import { withEntry } from './paper-entry.js';
import { closedBy, currentVersion, filesOfPaper, isOnItsPage, mayTakeAway, takingBack } from './paper-state.js';

@Injectable()
export class PaperFilesService {
  constructor(
    private readonly repository: DocumentsRepository,
    private readonly mapper: DocumentsMapper,
    private readonly cases: CasesService,
    private readonly disposal: DocumentDisposalService,
    private readonly stored: StoredDocumentService,
    private readonly encryption: Encryption,
    private readonly database: Database,
  ) {}

  /** Sends what was brought to be looked over: it is the agency's turn. What was sent already stays sent. */
  async submit(actor: Actor, paper: PaperRow): Promise<Refused | null> {
    const sent = await this.#change(actor, paper, async (before, context, transaction, state) => {
      const closed = closedBy({ ...paper, state });
      if (closed !== null) return Refused.of(`prerequisite.${closed}`);
      const documents = await this.repository.listOfPaperWithin(transaction, paper.id);
      const version = currentVersion(documents);
      const files = filesOfPaper(documents).filter((file) => file.version === version);
      if (files.length === 0) return Refused.of('document.none');
      if (files.some(({ state }) => state !== 'available')) return Refused.of('document.not_ready');
      await this.repository.markSubmitted(transaction, paper.id, context.now);
      const payload = { paper: paper.code, files: files.length, version };
      const entry = this.cases.entry('paper_submitted', context.now, payload, {
        orderId: paper.orderId,
        visibility: 'client',
      });
      return withEntry(before, entry, paper.id, 'submitted');
    });
    if (!(sent instanceof Refused) || sent.code === 'prerequisite.being_checked') return null;
    return sent;
  }

  /** Puts the files that are being brought in another order. It changes no case, so its history does not tell it. */
  async order(actor: Actor, paper: PaperRow, documentIds: readonly string[]): Promise<Refused | null> {
    const closed = closedBy(paper);
    if (closed !== null) return Refused.of(`prerequisite.${closed}`);
    return this.database.withAgency<Refused | null>(actor.agencyId, async (transaction) => {
      const documents = await this.repository.listOfPaperWithin(transaction, paper.id);
      const version = currentVersion(documents);
      const there = documents.filter((row) => row.version === version && isOnItsPage(row)).map(({ id }) => id);
      if (there.toSorted().join() !== documentIds.toSorted().join()) return Refused.of('document.order_incomplete');
      await this.repository.setPages(transaction, documentIds);
      return null;
    });
  }

  /** Deletes a file for its sender, while that is free; one that never came whole, for anybody who may bring files for the paper. A paper that was sent goes back to its sender. */
  async takeBack(actor: Actor, document: DocumentRow, paper: PaperRow): Promise<Refused | null> {
    if (document.state === 'deleted') return null;
    const taken = await this.#change(actor, paper, async (before, context, transaction, state) => {
      const closed = closedBy({ ...paper, state });
      if (closed === 'sealed') return Refused.of('prerequisite.sealed');
      const minutes = context.rules.entries['document.fix_minutes'].value;
      const rows = await this.repository.listOfPaperWithin(transaction, paper.id);
      const row = rows.find(({ id }) => id === document.id);
      if (!row) return Refused.notFound();
      if (!mayTakeAway(row, actor)) return Refused.of('document.not_own');
      if (!takingBack(row, { ...paper, state }, minutes, context.now).free)
        return Refused.of('document.too_late', { params: { minutes }, ruleId: 'document.fix_minutes' });
      await this.disposal.dispose(transaction, [row.id], 'taken_back', null, context.now);
      const wasSent = state === 'submitted' && isOnItsPage(row);
      if (wasSent) await this.repository.markSubmitted(transaction, paper.id, null);
      const payload = { paper: paper.code, documentId: row.id, page: row.page, reason: 'taken_back' };
      const entry = this.cases.entry('document_deleted', context.now, payload, {
        orderId: paper.orderId,
        visibility: wasSent ? 'client' : 'internal',
      });
      const wasReturned = before.particulars.papers[paper.id]?.reasonCode != null;
      return withEntry(before, entry, paper.id, wasSent ? (wasReturned ? 'returned' : 'open') : state);
    });
    if (taken instanceof Refused) return taken;
    await this.settle(actor.agencyId, document.id);
    return null;
  }

  /** Files that were accepted for the same papers earlier and hold beyond a review that begins today, by the paper's code. */
  async listReusable(view: CaseView, codes: readonly string[]): Promise<Map<string, ReusableRow[]>> {
    const { facts, particulars } = view.case;
    const holdsOn = lastReviewDay(facts, view.context);
    const rows = await this.repository.listReusable(particulars.agencyId, facts.registration.id, codes, holdsOn);
    const byCode = new Map<string, ReusableRow[]>();
    for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
    return byCode;
  }

  /** Brings files again that were accepted earlier; they stand behind what is there, and the paper is sent. */
  async reuse(actor: Actor, paper: PaperRow, documentIds: readonly string[]): Promise<Refused | null> {
    const view = await this.cases.read(actor, { by: 'prerequisite', id: paper.id });
    if (view instanceof Refused) return view;
    const offered = (await this.listReusable(view, [paper.code])).get(paper.code) ?? [];
    const chosen = offered.filter(({ id, prerequisiteId }) => documentIds.includes(id) && prerequisiteId !== paper.id);
    if (chosen.length !== new Set(documentIds).size) return Refused.of('document.not_reusable');
    const fresh = await Promise.all(
      chosen.map(async (from) => {
        const id = v7();
        const name = await this.mapper.name(actor.agencyId, from);
        const nameSealed = await this.encryption.seal(
          name,
          nameContext(actor.agencyId, { id, clientId: paper.clientId }),
        );
        return { id, fromId: from.id, nameSealed };
      }),
    );
    const reused = await this.#change(actor, paper, async (before, context, transaction, state) => {
      const closed = closedBy({ ...paper, state });
      if (closed !== null) return Refused.of(`prerequisite.${closed}`);
      const documents = await this.repository.listOfPaperWithin(transaction, paper.id);
      const version = currentVersion(documents);
      const there = documents.filter((row) => row.version === version && isOnItsPage(row));
      const lastPage = Math.max(0, ...there.map(({ page }) => page));
      const pagesMax = context.rules.entries['document.pages_max'].value;
      if (lastPage + fresh.length > pagesMax) return Refused.of('document.pages_full', { params: { count: pagesMax } });
      for (const [index, row] of fresh.entries()) {
        const isThere = await this.repository.insertReused(transaction, {
          ...row,
          prerequisiteId: paper.id,
          version,
          page: lastPage + index + 1,
          uploadedByKind: actor.kind,
          uploadedById: actor.id,
          uploadedAt: context.now,
        });
        if (!isThere) return Refused.of('document.not_reusable');
      }
      await this.repository.markSubmitted(transaction, paper.id, context.now);
      const payload = { paper: paper.code, files: fresh.length, version };
      const entry = this.cases.entry('papers_reused', context.now, payload, {
        orderId: paper.orderId,
        visibility: 'client',
      });
      return withEntry(before, entry, paper.id, 'submitted');
    });
    return reused instanceof Refused ? reused : null;
  }

  /** Changes the case that a paper belongs to. @param work is told the paper's state as it is under the lock */
  #change(
    actor: Actor,
    paper: PaperRow,
    work: (
      before: Case,
      context: JudgingContext,
      transaction: AgencyTransaction,
      state: PrerequisiteState,
    ) => Promise<CaseDecision | Refused>,
  ): Promise<ChangedCase | Refused> {
    return this.cases.change(actor, { by: 'prerequisite', id: paper.id }, {}, async (before, context, transaction) => {
      const known = before.facts.prerequisites.find(({ id }) => id === paper.id);
      return known ? work(before, context, transaction, known.state) : Refused.notFound();
    });
  }

  /** Takes a deleted file and its parts out of the store; what a store in trouble does not do now, the next minute does. */
  async settle(agencyId: string, documentId: string): Promise<void> {
    try {
      const document = await this.repository.find(agencyId, documentId);
      if (document) await this.stored.removeParts(agencyId, document);
      await this.disposal.settle(agencyId);
    } catch (error) {
      if (!(error instanceof FileStoreUnavailable)) throw error;
    }
  }
}
