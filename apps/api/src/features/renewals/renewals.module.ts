/** Renewals and their reminders. */
import { Module } from '@nestjs/common';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { PortalModule } from '../portal/portal.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { RenewalRemindersService } from './renewal-reminders.service.js';
import { RenewalsController } from './renewals.controller.js';
import { RenewalsRepository } from './renewals.repository.js';
import { RenewalsService } from './renewals.service.js';
import { RenewalsSweep } from './renewals.sweep.js';

@Module({
  imports: [DeliveriesModule, PortalModule, RegistrationsModule],
  controllers: [RenewalsController],
  providers: [RenewalsService, RenewalRemindersService, RenewalsSweep, RenewalsRepository],
})
export class RenewalsModule {}
