/** Codes by mail: the way into the portal without a link. */
import { Module } from '@nestjs/common';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { HistoryModule } from '../history/history.module.js';
import { PortalModule } from '../portal/portal.module.js';
import { PortalCodeMailsService } from './portal-code-mails.service.js';
import { PortalCodesController } from './portal-codes.controller.js';
import { PortalCodesRepository } from './portal-codes.repository.js';
import { PortalCodesService } from './portal-codes.service.js';

@Module({
  imports: [DeliveriesModule, HistoryModule, PortalModule],
  controllers: [PortalCodesController],
  providers: [PortalCodesService, PortalCodeMailsService, PortalCodesRepository],
})
export class PortalCodesModule {}
