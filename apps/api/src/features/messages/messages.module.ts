/** Messages of clients and staff, and the mails about them. */
import { Module } from '@nestjs/common';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { HistoryModule } from '../history/history.module.js';
import { PortalModule } from '../portal/portal.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { MessageMailsRepository } from './message-mails.repository.js';
import { MessageMailsService } from './message-mails.service.js';
import { MessagesController } from './messages.controller.js';
import { MessagesRepository } from './messages.repository.js';
import { MessagesService } from './messages.service.js';
import { PortalMessagesController } from './portal-messages.controller.js';

@Module({
  imports: [DeliveriesModule, HistoryModule, PortalModule, RegistrationsModule],
  controllers: [MessagesController, PortalMessagesController],
  providers: [MessagesService, MessagesRepository, MessageMailsService, MessageMailsRepository],
  exports: [MessagesService],
})
export class MessagesModule {}
