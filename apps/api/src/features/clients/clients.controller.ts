/** Answers the operations about clients. */
import { Controller } from '@nestjs/common';
import { createClient, getClient, listClients, updateClient, type OperationInput } from '@daiban/contracts';
import type { StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { ClientsService } from './clients.service.js';

@Controller()
export class ClientsController {
  constructor(private readonly clients: ClientsService) {}

  @Operation(createClient)
  createClient(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof createClient>) {
    return this.clients.createClient(actor, input);
  }

  @Operation(listClients)
  listClients(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof listClients>) {
    return this.clients.listClients(actor, input);
  }

  @Operation(getClient)
  getClient(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof getClient>) {
    return this.clients.getClient(actor, input);
  }

  @Operation(updateClient)
  updateClient(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof updateClient>) {
    return this.clients.updateClient(actor, input);
  }
}
