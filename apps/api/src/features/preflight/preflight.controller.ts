/** HTTP of the pre-flight. */
import { Controller } from '@nestjs/common';
import { getPreflight, type OperationInput } from '@daiban/contracts';
import type { StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { PreflightService } from './preflight.service.js';

@Controller()
export class PreflightController {
  constructor(private readonly preflight: PreflightService) {}

  @Operation(getPreflight)
  getPreflight(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof getPreflight>) {
    return this.preflight.getPreflight(actor, input);
  }
}
