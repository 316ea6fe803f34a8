/** Operators' seats on accounts. */
import { Module } from '@nestjs/common';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { OperatorsController } from './operators.controller.js';
import { OperatorSeatsModule } from './operator-seats.module.js';
import { OperatorsService } from './operators.service.js';

@Module({
  imports: [OperatorSeatsModule, RegistrationsModule],
  controllers: [OperatorsController],
  providers: [OperatorsService],
  exports: [OperatorsService],
})
export class OperatorsModule {}
