/** Each minute: papers whose days are over go, and files that a deletion left behind. */
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { describeError } from '../../platform/http/describe-error.js';
import { MinuteTicker, type Sweep } from '../../platform/jobs/minute-ticker.js';
import { AgenciesService } from '../agencies/agencies.service.js';
import { RetentionService } from './retention.service.js';

@Injectable()
export class RetentionSweep implements Sweep, OnModuleInit {
  readonly name = 'retention';
  readonly #logger = new Logger('Retention');

  constructor(
    private readonly ticker: MinuteTicker,
    private readonly agencies: AgenciesService,
    private readonly retention: RetentionService,
  ) {}

  onModuleInit(): void {
    this.ticker.register(this);
  }

  /** One agency's trouble is no reason for the others to wait. */
  async run(): Promise<void> {
    for (const agencyId of await this.agencies.listIds()) {
      try {
        await this.retention.deleteDue(agencyId);
      } catch (error) {
        this.#logger.error(`agency ${agencyId}: ${describeError(error)}`);
      }
    }
  }
}
