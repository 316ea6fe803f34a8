/** The scan's times over HTTP, for staff. */
import {
  closeAppointment,
  inviteAdmin,
  listAppointments,
  listReadyAdmins,
  offerAppointments,
  type OperationInput,
} from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import type { StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { AppointmentsService } from './appointments.service.js';

@Controller()
export class AppointmentsController {
  constructor(private readonly appointments: AppointmentsService) {}

  @Operation(listAppointments)
  listAppointments(@CurrentActor() actor: StaffActor, @Input() { params }: OperationInput<typeof listAppointments>) {
    return this.appointments.listAppointments(actor, params.id);
  }

  @Operation(offerAppointments)
  offerAppointments(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof offerAppointments>) {
    return this.appointments.offerAppointments(actor, input);
  }

  @Operation(closeAppointment)
  closeAppointment(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof closeAppointment>) {
    return this.appointments.closeAppointment(actor, input);
  }

  @Operation(inviteAdmin)
  inviteAdmin(@CurrentActor() actor: StaffActor, @Input() { params }: OperationInput<typeof inviteAdmin>) {
    return this.appointments.inviteAdmin(actor, params.id);
  }

  @Operation(listReadyAdmins)
  listReadyAdmins(@CurrentActor() actor: StaffActor) {
    return this.appointments.listReadyAdmins(actor);
  }
}
