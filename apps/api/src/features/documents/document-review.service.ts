/** What a review of a paper means for its files: whether they can be judged, who may, and what the client will be told. Called by prerequisites within the transaction that writes the review. */
import { Injectable } from '@nestjs/common';
import type { Acknowledgement, JudgingContext, PrerequisiteFacts } from '@daiban/domain';
import type { StaffCaller } from '../../platform/auth/actor.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Refused } from '../../platform/refusal/refused.js';
import { DocumentsRepository } from './documents.repository.js';
import { filesOfPaper } from './paper-state.js';
import { ReviewSittingsService } from './review-sittings.service.js';
import type { SittingDecision } from './review-sittings.repository.js';
import { checkedByUploader } from './verifier-check.js';

/** A paper about to be decided. */
export interface PaperToReview {
  readonly registrationId: string;
  readonly paper: PrerequisiteFacts;
  readonly decision: SittingDecision;
  readonly acknowledgements: readonly Acknowledgement[];
}

@Injectable()
export class DocumentReviewService {
  constructor(
    private readonly repository: DocumentsRepository,
    private readonly sittings: ReviewSittingsService,
  ) {}

  /** Null: it was written beside the review; else why the paper cannot be decided like this. */
  async review(
    transaction: AgencyTransaction,
    { actor, memberId }: Pick<StaffCaller, 'actor' | 'memberId'>,
    { registrationId, paper, decision, acknowledgements }: PaperToReview,
    { rules, now }: JudgingContext,
  ): Promise<Refused | null> {
    const documents = await this.repository.listOfPaperWithin(transaction, paper.id);
    if (decision.decision === 'accept') {
      if (filesOfPaper(documents).some(({ state }) => state !== 'available')) return Refused.of('document.not_ready');
      const finding = checkedByUploader(paper.code, documents, memberId, rules);
      const isAnsweredFor =
        finding?.acknowledgedBy === actor.role && acknowledgements.some(({ code }) => code === finding?.code);
      if (finding && !isAnsweredFor) return Refused.because([finding]);
    }
    await this.repository.markReviewed(transaction, paper.id, { memberId, at: now });
    await this.sittings.keep(transaction, registrationId, memberId, decision, now);
    return null;
  }

  /**
   * Takes a decision back that was not told yet: the files are unseen again.
   * @returns whether the paper had been sent; a refusal when there is nothing to take back
   */
  async undo(
    transaction: AgencyTransaction,
    memberId: string,
    { registrationId, paper }: Pick<PaperToReview, 'registrationId' | 'paper'>,
  ): Promise<{ readonly wasSubmitted: boolean } | Refused> {
    if (!(await this.sittings.drop(transaction, registrationId, memberId, paper.id)))
      return Refused.of('review.nothing_to_undo');
    await this.repository.markReviewed(transaction, paper.id, null);
    return { wasSubmitted: await this.repository.wasSubmitted(transaction, paper.id) };
  }
}
