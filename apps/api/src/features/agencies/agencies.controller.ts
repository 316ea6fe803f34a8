/** The set-up of an empty installation over HTTP. */
import { setUpInstallation, type OperationInput, type Session } from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import { writeCookie } from '../../platform/auth/cookies.js';
import { SessionView } from '../../platform/auth/session-view.js';
import { SESSION_SECONDS } from '../../platform/auth/staff-identity.js';
import { Exchange, Input, Operation } from '../../platform/http/operation.decorator.js';
import type { HttpExchange } from '../../platform/http/request-state.js';
import { Refused } from '../../platform/refusal/refused.js';
import { AgenciesService } from './agencies.service.js';

@Controller()
export class AgenciesController {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly view: SessionView,
  ) {}

  @Operation(setUpInstallation)
  async setUp(
    @Input() input: OperationInput<typeof setUpInstallation>,
    @Exchange() { request, reply }: HttpExchange,
  ): Promise<Session | Refused> {
    const opened = await this.agencies.setUp(input, request.ip);
    if (opened instanceof Refused) return opened;
    writeCookie('staff', request, reply, opened.cookie, SESSION_SECONDS);
    return this.view.of(opened.caller);
  }
}
