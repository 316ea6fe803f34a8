/** HTTP of the papers that wait for a review, over all cases. */
import { Controller } from '@nestjs/common';
import { listReviewQueue, type OperationInput } from '@daiban/contracts';
import type { StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { ReviewQueueService } from './review-queue.service.js';

@Controller()
export class ReviewQueueController {
  constructor(private readonly queue: ReviewQueueService) {}

  @Operation(listReviewQueue)
  listReviewQueue(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof listReviewQueue>) {
    return this.queue.list(actor, input);
  }
}
