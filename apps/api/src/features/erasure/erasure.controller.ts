/** Answers the operations about erasing a client. */
import { Controller } from '@nestjs/common';
import { eraseClient, previewErasure, type OperationInput } from '@daiban/contracts';
import type { StaffActor, StaffCaller } from '../../platform/auth/actor.js';
import { PasswordConfirmation } from '../../platform/auth/password-confirmation.js';
import { CurrentActor, CurrentCaller, Exchange, Input, Operation } from '../../platform/http/operation.decorator.js';
import type { HttpExchange } from '../../platform/http/request-state.js';
import { ErasureService } from './erasure.service.js';

@Controller()
export class ErasureController {
  constructor(
    private readonly erasure: ErasureService,
    private readonly confirmation: PasswordConfirmation,
  ) {}

  @Operation(previewErasure)
  previewErasure(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof previewErasure>) {
    return this.erasure.preview(actor, input);
  }

  @Operation(eraseClient)
  async eraseClient(
    @CurrentCaller() caller: StaffCaller,
    @Input() input: OperationInput<typeof eraseClient>,
    @Exchange() { request }: HttpExchange,
  ) {
    const refused = await this.confirmation.confirm(request, caller, input.body.password);
    return refused ?? this.erasure.erase(caller.actor, input);
  }
}
