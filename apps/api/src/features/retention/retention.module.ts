/** Deleting papers when their days are over. */
import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { RulesModule } from '../rules/rules.module.js';
import { DocumentDisposalService } from './document-disposal.service.js';
import { DocumentsKeptRepository } from './documents-kept.repository.js';
import { RetentionService } from './retention.service.js';
import { RetentionSweep } from './retention.sweep.js';

@Module({
  imports: [AgenciesModule, RegistrationsModule, RulesModule],
  providers: [DocumentDisposalService, DocumentsKeptRepository, RetentionService, RetentionSweep],
  exports: [DocumentDisposalService, RetentionService],
})
export class RetentionModule {}
