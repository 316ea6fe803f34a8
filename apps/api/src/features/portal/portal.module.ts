/** The client's page, the ways into it and the visits to it. */
import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/history.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { PortalLinksController } from './portal-links.controller.js';
import { PortalLinksRepository } from './portal-links.repository.js';
import { PortalLinksService } from './portal-links.service.js';
import { PortalScope } from './portal-scope.service.js';
import { PortalSignOffController } from './portal-sign-off.controller.js';
import { PortalSignOffRepository } from './portal-sign-off.repository.js';
import { PortalSignOffService } from './portal-sign-off.service.js';
import { PortalVisitsController } from './portal-visits.controller.js';
import { PortalVisitsRepository } from './portal-visits.repository.js';
import { PortalVisitsService } from './portal-visits.service.js';
import { PortalController } from './portal.controller.js';
import { PortalRepository } from './portal.repository.js';
import { PortalService } from './portal.service.js';

@Module({
  imports: [HistoryModule, RegistrationsModule],
  controllers: [PortalController, PortalSignOffController, PortalLinksController, PortalVisitsController],
  providers: [
    PortalService,
    PortalRepository,
    PortalLinksService,
    PortalLinksRepository,
    PortalVisitsService,
    PortalVisitsRepository,
    PortalScope,
    PortalSignOffService,
    PortalSignOffRepository,
  ],
  exports: [PortalLinksService, PortalVisitsService, PortalScope],
})
export class PortalModule {}
