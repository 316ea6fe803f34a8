/** The papers and facts a case needs: listing them, a person's review of one, and taking that back. */
import { Injectable } from '@nestjs/common';
import type {
  listPrerequisites,
  OperationInput,
  OperationResult,
  Prerequisite,
  reviewPrerequisite,
  undoReview,
} from '@daiban/contracts';
import { ADMIN_ID_PAPERS, RETURN_REASONS, type PrerequisiteFacts, type RegistrationFacts } from '@daiban/domain';
import { OPEN_ORDER_STATES } from '@daiban/domain/enumerations';
import { z } from 'zod';
import type { Actor, StaffCaller } from '../../platform/auth/actor.js';
import { decodeCursor, toPage } from '../../platform/paging/cursor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { DocumentReviewService } from '../documents/document-review.service.js';
import { PeopleService } from '../people/people.service.js';
import { CaseAnswersService } from '../registrations/case-answers.service.js';
import { CasesService, type CaseView } from '../registrations/cases.service.js';

/** Nobody has looked at it. */
const UNREVIEWED = { reasonCode: null, note: null, reviewedBy: null, reviewedAt: null } as const;

const CURSOR = z.tuple([z.number().int().min(0)]);

@Injectable()
export class PrerequisitesService {
  constructor(
    private readonly cases: CasesService,
    private readonly answers: CaseAnswersService,
    private readonly people: PeopleService,
    private readonly documents: DocumentReviewService,
  ) {}

  /** In the order they were asked for. Papers are added behind the last, so a page never repeats one. */
  async listPrerequisites(
    actor: Actor,
    { params, query }: OperationInput<typeof listPrerequisites>,
  ): Promise<OperationResult<typeof listPrerequisites> | Refused> {
    const after = decodeCursor(query.cursor, CURSOR);
    if (after instanceof Refused) return after;
    const view = await this.cases.read(actor, { by: 'registration', id: params.id });
    if (view instanceof Refused) return view;
    const start = after?.[0] ?? 0;
    const papers = this.answers.prerequisites(view, query.orderId).map((paper, index) => ({ paper, next: index + 1 }));
    const page = toPage(
      papers.slice(start, start + query.limit + 1),
      query.limit,
      ({ next }) => [next],
      ({ paper }) => paper,
    );
    return { ...page, rule: this.answers.papersRule(actor, view.context) };
  }

  /** Accepts a paper or returns it with a reason. Part of the case: its version moves and its history tells. */
  async reviewPrerequisite(
    { actor, memberId }: StaffCaller,
    { params, body }: OperationInput<typeof reviewPrerequisite>,
  ): Promise<Prerequisite | Refused> {
    const { decision, reasonCode = null, note = null, expiresOn, acknowledgements = [] } = body;
    const { id } = params;
    const changed = await this.cases.change(
      actor,
      { by: 'prerequisite', id },
      {},
      async (before, context, transaction) => {
        const { facts } = before;
        const paper = facts.prerequisites.find((known) => known.id === id);
        if (!paper) return Refused.notFound();
        if (isSealed(paper, facts)) return Refused.of('prerequisite.sealed');
        if (decision === 'return' && reasonCode === null) return Refused.of('prerequisite.reason_missing');
        if (decision === 'accept' && expiresOn && expiresOn < context.today) {
          return Refused.of('prerequisite.expired', { params: { expiresOn }, clearedByHolder: 'client' });
        }
        // A code that says nothing of itself: `other`, or none of this paper's.
        if (decision === 'return' && !note && !saysItself(paper.code, reasonCode))
          return Refused.of('prerequisite.note_missing');
        const made = { prerequisiteId: id, code: paper.code, decision, reasonCode, note };
        const unfit = await this.documents.review(
          transaction,
          { actor, memberId },
          { registrationId: facts.registration.id, paper, decision: made, acknowledgements },
          context,
        );
        if (unfit) return unfit;
        const isIdPaper = ADMIN_ID_PAPERS.some((code) => code === paper.code);
        const isIdCheck = decision === 'accept' && isIdPaper && wantsIdCheck(facts.admin);
        if (isIdCheck && facts.admin) {
          const { personId } = facts.admin;
          const refused = await this.people.markIdChecked(
            transaction,
            { actor, memberId },
            personId,
            null,
            context.now,
          );
          if (refused) return refused;
        }
        const state = decision === 'accept' ? 'accepted' : 'returned';
        const review = {
          reasonCode: decision === 'return' ? reasonCode : null,
          note,
          reviewedBy: memberId,
          reviewedAt: context.now,
        };
        const reviewed = { ...paper, state, expiresOn: expiresOn === undefined ? paper.expiresOn : expiresOn } as const;
        return {
          facts: {
            ...facts,
            registration: { ...facts.registration, version: facts.registration.version + 1 },
            prerequisites: facts.prerequisites.map((known) => (known === paper ? reviewed : known)),
            admin: isIdCheck && facts.admin ? { ...facts.admin, idCheckedBy: memberId } : facts.admin,
          },
          particulars: { ...before.particulars, papers: { ...before.particulars.papers, [id]: review } },
          entries: [
            this.cases.entry(
              `prerequisite_${state}`,
              context.now,
              { paper: paper.code, reasonCode: review.reasonCode, expiresOn: reviewed.expiresOn },
              {
                orderId: paper.orderId,
                // The client brings it again only when they learn that it came back.
                visibility: paper.holder === 'agency' ? 'internal' : 'client',
              },
            ),
          ],
          beside: {},
          amongOthers: true,
        };
      },
    );
    return changed instanceof Refused ? changed : this.#answer(changed, id);
  }

  /** Takes a decision back that the client was not told of: the paper waits for its review again, or for its sender. */
  async undoReview(
    { actor, memberId }: StaffCaller,
    { params: { id } }: OperationInput<typeof undoReview>,
  ): Promise<Prerequisite | Refused> {
    const changed = await this.cases.change(
      actor,
      { by: 'prerequisite', id },
      {},
      async (before, { now }, transaction) => {
        const { facts, particulars } = before;
        const paper = facts.prerequisites.find((known) => known.id === id);
        if (!paper) return Refused.notFound();
        if (isSealed(paper, facts)) return Refused.of('prerequisite.sealed');
        const registrationId = facts.registration.id;
        const undone = await this.documents.undo(transaction, memberId, { registrationId, paper });
        if (undone instanceof Refused) return undone;
        const acceptedAt = paper.state === 'accepted' ? particulars.papers[id]?.reviewedAt : null;
        if (acceptedAt && facts.admin && ADMIN_ID_PAPERS.some((code) => code === paper.code)) {
          const { personId } = facts.admin;
          const refused = await this.people.undoIdCheck(transaction, { actor, memberId }, personId, acceptedAt);
          if (refused) return refused;
        }
        const state = undone.wasSubmitted ? 'submitted' : 'open';
        const waiting = { ...paper, state, expiresOn: null } as const;
        return {
          facts: {
            ...facts,
            registration: { ...facts.registration, version: facts.registration.version + 1 },
            prerequisites: facts.prerequisites.map((known) => (known === paper ? waiting : known)),
          },
          particulars: { ...particulars, papers: { ...particulars.papers, [id]: UNREVIEWED } },
          entries: [this.cases.entry('review_undone', now, { paper: paper.code }, { orderId: paper.orderId })],
          beside: {},
          amongOthers: true,
        };
      },
    );
    return changed instanceof Refused ? changed : this.#answer(changed, id);
  }

  #answer(view: CaseView, id: string): Prerequisite | Refused {
    return this.answers.prerequisites(view).find((paper) => paper.id === id) ?? Refused.notFound();
  }
}

/** Whether a reason has words of its own for this paper, and how to put it right. */
function saysItself(code: string, reasonCode: string | null): boolean {
  const reasons = (RETURN_REASONS as Readonly<Record<string, readonly string[]>>)[code] ?? [];
  return reasonCode !== null && reasonCode !== 'other' && reasons.includes(reasonCode);
}

/** A second member's look is not overwritten by the one who brought the number in. */
function wantsIdCheck(admin: RegistrationFacts['admin']): boolean {
  if (admin === null || !admin.hasIdNumber) return false;
  return admin.idCheckedBy === null || admin.idCheckedBy === admin.idUploadedBy;
}

/** What was handed in stays as it was: a registration's papers once it is submitted, an order's once it has ended. */
function isSealed(paper: PrerequisiteFacts, { registration, orders }: RegistrationFacts): boolean {
  if (paper.orderId === null) return registration.submittedAt !== null;
  const order = orders.find(({ id }) => id === paper.orderId);
  return !OPEN_ORDER_STATES.some((state) => state === order?.state);
}
