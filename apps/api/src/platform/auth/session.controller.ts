/** Staff sessions over HTTP. */
import { changePassword, getSession, signIn, signOut, type OperationInput, type Session } from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import { CurrentCaller, Exchange, Input, Operation } from '../http/operation.decorator.js';
import type { HttpExchange } from '../http/request-state.js';
import { Refused } from '../refusal/refused.js';
import type { StaffCaller } from './actor.js';
import { readCookie, writeCookie } from './cookies.js';
import { SessionView } from './session-view.js';
import { SignInService } from './sign-in.service.js';
import { SESSION_SECONDS, StaffIdentity } from './staff-identity.js';

@Controller()
export class SessionController {
  constructor(
    private readonly service: SignInService,
    private readonly identity: StaffIdentity,
    private readonly view: SessionView,
  ) {}

  @Operation(signIn)
  async signIn(
    @Input() { body }: OperationInput<typeof signIn>,
    @Exchange() { request, reply }: HttpExchange,
  ): Promise<Session | Refused> {
    const opened = await this.service.signIn(body.email, body.password, request.ip);
    if (opened instanceof Refused) return opened;
    writeCookie('staff', request, reply, opened.cookie, SESSION_SECONDS);
    return this.view.of(opened.caller);
  }

  @Operation(signOut)
  async signOut(@Exchange() { request, reply }: HttpExchange): Promise<void> {
    const cookie = readCookie('staff', request);
    if (cookie) await this.identity.signOut(cookie);
    writeCookie('staff', request, reply, '', 0);
  }

  @Operation(getSession)
  async getSession(
    @CurrentCaller() caller: StaffCaller,
    @Exchange() { request, reply }: HttpExchange,
  ): Promise<Session> {
    const cookie = caller.actor.kind === 'member' ? readCookie('staff', request) : null;
    const renewed = cookie && (await this.identity.renew(cookie));
    if (renewed) writeCookie('staff', request, reply, renewed, SESSION_SECONDS);
    return this.view.of(caller);
  }

  @Operation(changePassword)
  async changePassword(
    @CurrentCaller() caller: StaffCaller,
    @Input() { body }: OperationInput<typeof changePassword>,
    @Exchange() { request, reply }: HttpExchange,
  ): Promise<void | Refused> {
    const cookie = readCookie('staff', request);
    if (!cookie || caller.actor.kind !== 'member') return Refused.of('session.wrong_credentials');
    const changed = await this.service.changePassword(
      cookie,
      body.currentPassword,
      body.newPassword,
      caller,
      request.ip,
    );
    if (changed instanceof Refused) return changed;
    writeCookie('staff', request, reply, changed, SESSION_SECONDS);
  }
}
