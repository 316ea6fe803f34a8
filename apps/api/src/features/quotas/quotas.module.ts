/** Places under limits. */
import { Module } from '@nestjs/common';
import { RulesModule } from '../rules/rules.module.js';
import { QuotasRepository } from './quotas.repository.js';
import { QuotasService } from './quotas.service.js';

@Module({ imports: [RulesModule], providers: [QuotasService, QuotasRepository], exports: [QuotasService] })
export class QuotasModule {}
