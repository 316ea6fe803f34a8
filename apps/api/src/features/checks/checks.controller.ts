/** Answers `checkIdentifier`. */
import { checkIdentifier, type OperationInput } from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import type { StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { ChecksService } from './checks.service.js';

@Controller()
export class ChecksController {
  constructor(private readonly checks: ChecksService) {}

  @Operation(checkIdentifier)
  checkIdentifier(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof checkIdentifier>) {
    return this.checks.checkIdentifier(actor, input);
  }
}
