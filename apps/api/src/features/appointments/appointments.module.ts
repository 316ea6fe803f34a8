/** The administrator's scan: its times, the mails about them, and the administrator's own page. */
import { Module } from '@nestjs/common';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { ConsentsModule } from '../people/consents.module.js';
import { PeopleModule } from '../people/people.module.js';
import { PortalModule } from '../portal/portal.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { AdminAppointmentsService } from './admin-appointments.service.js';
import { AdminPageController } from './admin-page.controller.js';
import { AdminPageRepository } from './admin-page.repository.js';
import { AdminPageService } from './admin-page.service.js';
import { AppointmentMailWriter } from './appointment-mail.writer.js';
import { AppointmentMailsRepository } from './appointment-mails.repository.js';
import { AppointmentMailsService } from './appointment-mails.service.js';
import { AppointmentsController } from './appointments.controller.js';
import { AppointmentsRepository } from './appointments.repository.js';
import { AppointmentsService } from './appointments.service.js';
import { AppointmentsSweep } from './appointments.sweep.js';

@Module({
  imports: [ConsentsModule, DeliveriesModule, PeopleModule, PortalModule, RegistrationsModule],
  controllers: [AppointmentsController, AdminPageController],
  providers: [
    AdminAppointmentsService,
    AdminPageRepository,
    AdminPageService,
    AppointmentMailWriter,
    AppointmentMailsRepository,
    AppointmentMailsService,
    AppointmentsRepository,
    AppointmentsService,
    AppointmentsSweep,
  ],
  exports: [AppointmentsService, AdminAppointmentsService],
})
export class AppointmentsModule {}
