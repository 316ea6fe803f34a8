/** Mails that go out. */
import { Module } from '@nestjs/common';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { DeliveriesSender } from './deliveries.sender.js';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveryKinds } from './delivery-kinds.js';
import { ReceiversService } from './receivers.service.js';

@Module({
  controllers: [DeliveriesController],
  providers: [DeliveriesService, DeliveriesSender, DeliveriesRepository, DeliveryKinds, ReceiversService],
  exports: [DeliveriesService, ReceiversService],
})
export class DeliveriesModule {}
