/** Answers the operations about people. */
import { Controller } from '@nestjs/common';
import {
  createPerson,
  getPerson,
  listPeople,
  recordIdCheck,
  updatePerson,
  type OperationInput,
} from '@daiban/contracts';
import type { StaffActor, StaffCaller } from '../../platform/auth/actor.js';
import { CurrentActor, CurrentCaller, Input, Operation } from '../../platform/http/operation.decorator.js';
import { PeopleService } from './people.service.js';

@Controller()
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Operation(createPerson)
  createPerson(
    @CurrentActor() actor: StaffActor,
    @CurrentCaller() { memberId }: StaffCaller,
    @Input() input: OperationInput<typeof createPerson>,
  ) {
    return this.people.createPerson({ actor, memberId }, input);
  }

  @Operation(listPeople)
  listPeople(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof listPeople>) {
    return this.people.listPeople(actor, input);
  }

  @Operation(getPerson)
  getPerson(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof getPerson>) {
    return this.people.getPerson(actor, input);
  }

  @Operation(updatePerson)
  updatePerson(
    @CurrentActor() actor: StaffActor,
    @CurrentCaller() { memberId }: StaffCaller,
    @Input() input: OperationInput<typeof updatePerson>,
  ) {
    return this.people.updatePerson({ actor, memberId }, input);
  }

  @Operation(recordIdCheck)
  recordIdCheck(
    @CurrentActor() actor: StaffActor,
    @CurrentCaller() { memberId }: StaffCaller,
    @Input() input: OperationInput<typeof recordIdCheck>,
  ) {
    return this.people.recordIdCheck({ actor, memberId }, input);
  }
}
