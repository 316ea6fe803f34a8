/** Slows down guessing. Counted in the database, so it holds over several processes and a restart. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { SystemClock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { prepared } from '../database/statement.js';

export interface RateLimit {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/** Guesses at one account from one address: 5 in 15 minutes. */
export const SIGN_IN_BY_ADDRESS: RateLimit = { name: 'sign_in_address', points: 5, seconds: 15 * 60 };
/** Guesses at one account from anywhere: 20 an hour. */
export const SIGN_IN_BY_ACCOUNT: RateLimit = { name: 'sign_in_account', points: 20, seconds: 3600 };
/** Tokens tried from one address (portal links, set-up): 30 in 15 minutes. */
export const TOKENS_BY_ADDRESS: RateLimit = { name: 'token_address', points: 30, seconds: 15 * 60 };

/** Codes asked for from one address: 10 in 15 minutes. */
export const CODES_BY_ADDRESS: RateLimit = { name: 'portal_code_address', points: 10, seconds: 15 * 60 };
/** Codes asked for by one mailbox: 3 in 15 minutes. */
export const CODES_BY_MAILBOX: RateLimit = { name: 'portal_code_mailbox', points: 3, seconds: 15 * 60 };
/** The same over a day: nobody's mailbox is filled through us. */
export const CODES_BY_MAILBOX_A_DAY: RateLimit = { name: 'portal_code_mailbox_day', points: 12, seconds: 24 * 3600 };
/** Codes tried for one mailbox from anywhere: 30 an hour, beside the few tries that each code has. */
export const CODE_TRIES_BY_MAILBOX: RateLimit = { name: 'portal_code_tries', points: 30, seconds: 3600 };

/** Messages that one contact writes: 30 in 15 minutes. */
export const MESSAGES_BY_CONTACT: RateLimit = { name: 'portal_messages', points: 30, seconds: 15 * 60 };

const DELETE_EXPIRED = prepared('rate_limit.delete_expired', 'DELETE FROM rate_limit WHERE expire < $1');

@Injectable()
export class RateLimits {
  readonly #limiters = new Map<string, RateLimiterPostgres>();

  constructor(
    private readonly database: Database,
    private readonly clock: SystemClock,
  ) {}

  /** Takes one point. Null when there was one, else the seconds until there is. */
  async take(limit: RateLimit, ...scope: readonly string[]): Promise<number | null> {
    try {
      await this.#limiter(limit).consume(keyOf(scope));
      return null;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw refused;
    }
  }

  /** Gives the point back: it was no guess. */
  async giveBack(limit: RateLimit, ...scope: readonly string[]): Promise<void> {
    await this.#limiter(limit).reward(keyOf(scope));
  }

  /** Forgets counters whose time is over. Called by the minute sweep. */
  async deleteExpired(): Promise<void> {
    await this.database.lookup(DELETE_EXPIRED, [this.clock.milliseconds()]);
  }

  #limiter(limit: RateLimit): RateLimiterPostgres {
    const known = this.#limiters.get(limit.name);
    if (known) return known;
    const { name: keyPrefix, points, seconds: duration } = limit;
    const limiter = new RateLimiterPostgres({
      storeClient: this.database.pool,
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix,
      points,
      duration,
      clearExpiredByTimeout: false,
      // While the database is away nobody signs in anyway; guessing stays limited all the same.
      insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration }),
    });
    this.#limiters.set(limit.name, limiter);
    return limiter;
  }
}

/** Addresses of people and machines are personal data; the table holds their hash only. */
function keyOf(scope: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(scope)).digest('base64url');
}
