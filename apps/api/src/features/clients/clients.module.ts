/** Clients and their contacts. */
import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/history.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { ClientsController } from './clients.controller.js';
import { ClientsRepository } from './clients.repository.js';
import { ClientsService } from './clients.service.js';

@Module({
  imports: [HistoryModule, RegistrationsModule],
  controllers: [ClientsController],
  providers: [ClientsService, ClientsRepository],
  exports: [ClientsService],
})
export class ClientsModule {}
