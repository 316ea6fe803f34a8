/** The calendar's years, and what loading one moves. Apart from `CalendarModule`, which the cases themselves stand on. */
import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { CalendarModule } from './calendar.module.js';
import { CalendarYearsController } from './calendar-years.controller.js';
import { CalendarYearsService } from './calendar-years.service.js';

@Module({
  imports: [AgenciesModule, CalendarModule, RegistrationsModule],
  controllers: [CalendarYearsController],
  providers: [CalendarYearsService],
})
export class CalendarYearsModule {}
