/** The pages of an agency that anybody may open. */
import { Module } from '@nestjs/common';
import { AdviceModule } from '../advice/advice.module.js';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { LeadsModule } from '../leads/leads.module.js';
import { RulebookModule } from '../rules/rulebook.module.js';
import { PublicController } from './public.controller.js';
import { PublicService } from './public.service.js';

@Module({
  imports: [AdviceModule, AgenciesModule, LeadsModule, RulebookModule],
  controllers: [PublicController],
  providers: [PublicService],
})
export class PublicModule {}
