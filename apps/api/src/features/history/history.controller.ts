/** Answers `listHistory`. */
import { Controller } from '@nestjs/common';
import { listHistory, type OperationInput } from '@daiban/contracts';
import type { StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { HistoryService } from './history.service.js';

@Controller()
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Operation(listHistory)
  listHistory(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof listHistory>) {
    return this.history.listHistory(actor, input);
  }
}
