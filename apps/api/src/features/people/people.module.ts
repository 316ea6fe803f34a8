/** People and their numbers. */
import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/history.module.js';
import { QuotasModule } from '../quotas/quotas.module.js';
import { RulesModule } from '../rules/rules.module.js';
import { PeopleController } from './people.controller.js';
import { NumberRevealsService } from './number-reveals.service.js';
import { PeopleNumbersController } from './people-numbers.controller.js';
import { PeopleRepository } from './people.repository.js';
import { PeopleService } from './people.service.js';
import { PersonNumbersService } from './person-numbers.service.js';

@Module({
  imports: [HistoryModule, QuotasModule, RulesModule],
  controllers: [PeopleController, PeopleNumbersController],
  providers: [NumberRevealsService, PeopleService, PeopleRepository, PersonNumbersService],
  exports: [PeopleService],
})
export class PeopleModule {}
