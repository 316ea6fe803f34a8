/** The application: every platform part and every feature, one line each. */
import { Module, type DynamicModule } from '@nestjs/common';
import { AccountEmailsModule } from './features/account-emails/account-emails.module.js';
import { AdviceModule } from './features/advice/advice.module.js';
import { AppointmentsModule } from './features/appointments/appointments.module.js';
import { AgenciesModule } from './features/agencies/agencies.module.js';
import { CalendarModule } from './features/calendar/calendar.module.js';
import { CalendarYearsModule } from './features/calendar/calendar-years.module.js';
import { ChecksModule } from './features/checks/checks.module.js';
import { CapacityModule } from './features/capacity/capacity.module.js';
import { ClientsModule } from './features/clients/clients.module.js';
import { ConsentsModule } from './features/people/consents.module.js';
import { DeliveriesModule } from './features/deliveries/deliveries.module.js';
import { DemoModule } from './features/demo/demo.module.js';
import { DocumentsModule } from './features/documents/documents.module.js';
import { ErasureModule } from './features/erasure/erasure.module.js';
import { FillSheetModule } from './features/fill-sheet/fill-sheet.module.js';
import { HealthModule } from './features/health/health.module.js';
import { HistoryModule } from './features/history/history.module.js';
import { ImportsModule } from './features/imports/imports.module.js';
import { MembersModule } from './features/members/members.module.js';
import { PeopleModule } from './features/people/people.module.js';
import { RetentionModule } from './features/retention/retention.module.js';
import { RulebookModule } from './features/rules/rulebook.module.js';
import { SubjectsModule } from './features/subjects/subjects.module.js';
import { MessagesModule } from './features/messages/messages.module.js';
import { OperatorsModule } from './features/operators/operators.module.js';
import { OrdersModule } from './features/orders/orders.module.js';
import { PortalCodesModule } from './features/portal-codes/portal-codes.module.js';
import { PortalModule } from './features/portal/portal.module.js';
import { PreflightModule } from './features/preflight/preflight.module.js';
import { PrerequisitesModule } from './features/prerequisites/prerequisites.module.js';
import { QuotaRaisesModule } from './features/quotas/quota-raises.module.js';
import { DataRequestsModule } from './features/data-requests/data-requests.module.js';
import { LeadsModule } from './features/leads/leads.module.js';
import { PassportsModule } from './features/passports/passports.module.js';
import { PublicModule } from './features/public/public.module.js';
import { RegistrationsModule } from './features/registrations/registrations.module.js';
import { RenewalsModule } from './features/renewals/renewals.module.js';
import { AuthModule } from './platform/auth/auth.module.js';
import { ClockModule } from './platform/clock/clock.module.js';
import { ConfigModule } from './platform/config/config.module.js';
import type { Settings } from './platform/config/settings.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { EncryptionModule } from './platform/encryption/encryption.module.js';
import { FilesModule } from './platform/files/files.module.js';
import { HttpModule } from './platform/http/http.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { MailModule } from './platform/mail/mail.module.js';

const PLATFORM = [
  AuthModule,
  ClockModule,
  DatabaseModule,
  EncryptionModule,
  FilesModule,
  HttpModule,
  JobsModule,
  MailModule,
];

/** In the order of their names. */
const FEATURES = [
  AccountEmailsModule,
  AdviceModule,
  AgenciesModule,
  AppointmentsModule,
  CalendarModule,
  CalendarYearsModule,
  ChecksModule,
  CapacityModule,
  ClientsModule,
  ConsentsModule,
  DataRequestsModule,
  DeliveriesModule,
  DemoModule,
  DocumentsModule,
  ErasureModule,
  FillSheetModule,
  HealthModule,
  HistoryModule,
  ImportsModule,
  LeadsModule,
  MembersModule,
  MessagesModule,
  OperatorsModule,
  OrdersModule,
  PassportsModule,
  PeopleModule,
  PortalCodesModule,
  PortalModule,
  PreflightModule,
  PrerequisitesModule,
  PublicModule,
  QuotaRaisesModule,
  RegistrationsModule,
  RenewalsModule,
  RetentionModule,
  RulebookModule,
  SubjectsModule,
];

@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return { module: AppModule, imports: [ConfigModule.with(settings), ...PLATFORM, ...FEATURES] };
  }
}
