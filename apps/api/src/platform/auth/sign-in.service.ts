/** Signing in and out, and the own password: slow for whoever guesses, the same answer for every wrong guess. */
import { Injectable } from '@nestjs/common';
import { RateLimits, SIGN_IN_BY_ACCOUNT, SIGN_IN_BY_ADDRESS } from '../http/rate-limits.js';
import { Refused } from '../refusal/refused.js';
import type { StaffCaller } from './actor.js';
import { CallerLookup } from './caller-lookup.js';
import { StaffIdentity } from './staff-identity.js';

export interface OpenedSession {
  readonly cookie: string;
  readonly caller: StaffCaller;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly identity: StaffIdentity,
    private readonly callers: CallerLookup,
    private readonly limits: RateLimits,
  ) {}

  /** @param address where the caller sits, as far as it is known */
  async signIn(email: string, password: string, address: string): Promise<OpenedSession | Refused> {
    const account = email.toLowerCase();
    const wait = await this.#slowDown(account, address);
    if (wait !== null) return Refused.tooMany('session.too_many_attempts', wait);
    const signedIn = await this.identity.signIn(account, password);
    const caller = signedIn && (await this.callers.bySession(signedIn.cookie));
    if (!caller) {
      // A right password of a member who is switched off: no session may stay, and nobody learns more.
      if (signedIn) await this.identity.signOut(signedIn.cookie);
      return Refused.of('session.wrong_credentials');
    }
    await this.#forgive(account, address);
    return { cookie: signedIn.cookie, caller };
  }

  /** A session for a login that has just been made or needs no password (demo). Null when the member cannot sign in. */
  async openSession(userId: string): Promise<OpenedSession | null> {
    const cookie = await this.identity.openSession(userId);
    const caller = await this.callers.bySession(cookie);
    return caller && { cookie, caller };
  }

  /** The new cookie. */
  async changePassword(
    cookie: string,
    currentPassword: string,
    newPassword: string,
    caller: StaffCaller,
    address: string,
  ): Promise<string | Refused> {
    const wait = await this.#slowDown(caller.memberId, address);
    if (wait !== null) return Refused.tooMany('session.too_many_attempts', wait);
    const changed = await this.identity.changePassword(cookie, currentPassword, newPassword);
    if (changed === null) return Refused.of('session.wrong_credentials');
    await this.#forgive(caller.memberId, address);
    return changed;
  }

  /** Counted before the password is looked at: 5 looks in 15 minutes from one place, 20 an hour in all. */
  async #slowDown(account: string, address: string): Promise<number | null> {
    const [fromHere, fromAnywhere] = await Promise.all([
      this.limits.take(SIGN_IN_BY_ADDRESS, account, address),
      this.limits.take(SIGN_IN_BY_ACCOUNT, account),
    ]);
    return fromHere === null && fromAnywhere === null ? null : Math.max(fromHere ?? 0, fromAnywhere ?? 0);
  }

  async #forgive(account: string, address: string): Promise<void> {
    await Promise.all([
      this.limits.giveBack(SIGN_IN_BY_ADDRESS, account, address),
      this.limits.giveBack(SIGN_IN_BY_ACCOUNT, account),
    ]);
  }
}
