/** Requests for more accounts. Apart from the places themselves, because cases use those and a request is judged in a case's context. */
import { Module } from '@nestjs/common';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { SubjectsModule } from '../subjects/subjects.module.js';
import { QuotaRaisesController } from './quota-raises.controller.js';
import { QuotaRaisesRepository } from './quota-raises.repository.js';
import { QuotaRaisesService } from './quota-raises.service.js';

@Module({
  imports: [RegistrationsModule, SubjectsModule],
  controllers: [QuotaRaisesController],
  providers: [QuotaRaisesService, QuotaRaisesRepository],
  exports: [QuotaRaisesService],
})
export class QuotaRaisesModule {}
