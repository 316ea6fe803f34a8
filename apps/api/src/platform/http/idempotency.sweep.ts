/** Forgets kept answers whose time is over. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MinuteTicker, type Sweep } from '../jobs/minute-ticker.js';
import { Idempotency } from './idempotency.js';

@Injectable()
export class IdempotencySweep implements Sweep, OnModuleInit {
  readonly name = 'idempotency';

  constructor(
    private readonly ticker: MinuteTicker,
    private readonly idempotency: Idempotency,
  ) {}

  onModuleInit(): void {
    this.ticker.register(this);
  }

  run(): Promise<void> {
    return this.idempotency.deleteExpiredUnscoped();
  }
}
