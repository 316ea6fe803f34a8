/** Erasing a client everywhere. */
import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { HistoryModule } from '../history/history.module.js';
import { PeopleModule } from '../people/people.module.js';
import { RetentionModule } from '../retention/retention.module.js';
import { ErasureController } from './erasure.controller.js';
import { ErasureRepository } from './erasure.repository.js';
import { ErasureService } from './erasure.service.js';

@Module({
  imports: [AgenciesModule, HistoryModule, PeopleModule, RetentionModule],
  controllers: [ErasureController],
  providers: [ErasureService, ErasureRepository],
})
export class ErasureModule {}
