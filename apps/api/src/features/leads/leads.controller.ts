/** Leads over HTTP, for staff. */
import { getLead, listLeads, updateLead, type OperationInput } from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import type { StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { LeadsService } from './leads.service.js';

@Controller()
export class LeadsController {
  constructor(private readonly leads: LeadsService) {}

  @Operation(listLeads)
  list(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof listLeads>) {
    return this.leads.list(actor, input);
  }

  @Operation(getLead)
  get(@CurrentActor() actor: StaffActor, @Input() { params }: OperationInput<typeof getLead>) {
    return this.leads.get(actor, params.id);
  }

  @Operation(updateLead)
  update(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof updateLead>) {
    return this.leads.update(actor, input);
  }
}
