/** Agencies, the set-up of an empty installation, how an agency shows itself and what visitors read about it. */
import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/history.module.js';
import { MembersModule } from '../members/members.module.js';
import { RulesModule } from '../rules/rules.module.js';
import { AgenciesController } from './agencies.controller.js';
import { AgenciesRepository } from './agencies.repository.js';
import { AgenciesService } from './agencies.service.js';
import { AgencyProfileController } from './agency-profile.controller.js';
import { AgencyProfileRepository } from './agency-profile.repository.js';
import { AgencyProfileService } from './agency-profile.service.js';
import { AgencyTextsRepository } from './agency-texts.repository.js';
import { AgencyTextsService } from './agency-texts.service.js';

@Module({
  imports: [HistoryModule, MembersModule, RulesModule],
  controllers: [AgenciesController, AgencyProfileController],
  providers: [
    AgenciesRepository,
    AgenciesService,
    AgencyProfileRepository,
    AgencyProfileService,
    AgencyTextsRepository,
    AgencyTextsService,
  ],
  exports: [AgenciesService, AgencyProfileService, AgencyTextsService],
})
export class AgenciesModule {}
