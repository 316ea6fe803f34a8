/** Answers the operations of the address pool; reserving and releasing stand with the registration they are for. */
import { Controller } from '@nestjs/common';
import { listEmails, recordEmailCheck, type OperationInput } from '@daiban/contracts';
import type { StaffActor, StaffCaller } from '../../platform/auth/actor.js';
import { CurrentActor, CurrentCaller, Input, Operation } from '../../platform/http/operation.decorator.js';
import { AccountEmailsService } from './account-emails.service.js';

@Controller()
export class AccountEmailsController {
  constructor(private readonly emails: AccountEmailsService) {}

  @Operation(listEmails)
  listEmails(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof listEmails>) {
    return this.emails.listEmails(actor, input);
  }

  @Operation(recordEmailCheck)
  recordEmailCheck(@CurrentCaller() caller: StaffCaller, @Input() input: OperationInput<typeof recordEmailCheck>) {
    return this.emails.recordEmailCheck(caller, input);
  }
}
