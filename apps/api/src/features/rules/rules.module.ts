/** Offers the rulebook of a day. */
import { Module } from '@nestjs/common';
import { RuleOverridesRepository } from './rule-overrides.repository.js';
import { RulesService } from './rules.service.js';

@Module({ providers: [RuleOverridesRepository, RulesService], exports: [RuleOverridesRepository, RulesService] })
export class RulesModule {}
