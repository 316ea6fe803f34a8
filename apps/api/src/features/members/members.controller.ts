/** Members and API keys over HTTP. */
import {
  createApiKey,
  createMember,
  listApiKeys,
  listMembers,
  revokeApiKey,
  updateMember,
  updateSession,
  type OperationInput,
} from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import type { StaffActor, StaffCaller } from '../../platform/auth/actor.js';
import { SessionView } from '../../platform/auth/session-view.js';
import { CurrentActor, CurrentCaller, Input, Operation } from '../../platform/http/operation.decorator.js';
import { MembersService } from './members.service.js';

@Controller()
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly view: SessionView,
  ) {}

  @Operation(updateSession)
  async updateSession(@CurrentCaller() caller: StaffCaller, @Input() { body }: OperationInput<typeof updateSession>) {
    await this.members.setOwnLocale(caller, body.locale);
    return this.view.of({ ...caller, actor: { ...caller.actor, locale: body.locale } });
  }

  @Operation(listMembers)
  list(@CurrentActor() actor: StaffActor) {
    return this.members.list(actor);
  }

  @Operation(createMember)
  create(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof createMember>) {
    return this.members.create(actor, input);
  }

  @Operation(updateMember)
  update(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof updateMember>) {
    return this.members.update(actor, input);
  }

  @Operation(listApiKeys)
  listApiKeys(@CurrentActor() actor: StaffActor) {
    return this.members.listApiKeys(actor);
  }

  @Operation(createApiKey)
  createApiKey(@CurrentCaller() caller: StaffCaller, @Input() input: OperationInput<typeof createApiKey>) {
    return this.members.createApiKey(caller, input);
  }

  @Operation(revokeApiKey)
  revokeApiKey(@CurrentActor() actor: StaffActor, @Input() { params }: OperationInput<typeof revokeApiKey>) {
    return this.members.revokeApiKey(actor, params.id);
  }
}
