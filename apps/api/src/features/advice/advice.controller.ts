/** The advisor over HTTP, for staff and for visitors of the client's page. */
import { Controller } from '@nestjs/common';
import { getAdvice, getAdvicePortal, getKeptAdvice, type OperationInput } from '@daiban/contracts';
import type { PortalVisitor, StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, CurrentVisitor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { AdviceService } from './advice.service.js';

@Controller()
export class AdviceController {
  constructor(private readonly advice: AdviceService) {}

  @Operation(getAdvice)
  getAdvice(@CurrentActor() actor: StaffActor, @Input() { query, body }: OperationInput<typeof getAdvice>) {
    return query.dryRun === 'true' ? this.advice.answer(actor, body) : this.advice.keep(actor, body);
  }

  @Operation(getKeptAdvice)
  getKeptAdvice(@CurrentActor() actor: StaffActor, @Input() { params }: OperationInput<typeof getKeptAdvice>) {
    return this.advice.get(actor, params.id);
  }

  @Operation(getAdvicePortal)
  getAdvicePortal(
    @CurrentVisitor() { actor }: PortalVisitor,
    @Input() { body }: OperationInput<typeof getAdvicePortal>,
  ) {
    return this.advice.answer(actor, body);
  }
}
