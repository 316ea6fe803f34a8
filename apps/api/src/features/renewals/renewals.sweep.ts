/** Each minute: queues the reminders that are due and lets them go out at once. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MinuteTicker, type Sweep } from '../../platform/jobs/minute-ticker.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { RenewalRemindersService } from './renewal-reminders.service.js';

@Injectable()
export class RenewalsSweep implements Sweep, OnModuleInit {
  readonly name = 'renewals';

  constructor(
    private readonly ticker: MinuteTicker,
    private readonly reminders: RenewalRemindersService,
    private readonly deliveries: DeliveriesService,
  ) {}

  onModuleInit(): void {
    this.ticker.register(this);
  }

  async run(): Promise<void> {
    if ((await this.reminders.queueDueUnscoped()) > 0) await this.deliveries.sendDue();
  }
}
