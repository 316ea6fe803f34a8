/** Members and API keys over HTTP. */
import {
  createApiKey,
  createMember,
  listApiKeys,
  listMembers,
  resetMemberPassword,
  revokeApiKey,
  updateMember,
  updateSession,
  type OperationInput,
} from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import type { StaffActor, StaffCaller } from '../../platform/auth/actor.js';
import { SessionView } from '../../platform/auth/session-view.js';
import { CurrentActor, CurrentCaller, Input, Operation } from '../../platform/http/operation.decorator.js';
import { ApiKeysService } from './api-keys.service.js';
import { MembersService } from './members.service.js';

@Controller()
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly apiKeys: ApiKeysService,
    private readonly view: SessionView,
  ) {}

  @Operation(updateSession)
  async updateSession(@CurrentCaller() caller: StaffCaller, @Input() { body }: OperationInput<typeof updateSession>) {
    const refused = await this.members.setOwnLocale(caller, body.locale);
    if (refused) return refused;
    return this.view.of({ ...caller, locale: body.locale });
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

  @Operation(resetMemberPassword)
  resetPassword(@CurrentActor() actor: StaffActor, @Input() { params }: OperationInput<typeof resetMemberPassword>) {
    return this.members.resetPassword(actor, params.id);
  }

  @Operation(listApiKeys)
  listApiKeys(@CurrentActor() actor: StaffActor) {
    return this.apiKeys.list(actor.agencyId);
  }

  @Operation(createApiKey)
  createApiKey(@CurrentCaller() caller: StaffCaller, @Input() input: OperationInput<typeof createApiKey>) {
    return this.apiKeys.create(caller, input);
  }

  @Operation(revokeApiKey)
  revokeApiKey(@CurrentActor() actor: StaffActor, @Input() { params }: OperationInput<typeof revokeApiKey>) {
    return this.apiKeys.revoke(actor, params.id);
  }
}
