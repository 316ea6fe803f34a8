/** Codes by mail over HTTP. Limits count addresses and mailboxes alike, whether we know them or not. */
import { redeemPortalCode, requestPortalCode, type OperationInput } from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import { writeCookie } from '../../platform/auth/cookies.js';
import { VISIT_SECONDS } from '../../platform/auth/portal-sessions.js';
import { Exchange, Input, Operation } from '../../platform/http/operation.decorator.js';
import {
  CODE_TRIES_BY_MAILBOX,
  CODES_BY_ADDRESS,
  CODES_BY_MAILBOX,
  CODES_BY_MAILBOX_A_DAY,
  RateLimits,
  TOKENS_BY_ADDRESS,
  type RateLimit,
} from '../../platform/http/rate-limits.js';
import type { HttpExchange } from '../../platform/http/request-state.js';
import { Refused } from '../../platform/refusal/refused.js';
import { PortalCodesService } from './portal-codes.service.js';

@Controller()
export class PortalCodesController {
  constructor(
    private readonly codes: PortalCodesService,
    private readonly limits: RateLimits,
  ) {}

  @Operation(requestPortalCode)
  async request(
    @Input() { body }: OperationInput<typeof requestPortalCode>,
    @Exchange() { request }: HttpExchange,
  ): Promise<{ validMinutes: number } | Refused> {
    const mailbox = body.email.toLowerCase();
    const wait = await this.#take([
      [CODES_BY_ADDRESS, request.ip],
      [CODES_BY_MAILBOX, mailbox],
      [CODES_BY_MAILBOX_A_DAY, mailbox],
    ]);
    if (wait !== null) return Refused.tooMany('rate.too_many', wait);
    return this.codes.request(mailbox, body.token ?? null);
  }

  @Operation(redeemPortalCode)
  async redeem(
    @Input() { body }: OperationInput<typeof redeemPortalCode>,
    @Exchange() { request, reply }: HttpExchange,
  ): Promise<void | Refused> {
    const mailbox = body.email.toLowerCase();
    const wait = await this.#take([
      [TOKENS_BY_ADDRESS, request.ip],
      [CODE_TRIES_BY_MAILBOX, mailbox],
    ]);
    if (wait !== null) return Refused.tooMany('rate.too_many', wait);
    const cookie = await this.codes.redeem(mailbox, body.code);
    if (cookie instanceof Refused) return cookie;
    await Promise.all([
      this.limits.giveBack(TOKENS_BY_ADDRESS, request.ip),
      this.limits.giveBack(CODE_TRIES_BY_MAILBOX, mailbox),
    ]);
    writeCookie('portal', request, reply, cookie, VISIT_SECONDS);
  }

  /** Takes a point of each. Null when there was one everywhere, else the seconds until there is. */
  async #take(points: readonly (readonly [RateLimit, string])[]): Promise<number | null> {
    const waits = await Promise.all(points.map(([limit, scope]) => this.limits.take(limit, scope)));
    const longest = Math.max(...waits.map((wait) => wait ?? 0));
    return longest === 0 ? null : longest;
  }
}
