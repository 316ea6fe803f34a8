/** The demo installation. */
import { Module } from '@nestjs/common';
import { AccountEmailsModule } from '../account-emails/account-emails.module.js';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { AppointmentsModule } from '../appointments/appointments.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { DataRequestsModule } from '../data-requests/data-requests.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { LeadsModule } from '../leads/leads.module.js';
import { MembersModule } from '../members/members.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { OperatorsModule } from '../operators/operators.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { ConsentsModule } from '../people/consents.module.js';
import { PeopleModule } from '../people/people.module.js';
import { PortalModule } from '../portal/portal.module.js';
import { PrerequisitesModule } from '../prerequisites/prerequisites.module.js';
import { QuotaRaisesModule } from '../quotas/quota-raises.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { DemoController } from './demo.controller.js';
import { DemoData } from './demo-data.js';
import { DemoDataService } from './demo-data.service.js';
import { DemoPapersService } from './demo-papers.service.js';
import { DemoPlacesService } from './demo-places.service.js';
import { DemoPublicService } from './demo-public.service.js';
import { DemoService } from './demo.service.js';
import { DemoStepsService } from './demo-steps.service.js';
import { DemoThreadsService } from './demo-threads.service.js';

@Module({
  imports: [
    AccountEmailsModule,
    AgenciesModule,
    AppointmentsModule,
    ClientsModule,
    ConsentsModule,
    DataRequestsModule,
    DocumentsModule,
    LeadsModule,
    MembersModule,
    MessagesModule,
    OperatorsModule,
    OrdersModule,
    PeopleModule,
    PortalModule,
    PrerequisitesModule,
    QuotaRaisesModule,
    RegistrationsModule,
  ],
  controllers: [DemoController],
  providers: [
    DemoPapersService,
    DemoPlacesService,
    DemoPublicService,
    DemoService,
    DemoStepsService,
    DemoThreadsService,
    { provide: DemoData, useClass: DemoDataService },
  ],
  exports: [DemoService],
})
export class DemoModule {}
