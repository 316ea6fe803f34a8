/** The outbox over HTTP. */
import { getDelivery, listDeliveries, type OperationInput } from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import type { StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { DeliveriesService } from './deliveries.service.js';

@Controller()
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesService) {}

  @Operation(listDeliveries)
  list(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof listDeliveries>) {
    return this.deliveries.listDeliveries(actor, input);
  }

  @Operation(getDelivery)
  get(@CurrentActor() actor: StaffActor, @Input() { params }: OperationInput<typeof getDelivery>) {
    return this.deliveries.getDelivery(actor, params.id);
  }
}
