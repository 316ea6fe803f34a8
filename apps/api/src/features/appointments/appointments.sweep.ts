/** Each minute: tells administrators of times that were let go with a step of their case. Reminders need no sweep: they are queued with the booking. */
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { describeError } from '../../platform/http/describe-error.js';
import { MinuteTicker, type Sweep } from '../../platform/jobs/minute-ticker.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { AppointmentMailsService } from './appointment-mails.service.js';
import { AppointmentsRepository } from './appointments.repository.js';

@Injectable()
export class AppointmentsSweep implements Sweep, OnModuleInit {
  readonly name = 'appointments';
  readonly #logger = new Logger('Appointments');

  constructor(
    private readonly ticker: MinuteTicker,
    private readonly repository: AppointmentsRepository,
    private readonly mails: AppointmentMailsService,
    private readonly deliveries: DeliveriesService,
  ) {}

  onModuleInit(): void {
    this.ticker.register(this);
  }

  async run(): Promise<void> {
    let queued = 0;
    for (const agencyId of await this.repository.listAgenciesUnscoped()) {
      try {
        queued += await this.mails.queueCancellations(agencyId);
      } catch (error) {
        this.#logger.error(`agency ${agencyId}: ${describeError(error)}`);
      }
    }
    if (queued > 0) await this.deliveries.sendDue();
  }
}
