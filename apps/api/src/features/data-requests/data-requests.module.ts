/** Requests of people about their own data. */
import { Module } from '@nestjs/common';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { HistoryModule } from '../history/history.module.js';
import { PortalModule } from '../portal/portal.module.js';
import { RulesModule } from '../rules/rules.module.js';
import { DataRequestMailService } from './data-request-mail.service.js';
import { DataRequestsController } from './data-requests.controller.js';
import { DataRequestsRepository } from './data-requests.repository.js';
import { DataRequestsService } from './data-requests.service.js';

@Module({
  imports: [DeliveriesModule, HistoryModule, PortalModule, RulesModule],
  controllers: [DataRequestsController],
  providers: [DataRequestMailService, DataRequestsRepository, DataRequestsService],
  exports: [DataRequestsService],
})
export class DataRequestsModule {}
