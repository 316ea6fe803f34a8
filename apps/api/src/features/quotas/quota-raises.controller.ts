/** Answers the operations about quota raises. */
import { Controller } from '@nestjs/common';
import { applyQuotaRaiseEvent, listQuotaRaises, requestQuotaRaise, type OperationInput } from '@daiban/contracts';
import type { StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { QuotaRaisesService } from './quota-raises.service.js';

@Controller()
export class QuotaRaisesController {
  constructor(private readonly raises: QuotaRaisesService) {}

  @Operation(requestQuotaRaise)
  requestQuotaRaise(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof requestQuotaRaise>) {
    return this.raises.requestQuotaRaise(actor, input);
  }

  @Operation(listQuotaRaises)
  listQuotaRaises(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof listQuotaRaises>) {
    return this.raises.listQuotaRaises(actor, input);
  }

  @Operation(applyQuotaRaiseEvent)
  applyQuotaRaiseEvent(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof applyQuotaRaiseEvent>) {
    return this.raises.applyQuotaRaiseEvent(actor, input);
  }
}
