/** Sheets that agencies bring in. */
import { Module } from '@nestjs/common';
import { AccountEmailsModule } from '../account-emails/account-emails.module.js';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { PeopleModule } from '../people/people.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { ImportWorkerService } from './import-worker.service.js';
import { ImportsController } from './imports.controller.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportsService } from './imports.service.js';
import { RowIntakeService } from './row-intake.service.js';

@Module({
  imports: [AccountEmailsModule, AgenciesModule, ClientsModule, PeopleModule, RegistrationsModule],
  controllers: [ImportsController],
  providers: [ImportsRepository, ImportsService, ImportWorkerService, RowIntakeService],
})
export class ImportsModule {}
