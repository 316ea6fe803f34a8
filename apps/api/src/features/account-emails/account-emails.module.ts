/** The address pool. */
import { Module } from '@nestjs/common';
import { RulesModule } from '../rules/rules.module.js';
import { AccountEmailsController } from './account-emails.controller.js';
import { AccountEmailsRepository } from './account-emails.repository.js';
import { AccountEmailsService } from './account-emails.service.js';

@Module({
  imports: [RulesModule],
  controllers: [AccountEmailsController],
  providers: [AccountEmailsService, AccountEmailsRepository],
  exports: [AccountEmailsService],
})
export class AccountEmailsModule {}
