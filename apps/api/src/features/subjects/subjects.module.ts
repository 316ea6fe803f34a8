/** Subjects and the accounts that stand on them. */
import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/history.module.js';
import { QuotasModule } from '../quotas/quotas.module.js';
import { RulesModule } from '../rules/rules.module.js';
import { SubjectsController } from './subjects.controller.js';
import { SubjectsRepository } from './subjects.repository.js';
import { SubjectsService } from './subjects.service.js';

@Module({
  imports: [HistoryModule, QuotasModule, RulesModule],
  controllers: [SubjectsController],
  providers: [SubjectsService, SubjectsRepository],
  exports: [SubjectsService],
})
export class SubjectsModule {}
