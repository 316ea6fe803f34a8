/** The case: reading, judging and writing it, its table, its form. */
import { Module } from '@nestjs/common';
import { AccountEmailsModule } from '../account-emails/account-emails.module.js';
import { AdviceModule } from '../advice/advice.module.js';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { HistoryModule } from '../history/history.module.js';
import { OperatorSeatsModule } from '../operators/operator-seats.module.js';
import { PeopleModule } from '../people/people.module.js';
import { QuotasModule } from '../quotas/quotas.module.js';
import { RulesModule } from '../rules/rules.module.js';
import { SubjectsModule } from '../subjects/subjects.module.js';
import { UpdatePromisesModule } from '../update-promises/update-promises.module.js';
import { CaseAnswersService } from './case-answers.service.js';
import { CaseSlotsService } from './case-slots.service.js';
import { CaseWriterService } from './case-writer.service.js';
import { CasesRepository } from './cases.repository.js';
import { CasesService } from './cases.service.js';
import { DeadlinesSweep } from './deadlines.sweep.js';
import { EmailReservationsSweep } from './email-reservations.sweep.js';
import { IntakeRepository } from './intake.repository.js';
import { IntakeService } from './intake.service.js';
import { JudgingService } from './judging.service.js';
import { OwnReviewsRepository } from './own-reviews.repository.js';
import { OwnReviewsService } from './own-reviews.service.js';
import { ProjectionsRepository } from './projections.repository.js';
import { ProjectionsSweep } from './projections.sweep.js';
import { RegistrationFormService } from './registration-form.service.js';
import { RegistrationListRepository } from './registration-list.repository.js';
import { RegistrationListService } from './registration-list.service.js';
import { RegistrationsController } from './registrations.controller.js';
import { RegistrationsService } from './registrations.service.js';
import { SearchTermsService } from './search-terms.service.js';
import { TouchedCasesRepository } from './touched-cases.repository.js';
import { TouchedCasesService } from './touched-cases.service.js';

@Module({
  imports: [
    AccountEmailsModule,
    AdviceModule,
    AgenciesModule,
    CalendarModule,
    HistoryModule,
    OperatorSeatsModule,
    PeopleModule,
    QuotasModule,
    RulesModule,
    SubjectsModule,
    UpdatePromisesModule,
  ],
  controllers: [RegistrationsController],
  providers: [
    CaseAnswersService,
    CasesRepository,
    CasesService,
    CaseSlotsService,
    CaseWriterService,
    DeadlinesSweep,
    EmailReservationsSweep,
    IntakeRepository,
    IntakeService,
    JudgingService,
    OwnReviewsRepository,
    OwnReviewsService,
    ProjectionsRepository,
    ProjectionsSweep,
    RegistrationFormService,
    RegistrationListRepository,
    RegistrationListService,
    RegistrationsService,
    SearchTermsService,
    TouchedCasesRepository,
    TouchedCasesService,
  ],
  exports: [
    RegistrationFormService,
    CaseAnswersService,
    CasesService,
    IntakeService,
    JudgingService,
    RegistrationListService,
    RegistrationsService,
    SearchTermsService,
    TouchedCasesService,
  ],
})
export class RegistrationsModule {}
