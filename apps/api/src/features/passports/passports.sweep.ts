/** Each minute: tells the contacts of accounts that have just gone live, and lets the mails go out at once. */
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { describeError } from '../../platform/http/describe-error.js';
import { MinuteTicker, type Sweep } from '../../platform/jobs/minute-ticker.js';
import { AgenciesService } from '../agencies/agencies.service.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { PassportsService } from './passports.service.js';

@Injectable()
export class PassportsSweep implements Sweep, OnModuleInit {
  readonly name = 'passports';
  readonly #logger = new Logger('Passports');

  constructor(
    private readonly ticker: MinuteTicker,
    private readonly agencies: AgenciesService,
    private readonly passports: PassportsService,
    private readonly deliveries: DeliveriesService,
  ) {}

  onModuleInit(): void {
    this.ticker.register(this);
  }

  async run(): Promise<void> {
    let queued = 0;
    for (const agencyId of await this.agencies.listIds()) {
      try {
        queued += await this.passports.queueGoneLive(agencyId);
      } catch (error) {
        // One agency's trouble is no reason for the others to wait.
        this.#logger.error(`agency ${agencyId}: ${describeError(error)}`);
      }
    }
    if (queued > 0) await this.deliveries.sendDue();
  }
}
