/** Portal visits over HTTP: opened by POST only, so that no scanner that follows a link ever opens one. */
import { endPortalSession, redeemPortalLink, type OperationInput } from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import { Exchange, Input, Operation } from '../http/operation.decorator.js';
import { RateLimits, TOKENS_BY_ADDRESS } from '../http/rate-limits.js';
import type { HttpExchange } from '../http/request-state.js';
import { Refused } from '../refusal/refused.js';
import { CallerLookup } from './caller-lookup.js';
import { readCookie, writeCookie } from './cookies.js';
import { PortalSessions, VISIT_SECONDS } from './portal-sessions.js';

@Controller()
export class PortalSessionController {
  constructor(
    private readonly sessions: PortalSessions,
    private readonly callers: CallerLookup,
    private readonly limits: RateLimits,
  ) {}

  @Operation(redeemPortalLink)
  async redeem(
    @Input() { body }: OperationInput<typeof redeemPortalLink>,
    @Exchange() { request, reply }: HttpExchange,
  ): Promise<void | Refused> {
    const wait = await this.limits.take(TOKENS_BY_ADDRESS, request.ip);
    if (wait !== null) return Refused.tooMany('session.too_many_attempts', wait);
    const opened = await this.sessions.redeem(body.token);
    if (opened instanceof Refused) return opened;
    await this.limits.giveBack(TOKENS_BY_ADDRESS, request.ip);
    writeCookie('portal', request, reply, opened.cookie, VISIT_SECONDS);
  }

  @Operation(endPortalSession)
  async end(@Exchange() { request, reply }: HttpExchange): Promise<void> {
    const cookie = readCookie('portal', request);
    const visitor = cookie && (await this.callers.byPortalCookie(cookie));
    if (visitor) await this.sessions.end(visitor.actor.agencyId, visitor.sessionId);
    writeCookie('portal', request, reply, '', 0);
  }
}
