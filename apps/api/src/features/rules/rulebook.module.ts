/** Reading the rulebook and setting own values. A module of its own above the cases: they read the rules, and an own value looks at them. */
import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { RuleOverridesService } from './rule-overrides.service.js';
import { RulebookService } from './rulebook.service.js';
import { RulesController } from './rules.controller.js';
import { RulesModule } from './rules.module.js';

@Module({
  imports: [AgenciesModule, RegistrationsModule, RulesModule],
  controllers: [RulesController],
  providers: [RuleOverridesService, RulebookService],
  exports: [RulebookService],
})
export class RulebookModule {}
