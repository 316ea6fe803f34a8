/** Answers the operations about operators. */
import { Controller } from '@nestjs/common';
import { bindOperator, listOperators, unbindOperator, type OperationInput } from '@daiban/contracts';
import type { StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { OperatorsService } from './operators.service.js';

@Controller()
export class OperatorsController {
  constructor(private readonly operators: OperatorsService) {}

  @Operation(listOperators)
  listOperators(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof listOperators>) {
    return this.operators.listOperators(actor, input);
  }

  @Operation(bindOperator)
  bindOperator(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof bindOperator>) {
    return this.operators.bindOperator(actor, input);
  }

  @Operation(unbindOperator)
  unbindOperator(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof unbindOperator>) {
    return this.operators.unbindOperator(actor, input);
  }
}
