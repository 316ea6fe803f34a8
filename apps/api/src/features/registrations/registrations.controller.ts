/** HTTP of the cases themselves. */
import { Controller } from '@nestjs/common';
import {
  applyRegistrationEvent,
  createRegistration,
  getPipeline,
  getRegistration,
  listRegistrations,
  recordSignOff,
  releaseEmail,
  reserveEmail,
  setAdmin,
  updateRegistration,
  type OperationInput,
} from '@daiban/contracts';
import type { StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { IntakeService } from './intake.service.js';
import { RegistrationFormService } from './registration-form.service.js';
import { RegistrationListService } from './registration-list.service.js';
import { RegistrationsService } from './registrations.service.js';

@Controller()
export class RegistrationsController {
  constructor(
    private readonly registrations: RegistrationsService,
    private readonly intake: IntakeService,
    private readonly form: RegistrationFormService,
    private readonly list: RegistrationListService,
  ) {}

  @Operation(createRegistration)
  createRegistration(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof createRegistration>) {
    return this.intake.createRegistration(actor, input);
  }

  @Operation(listRegistrations)
  listRegistrations(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof listRegistrations>) {
    return this.list.listRegistrations(actor, input);
  }

  @Operation(getPipeline)
  getPipeline(@CurrentActor() actor: StaffActor) {
    return this.list.getPipeline(actor);
  }

  @Operation(getRegistration)
  getRegistration(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof getRegistration>) {
    return this.registrations.getRegistration(actor, input.params.id);
  }

  @Operation(updateRegistration)
  updateRegistration(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof updateRegistration>) {
    return this.form.updateRegistration(actor, input);
  }

  @Operation(applyRegistrationEvent)
  applyRegistrationEvent(
    @CurrentActor() actor: StaffActor,
    @Input() input: OperationInput<typeof applyRegistrationEvent>,
  ) {
    return this.registrations.applyRegistrationEvent(actor, input);
  }

  @Operation(setAdmin)
  setAdmin(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof setAdmin>) {
    return this.registrations.setAdmin(actor, input);
  }

  @Operation(recordSignOff)
  recordSignOff(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof recordSignOff>) {
    return this.registrations.recordSignOff(actor, input);
  }

  @Operation(reserveEmail)
  reserveEmail(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof reserveEmail>) {
    return this.form.reserveEmail(actor, input);
  }

  @Operation(releaseEmail)
  releaseEmail(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof releaseEmail>) {
    return this.form.releaseEmail(actor, input);
  }
}
