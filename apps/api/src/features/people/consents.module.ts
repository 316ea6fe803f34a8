/** Consents; above registrations, which people are below. */
import { Module } from '@nestjs/common';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { RetentionModule } from '../retention/retention.module.js';
import { ConsentMailsRepository } from './consent-mails.repository.js';
import { ConsentMailsService } from './consent-mails.service.js';
import { ConsentTextsRepository } from './consent-texts.repository.js';
import { ConsentTextsService } from './consent-texts.service.js';
import { ConsentsController } from './consents.controller.js';
import { ConsentsRepository } from './consents.repository.js';
import { ConsentsService } from './consents.service.js';
import { PeopleModule } from './people.module.js';

@Module({
  imports: [DeliveriesModule, PeopleModule, RegistrationsModule, RetentionModule],
  controllers: [ConsentsController],
  providers: [
    ConsentsService,
    ConsentsRepository,
    ConsentMailsService,
    ConsentMailsRepository,
    ConsentTextsService,
    ConsentTextsRepository,
  ],
  exports: [ConsentsService, ConsentTextsService],
})
export class ConsentsModule {}
