/** HTTP of verification orders. */
import { Controller } from '@nestjs/common';
import { applyOrderEvent, listOrders, openOrder, type OperationInput } from '@daiban/contracts';
import type { StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { OrdersService } from './orders.service.js';

@Controller()
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  @Operation(listOrders)
  listOrders(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof listOrders>) {
    return this.orders.listOrders(actor, input);
  }

  @Operation(openOrder)
  openOrder(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof openOrder>) {
    return this.orders.openOrder(actor, input);
  }

  @Operation(applyOrderEvent)
  applyOrderEvent(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof applyOrderEvent>) {
    return this.orders.applyOrderEvent(actor, input);
  }
}
