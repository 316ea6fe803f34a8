/** Answers the operations about numbers in clear. */
import { Controller } from '@nestjs/common';
import { findPeopleByNumber, revealNumber, type OperationInput } from '@daiban/contracts';
import type { StaffActor, StaffCaller } from '../../platform/auth/actor.js';
import { PasswordConfirmation } from '../../platform/auth/password-confirmation.js';
import { CurrentActor, CurrentCaller, Exchange, Input, Operation } from '../../platform/http/operation.decorator.js';
import type { HttpExchange } from '../../platform/http/request-state.js';
import { NumberRevealsService } from './number-reveals.service.js';

@Controller()
export class PeopleNumbersController {
  constructor(
    private readonly reveals: NumberRevealsService,
    private readonly confirmation: PasswordConfirmation,
  ) {}

  @Operation(revealNumber)
  async revealNumber(
    @CurrentCaller() caller: StaffCaller,
    @Input() input: OperationInput<typeof revealNumber>,
    @Exchange() { request }: HttpExchange,
  ) {
    const refused = await this.confirmation.confirm(request, caller, input.body.password);
    return refused ?? this.reveals.reveal(caller.actor, input);
  }

  @Operation(findPeopleByNumber)
  findPeopleByNumber(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof findPeopleByNumber>) {
    return this.reveals.findByNumber(actor, input);
  }
}
