/** Renewals over HTTP. */
import { listRenewals, type OperationInput } from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import type { StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { RenewalsService } from './renewals.service.js';

@Controller()
export class RenewalsController {
  constructor(private readonly renewals: RenewalsService) {}

  @Operation(listRenewals)
  list(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof listRenewals>) {
    return this.renewals.listRenewals(actor, input);
  }
}
