/** Each minute: a small transfer nobody sent in its days has failed, and a registration whose days are over has lapsed. The domain judges each case; this finds them and says when their time was over. */
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import {
  halfRegistrationEndsOn,
  judgeRegistrationEvent,
  routeEndsOn,
  type JudgingContext,
  type RegistrationCommand,
} from '@daiban/domain';
import { addDays, shanghaiInstant } from '@daiban/domain/calendar';
import { systemActor } from '../../platform/auth/actor.js';
import { MinuteTicker, type Sweep } from '../../platform/jobs/minute-ticker.js';
import { Refused } from '../../platform/refusal/refused.js';
import { AgenciesService } from '../agencies/agencies.service.js';
import { CaseAnswersService, toCommandActor } from './case-answers.service.js';
import { decisionOf } from './case-decision.js';
import type { Case } from './case.js';
import { CasesRepository, type ClocksBefore } from './cases.repository.js';
import { CasesService } from './cases.service.js';
import { JudgingService } from './judging.service.js';

/** What running out of time does, in this order: a transfer fails before what is left of the registration's own days ends. */
const ENDS: readonly Pick<RegistrationCommand, 'event' | 'facts'>[] = [
  { event: 'subject_proof_failed', facts: { cause: 'time_over' } },
  { event: 'registration_lapsed' },
];

@Injectable()
export class DeadlinesSweep implements Sweep, OnModuleInit {
  readonly name = 'deadlines';
  readonly #logger = new Logger('Registrations');

  constructor(
    private readonly ticker: MinuteTicker,
    private readonly agencies: AgenciesService,
    private readonly repository: CasesRepository,
    private readonly cases: CasesService,
    private readonly answers: CaseAnswersService,
    private readonly judging: JudgingService,
  ) {}

  onModuleInit(): void {
    this.ticker.register(this);
  }

  async run(): Promise<void> {
    const before = clocksThatEndedBy(await this.judging.now());
    for (const agencyId of await this.agencies.listIds())
      for (const id of await this.repository.listOutOfTime(agencyId, before))
        try {
          for (const end of ENDS) await this.#apply(agencyId, id, end);
        } catch (error) {
          // One case's trouble is no reason for the others to wait; it is looked at again in a minute.
          this.#logger.error(`case ${id}: ${error instanceof Error ? error.stack : 'not ended'}`);
        }
  }

  /** A refusal is left as it is: it does not concern this case, an order is paid, or another process was quicker. */
  async #apply(agencyId: string, id: string, end: (typeof ENDS)[number]): Promise<void> {
    const actor = systemActor(agencyId, 'en');
    await this.cases.change(actor, { by: 'registration', id }, {}, (before, context) => {
      const occurredAt = endedAt(before, context);
      if (occurredAt === null) return Refused.of('race.lost');
      const command = { ...end, actor: toCommandActor(actor), occurredAt };
      const judgement = judgeRegistrationEvent(before.facts, command, context);
      return this.answers.refusedBy(judgement, context) ?? decisionOf(before, judgement.changes);
    });
  }
}

/** A clock that was started before these moments has run its days. */
function clocksThatEndedBy({ rules, today }: JudgingContext): ClocksBefore {
  const before = (days: number) => shanghaiInstant(addDays(today, -days), '00:00');
  return {
    halfRegistration: before(rules.entries['timer.half_registration_days'].value),
    verificationRoute: before(rules.entries['timer.verification_route_days'].value),
    transfer: before(rules.entries['timer.transfer_days'].value),
  };
}

/** The first moment after the last day, which is when it happened however late we look; never before what the case knows already. null: no clock runs. */
function endedAt({ facts, particulars }: Case, { rules }: JudgingContext): string | null {
  const isSubmitted = facts.registration.state === 'proving_subject';
  const end = isSubmitted ? routeEndsOn(facts, rules) : halfRegistrationEndsOn(facts, rules);
  if (end === null) return null;
  const moments = [shanghaiInstant(addDays(end.on, 1), '00:00'), ...particulars.moves.map(({ at }) => at)];
  return moments.toSorted().at(-1) ?? null;
}
