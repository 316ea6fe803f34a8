/** Answers the operations on the calendar's years. */
import { Controller } from '@nestjs/common';
import { listCalendarYears, setCalendarYear, type OperationInput } from '@daiban/contracts';
import type { StaffActor, StaffCaller } from '../../platform/auth/actor.js';
import { CurrentActor, CurrentCaller, Input, Operation } from '../../platform/http/operation.decorator.js';
import { CalendarYearsService } from './calendar-years.service.js';

@Controller()
export class CalendarYearsController {
  constructor(private readonly years: CalendarYearsService) {}

  @Operation(listCalendarYears)
  listYears(@CurrentActor() actor: StaffActor) {
    return this.years.listYears(actor);
  }

  @Operation(setCalendarYear)
  setYear(
    @CurrentActor() actor: StaffActor,
    @CurrentCaller() { memberId }: StaffCaller,
    @Input() input: OperationInput<typeof setCalendarYear>,
  ) {
    return this.years.setYear(actor, memberId, input);
  }
}
