/** The demo installation. */
import { Module } from '@nestjs/common';
import { AccountEmailsModule } from '../account-emails/account-emails.module.js';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { MembersModule } from '../members/members.module.js';
import { OperatorsModule } from '../operators/operators.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { ConsentsModule } from '../people/consents.module.js';
import { PeopleModule } from '../people/people.module.js';
import { PrerequisitesModule } from '../prerequisites/prerequisites.module.js';
import { QuotaRaisesModule } from '../quotas/quota-raises.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { DemoController } from './demo.controller.js';
import { DemoData } from './demo-data.js';
import { DemoDataService } from './demo-data.service.js';
import { DemoPlacesService } from './demo-places.service.js';
import { DemoService } from './demo.service.js';
import { DemoStepsService } from './demo-steps.service.js';

@Module({
  imports: [
    AccountEmailsModule,
    AgenciesModule,
    ClientsModule,
    ConsentsModule,
    MembersModule,
    OperatorsModule,
    OrdersModule,
    PeopleModule,
    PrerequisitesModule,
    QuotaRaisesModule,
    RegistrationsModule,
  ],
  controllers: [DemoController],
  providers: [DemoPlacesService, DemoService, DemoStepsService, { provide: DemoData, useClass: DemoDataService }],
  exports: [DemoService],
})
export class DemoModule {}
