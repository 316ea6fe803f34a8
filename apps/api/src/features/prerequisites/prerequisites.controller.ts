/** HTTP of the papers and facts a case needs. */
import { Controller } from '@nestjs/common';
import { listPrerequisites, reviewPrerequisite, undoReview, type OperationInput } from '@daiban/contracts';
import type { StaffActor, StaffCaller } from '../../platform/auth/actor.js';
import { CurrentActor, CurrentCaller, Input, Operation } from '../../platform/http/operation.decorator.js';
import { PrerequisitesService } from './prerequisites.service.js';

@Controller()
export class PrerequisitesController {
  constructor(private readonly prerequisites: PrerequisitesService) {}

  @Operation(listPrerequisites)
  listPrerequisites(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof listPrerequisites>) {
    return this.prerequisites.listPrerequisites(actor, input);
  }

  @Operation(reviewPrerequisite)
  reviewPrerequisite(@CurrentCaller() caller: StaffCaller, @Input() input: OperationInput<typeof reviewPrerequisite>) {
    return this.prerequisites.reviewPrerequisite(caller, input);
  }

  @Operation(undoReview)
  undoReview(@CurrentCaller() caller: StaffCaller, @Input() input: OperationInput<typeof undoReview>) {
    return this.prerequisites.undoReview(caller, input);
  }
}
