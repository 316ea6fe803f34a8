/** Answers the operations about subjects. */
import { Controller } from '@nestjs/common';
import { getSubject, listSubjects, updateSubject, type OperationInput } from '@daiban/contracts';
import type { StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { SubjectsService } from './subjects.service.js';

@Controller()
export class SubjectsController {
  constructor(private readonly subjects: SubjectsService) {}

  @Operation(listSubjects)
  listSubjects(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof listSubjects>) {
    return this.subjects.listSubjects(actor, input);
  }

  @Operation(getSubject)
  getSubject(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof getSubject>) {
    return this.subjects.getSubject(actor, input);
  }

  @Operation(updateSubject)
  updateSubject(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof updateSubject>) {
    return this.subjects.updateSubject(actor, input);
  }
}
