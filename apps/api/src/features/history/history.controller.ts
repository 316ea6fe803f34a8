/** Answers what the history of a record holds. */
import { Controller } from '@nestjs/common';
import {
  listAgencyHistory,
  listClientHistory,
  listHistory,
  listPersonHistory,
  type OperationInput,
} from '@daiban/contracts';
import type { StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { HistoryService } from './history.service.js';

@Controller()
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Operation(listHistory)
  listHistory(@CurrentActor() actor: StaffActor, @Input() { params, query }: OperationInput<typeof listHistory>) {
    return this.history.listHistory(actor, 'registration', params.id, query);
  }

  @Operation(listPersonHistory)
  listPersonHistory(
    @CurrentActor() actor: StaffActor,
    @Input() { params, query }: OperationInput<typeof listPersonHistory>,
  ) {
    return this.history.listHistory(actor, 'person', params.id, query);
  }

  @Operation(listClientHistory)
  listClientHistory(
    @CurrentActor() actor: StaffActor,
    @Input() { params, query }: OperationInput<typeof listClientHistory>,
  ) {
    return this.history.listHistory(actor, 'client', params.id, query);
  }

  @Operation(listAgencyHistory)
  listAgencyHistory(@CurrentActor() actor: StaffActor, @Input() { query }: OperationInput<typeof listAgencyHistory>) {
    return this.history.listHistory(actor, 'agency', actor.agencyId, query);
  }
}
