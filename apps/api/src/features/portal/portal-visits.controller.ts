/** Visits over HTTP: opened by POST only, so that no scanner that follows a link ever opens one. */
import {
  endPortalSession,
  findLinkOrigin,
  getPortalSession,
  redeemPortalLink,
  type OperationInput,
} from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import type { PortalVisitor } from '../../platform/auth/actor.js';
import { readCookie, writeCookie } from '../../platform/auth/cookies.js';
import { VISIT_SECONDS } from '../../platform/auth/portal-sessions.js';
import { CurrentVisitor, Exchange, Input, Operation } from '../../platform/http/operation.decorator.js';
import { RateLimits, TOKENS_BY_ADDRESS } from '../../platform/http/rate-limits.js';
import type { HttpExchange } from '../../platform/http/request-state.js';
import { Refused } from '../../platform/refusal/refused.js';
import { PortalVisitsService } from './portal-visits.service.js';

@Controller()
export class PortalVisitsController {
  constructor(
    private readonly visits: PortalVisitsService,
    private readonly limits: RateLimits,
  ) {}

  @Operation(redeemPortalLink)
  async redeem(
    @Input() { body }: OperationInput<typeof redeemPortalLink>,
    @Exchange() { request, reply }: HttpExchange,
  ): Promise<void | Refused> {
    const wait = await this.limits.take(TOKENS_BY_ADDRESS, request.ip);
    if (wait !== null) return Refused.tooMany('session.too_many_attempts', wait);
    const cookie = await this.visits.redeem(body.token);
    if (cookie instanceof Refused) return cookie;
    await this.limits.giveBack(TOKENS_BY_ADDRESS, request.ip);
    writeCookie('portal', request, reply, cookie, VISIT_SECONDS);
  }

  @Operation(getPortalSession)
  read(@CurrentVisitor() visitor: PortalVisitor) {
    return this.visits.read(visitor);
  }

  @Operation(endPortalSession)
  async end(@Exchange() { request, reply }: HttpExchange): Promise<void> {
    const cookie = readCookie('portal', request);
    if (cookie) await this.visits.end(cookie);
    writeCookie('portal', request, reply, '', 0);
  }

  @Operation(findLinkOrigin)
  async findOrigin(@Input() { body }: OperationInput<typeof findLinkOrigin>, @Exchange() { request }: HttpExchange) {
    const wait = await this.limits.take(TOKENS_BY_ADDRESS, request.ip);
    return wait === null ? this.visits.findOrigin(body.token) : Refused.tooMany('session.too_many_attempts', wait);
  }
}
