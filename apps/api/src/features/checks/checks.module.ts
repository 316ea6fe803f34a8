/** Checks of numbers, addresses and names. */
import { Module } from '@nestjs/common';
import { RulesModule } from '../rules/rules.module.js';
import { ChecksController } from './checks.controller.js';
import { ChecksService } from './checks.service.js';

@Module({ imports: [RulesModule], controllers: [ChecksController], providers: [ChecksService] })
export class ChecksModule {}
