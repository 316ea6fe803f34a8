/** The papers and facts a case needs. */
import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { PrerequisitesController } from './prerequisites.controller.js';
import { PrerequisitesService } from './prerequisites.service.js';

@Module({
  imports: [PeopleModule, RegistrationsModule],
  controllers: [PrerequisitesController],
  providers: [PrerequisitesService],
  exports: [PrerequisitesService],
})
export class PrerequisitesModule {}
