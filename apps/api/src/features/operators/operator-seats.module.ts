/** The seats themselves, apart from the operations about them: a case ends one when its admin changes, and those operations change cases. */
import { Module } from '@nestjs/common';
import { OperatorSeatsService } from './operator-seats.service.js';
import { OperatorsRepository } from './operators.repository.js';

@Module({
  providers: [OperatorSeatsService, OperatorsRepository],
  exports: [OperatorSeatsService, OperatorsRepository],
})
export class OperatorSeatsModule {}
