/** The papers and facts a case needs. */
import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { PeopleModule } from '../people/people.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { PrerequisitesController } from './prerequisites.controller.js';
import { PrerequisitesService } from './prerequisites.service.js';

@Module({
  imports: [DocumentsModule, PeopleModule, RegistrationsModule],
  controllers: [PrerequisitesController],
  providers: [PrerequisitesService],
  exports: [PrerequisitesService],
})
export class PrerequisitesModule {}
