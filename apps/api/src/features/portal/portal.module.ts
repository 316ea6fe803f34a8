/** The client's page and the ways into it. */
import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/history.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { PortalLinksRepository } from './portal-links.repository.js';
import { PortalLinksService } from './portal-links.service.js';
import { PortalController } from './portal.controller.js';
import { PortalRepository } from './portal.repository.js';
import { PortalService } from './portal.service.js';

@Module({
  imports: [HistoryModule, RegistrationsModule],
  controllers: [PortalController],
  providers: [PortalService, PortalRepository, PortalLinksService, PortalLinksRepository],
  exports: [PortalLinksService],
})
export class PortalModule {}
