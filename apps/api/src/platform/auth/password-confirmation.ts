/** Asks a signed-in member for their password again, before something that a found browser must not be enough for: seeing a number, erasing a client. */
import { Injectable } from '@nestjs/common';
import { RateLimits, type RateLimit } from '../http/rate-limits.js';
import type { FastifyRequest } from '../http/request-state.js';
import { Refused } from '../refusal/refused.js';
import type { StaffCaller } from './actor.js';
import { readCookie } from './cookies.js';
import { StaffIdentity } from './staff-identity.js';

/** Wrong passwords of one member: 5 in 15 minutes. */
const CONFIRMATIONS: RateLimit = { name: 'confirmation', points: 5, seconds: 15 * 60 };

@Injectable()
export class PasswordConfirmation {
  constructor(
    private readonly identity: StaffIdentity,
    private readonly limits: RateLimits,
  ) {}

  /** Null when the password is the caller's own. A program with a key has none: it is refused. */
  async confirm(request: FastifyRequest, caller: StaffCaller, password: string): Promise<Refused | null> {
    const cookie = readCookie('staff', request);
    if (!cookie || caller.actor.kind !== 'member') return Refused.of('confirmation.members_only');
    const wait = await this.limits.take(CONFIRMATIONS, caller.memberId);
    if (wait !== null) return Refused.tooMany('confirmation.too_many', wait);
    if (!(await this.identity.hasPassword(cookie, password))) return Refused.of('confirmation.wrong_password');
    await this.limits.giveBack(CONFIRMATIONS, caller.memberId);
    return null;
  }
}
