/** Who holds the places under limits, and what hangs on whom. */
import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { QuotasModule } from '../quotas/quotas.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { CapacityController } from './capacity.controller.js';
import { CapacityRepository } from './capacity.repository.js';
import { CapacityService } from './capacity.service.js';

@Module({
  imports: [PeopleModule, QuotasModule, RegistrationsModule],
  controllers: [CapacityController],
  providers: [CapacityService, CapacityRepository],
})
export class CapacityModule {}
