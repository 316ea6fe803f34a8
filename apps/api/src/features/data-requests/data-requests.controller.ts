/** Requests about one's own data over HTTP, for whoever asks and for the agency. */
import {
  closeDataRequest,
  createDataRequest,
  listDataRequests,
  listMyDataRequests,
  type OperationInput,
} from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import type { PortalVisitor, StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, CurrentVisitor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { DataRequestsService } from './data-requests.service.js';

@Controller()
export class DataRequestsController {
  constructor(private readonly requests: DataRequestsService) {}

  @Operation(createDataRequest)
  create(@CurrentVisitor() visitor: PortalVisitor, @Input() input: OperationInput<typeof createDataRequest>) {
    return this.requests.create(visitor, input);
  }

  @Operation(listMyDataRequests)
  listOwn(@CurrentVisitor() visitor: PortalVisitor) {
    return this.requests.listOwn(visitor);
  }

  @Operation(listDataRequests)
  list(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof listDataRequests>) {
    return this.requests.list(actor, input);
  }

  @Operation(closeDataRequest)
  close(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof closeDataRequest>) {
    return this.requests.close(actor, input);
  }
}
