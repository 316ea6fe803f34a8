/** Answers the operations about consents. */
import { Controller } from '@nestjs/common';
import { listConsents, listConsentTexts, recordConsent, withdrawConsent, type OperationInput } from '@daiban/contracts';
import type { StaffActor, StaffCaller } from '../../platform/auth/actor.js';
import { CurrentActor, CurrentCaller, Input, Operation } from '../../platform/http/operation.decorator.js';
import { ConsentTextsService } from './consent-texts.service.js';
import { ConsentsService } from './consents.service.js';

@Controller()
export class ConsentsController {
  constructor(
    private readonly consents: ConsentsService,
    private readonly texts: ConsentTextsService,
  ) {}

  @Operation(recordConsent)
  recordConsent(@CurrentCaller() caller: StaffCaller, @Input() input: OperationInput<typeof recordConsent>) {
    return this.consents.recordConsent(caller, input);
  }

  @Operation(listConsentTexts)
  listConsentTexts(@CurrentCaller() caller: StaffCaller, @Input() input: OperationInput<typeof listConsentTexts>) {
    return this.texts.listOfCase(caller, input);
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
