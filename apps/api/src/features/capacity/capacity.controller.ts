/** Answers the operations about capacity. */
import { Controller } from '@nestjs/common';
import {
  getCapacity,
  getCapacityWhatIf,
  getPersonCapacity,
  getSubjectCapacity,
  listPeopleCapacity,
  type OperationInput,
} from '@daiban/contracts';
import type { StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { CapacityService } from './capacity.service.js';

@Controller()
export class CapacityController {
  constructor(private readonly capacity: CapacityService) {}

  @Operation(getCapacity)
  getCapacity(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof getCapacity>) {
    return this.capacity.getCapacity(actor, input);
  }

  @Operation(getSubjectCapacity)
  getSubjectCapacity(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof getSubjectCapacity>) {
    return this.capacity.getSubjectCapacity(actor, input);
  }

  @Operation(listPeopleCapacity)
  listPeopleCapacity(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof listPeopleCapacity>) {
    return this.capacity.listPeopleCapacity(actor, input);
  }

  @Operation(getPersonCapacity)
  getPersonCapacity(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof getPersonCapacity>) {
    return this.capacity.getPersonCapacity(actor, input);
  }

  @Operation(getCapacityWhatIf)
  getCapacityWhatIf(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof getCapacityWhatIf>) {
    return this.capacity.getCapacityWhatIf(actor, input);
  }
}
