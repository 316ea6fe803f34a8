/** Forgets what the HTTP layer kept for a time only: answers to Idempotency-Keys, counters of slowed callers. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MinuteTicker, type Sweep } from '../jobs/minute-ticker.js';
import { Idempotency } from './idempotency.js';
import { RateLimits } from './rate-limits.js';

@Injectable()
export class ExpirySweep implements Sweep, OnModuleInit {
  readonly name = 'expiry';

  constructor(
    private readonly ticker: MinuteTicker,
    private readonly idempotency: Idempotency,
    private readonly limits: RateLimits,
  ) {}

  onModuleInit(): void {
    this.ticker.register(this);
  }

  async run(): Promise<void> {
    await this.idempotency.deleteExpiredUnscoped();
    await this.limits.deleteExpired();
  }
}
