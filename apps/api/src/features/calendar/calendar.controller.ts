/** Answers `getWorkingDay`. */
import { Controller } from '@nestjs/common';
import { getWorkingDay, type OperationInput } from '@daiban/contracts';
import type { StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { CalendarService } from './calendar.service.js';

@Controller()
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Operation(getWorkingDay)
  getWorkingDay(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof getWorkingDay>) {
    return this.calendar.getWorkingDay(actor, input);
  }
}
