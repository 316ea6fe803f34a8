/** Over all cases: whose papers wait to be looked over. Called by its controller. */
import { Injectable } from '@nestjs/common';
import type { listReviewQueue, OperationInput, WaitingReview } from '@daiban/contracts';
import { z } from 'zod';
import type { StaffActor } from '../../platform/auth/actor.js';
import { decodeCursor, toPage, type Page } from '../../platform/paging/cursor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { ReviewQueueRepository } from './review-queue.repository.js';

const CURSOR = z.tuple([z.iso.datetime(), z.uuid()]);

@Injectable()
export class ReviewQueueService {
  constructor(private readonly repository: ReviewQueueRepository) {}

  async list(
    { agencyId }: StaffActor,
    { query: { cursor, limit } }: OperationInput<typeof listReviewQueue>,
  ): Promise<Page<WaitingReview> | Refused> {
    const after = decodeCursor(cursor, CURSOR);
    if (after instanceof Refused) return after;
    const rows = await this.repository.listPage(agencyId, after, limit);
    return toPage(
      rows,
      limit,
      ({ waitingSince, registrationId }) => [waitingSince, registrationId],
      ({ clientId, clientName, papers, ...row }) => ({
        ...row,
        papers: [...papers],
        client: { id: clientId, name: clientName },
      }),
    );
  }
}
