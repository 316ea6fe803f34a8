/** Answers the operations about consents. */
import { Controller } from '@nestjs/common';
import { listConsents, recordConsent, withdrawConsent, type OperationInput } from '@daiban/contracts';
import type { StaffActor, StaffCaller } from '../../platform/auth/actor.js';
import { CurrentActor, CurrentCaller, Input, Operation } from '../../platform/http/operation.decorator.js';
import { ConsentsService } from './consents.service.js';

@Controller()
export class ConsentsController {
  constructor(private readonly consents: ConsentsService) {}

  @Operation(recordConsent)
  recordConsent(@CurrentCaller() caller: StaffCaller, @Input() input: OperationInput<typeof recordConsent>) {
    return this.consents.recordConsent(caller, input);
  }

  @Operation(listConsents)
  listConsents(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof listConsents>) {
    return this.consents.listConsents(actor, input);
  }

  @Operation(withdrawConsent)
  withdrawConsent(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof withdrawConsent>) {
    return this.consents.withdrawConsent(actor, input);
  }
}
