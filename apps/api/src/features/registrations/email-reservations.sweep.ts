/** Each minute: addresses whose reservation ran out go free, and the cases that had them say so in their history and let them go. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '../../platform/auth/actor.js';
import { MinuteTicker, type Sweep } from '../../platform/jobs/minute-ticker.js';
import { Refused } from '../../platform/refusal/refused.js';
import { AccountEmailsService } from '../account-emails/account-emails.service.js';
import { plainEntry } from './case-decision.js';
import { CasesRepository } from './cases.repository.js';
import { CasesService } from './cases.service.js';

@Injectable()
export class EmailReservationsSweep implements Sweep, OnModuleInit {
  readonly name = 'email_reservations';

  constructor(
    private readonly ticker: MinuteTicker,
    private readonly emails: AccountEmailsService,
    private readonly cases: CasesService,
    private readonly repository: CasesRepository,
  ) {}

  onModuleInit(): void {
    this.ticker.register(this);
  }

  async run(): Promise<void> {
    for (const agencyId of await this.emails.endExpiredReservations())
      for (const lost of await this.repository.listWithoutTheirAddress(agencyId))
        await this.#letGo(agencyId, lost.registrationId, lost.address);
  }

  /** Whether the address is free by now or another case was quicker to take it: it is not this one's any more. */
  async #letGo(agencyId: string, id: string, address: string): Promise<void> {
    const actor = systemActor(agencyId, 'en');
    const changed = await this.cases.change(
      actor,
      { by: 'registration', id },
      {},
      ({ facts, particulars }, context) => {
        // Reserved again in the meantime, or told by another process.
        if (facts.email?.reservedHere || particulars.emailId === null) return Refused.of('race.lost');
        const registration = { ...facts.registration, version: facts.registration.version + 1 };
        return {
          facts: { ...facts, registration, email: null },
          particulars: { ...particulars, emailId: null },
          entries: [plainEntry('email_reservation_ended', context.now, { address }, { voice: 'the_clock' })],
          beside: {},
        };
      },
    );
    if (changed instanceof Refused && changed.code !== 'race.lost')
      throw new Error(`The end of a reservation of case ${id} cannot be recorded: ${changed.code}.`);
  }
}
