/** The custody passport: what it says, its document, its mails. */
import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { PortalModule } from '../portal/portal.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { PassportMailService } from './passport-mail.service.js';
import { PassportsController } from './passports.controller.js';
import { PassportsRepository } from './passports.repository.js';
import { PassportsService } from './passports.service.js';
import { PassportsSweep } from './passports.sweep.js';

@Module({
  imports: [AgenciesModule, DeliveriesModule, PortalModule, RegistrationsModule],
  controllers: [PassportsController],
  providers: [PassportMailService, PassportsRepository, PassportsService, PassportsSweep],
})
export class PassportsModule {}
