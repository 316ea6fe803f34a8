/** The advisor: questions, answers, and the answers that were kept. */
import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { RulesModule } from '../rules/rules.module.js';
import { AdviceController } from './advice.controller.js';
import { AdviceRepository } from './advice.repository.js';
import { AdviceService } from './advice.service.js';

@Module({
  imports: [CalendarModule, RulesModule],
  controllers: [AdviceController],
  providers: [AdviceRepository, AdviceService],
  exports: [AdviceService],
})
export class AdviceModule {}
