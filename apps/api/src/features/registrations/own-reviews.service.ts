/** The agency's own finished reviews, which expected ranges are told from. Called for the context of every decision. */
import { Injectable } from '@nestjs/common';
import type { FinishedReview } from '@daiban/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { AgencyMemory } from '../../platform/memory/agency-memory.js';
import { OwnReviewsRepository } from './own-reviews.repository.js';

@Injectable()
export class OwnReviewsService {
  readonly #memory: AgencyMemory<readonly FinishedReview[]>;

  constructor(repository: OwnReviewsRepository, systemClock: SystemClock) {
    this.#memory = new AgencyMemory((agencyId) => repository.listFinished(agencyId), systemClock);
  }

  /** Without a question to the database, but for the first: one that has just ended counts from the next day on, so it need not be known at once. */
  listFinished(agencyId: string): Promise<readonly FinishedReview[]> {
    return this.#memory.get(agencyId);
  }
}
