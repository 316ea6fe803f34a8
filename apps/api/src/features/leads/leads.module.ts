/** Leads: people who asked the public advisor and left their address. */
import { Module } from '@nestjs/common';
import { AdviceModule } from '../advice/advice.module.js';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { RulesModule } from '../rules/rules.module.js';
import { LeadMailService } from './lead-mail.service.js';
import { LeadsController } from './leads.controller.js';
import { LeadsRepository } from './leads.repository.js';
import { LeadsService } from './leads.service.js';
import { LeadsSweep } from './leads.sweep.js';

@Module({
  imports: [AdviceModule, AgenciesModule, DeliveriesModule, RulesModule],
  controllers: [LeadsController],
  providers: [LeadMailService, LeadsRepository, LeadsService, LeadsSweep],
  exports: [LeadsService],
})
export class LeadsModule {}
