/** Answers `getWorkingDay`. */
import { Controller } from '@nestjs/common';
import { getWorkingDay, type OperationInput } from '@daiban/contracts';
import { Input, Operation } from '../../platform/http/operation.decorator.js';
import { CalendarService } from './calendar.service.js';

@Controller()
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Operation(getWorkingDay)
  getWorkingDay(@Input() input: OperationInput<typeof getWorkingDay>) {
    return this.calendar.getWorkingDay(input);
  }
}
