/** Each minute: a small transfer nobody sent in its days has failed, a registration whose days are over has lapsed, a migration or deregistration nobody confirmed has ended. The domain judges each case; this finds them and says when their time was over. */
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import {
  closingEndsOn,
  halfRegistrationEndsOn,
  judgeRegistrationEvent,
  migrationEndsOn,
  routeEndsOn,
  type JudgingContext,
  type RegistrationCommand,
} from '@daiban/domain';
import { addDays, shanghaiInstant } from '@daiban/domain/calendar';
import { SUBJECT_TYPES } from '@daiban/domain/enumerations';
import { systemActor } from '../../platform/auth/actor.js';
import { MinuteTicker, type Sweep } from '../../platform/jobs/minute-ticker.js';
import { Refused } from '../../platform/refusal/refused.js';
import { AgenciesService } from '../agencies/agencies.service.js';
import { CaseAnswersService, toCommandActor } from './case-answers.service.js';
import { decisionOf } from './case-decision.js';
import type { Case } from './case.js';
import { CasesRepository, type ClocksBefore, type LeavingClocksBefore } from './cases.repository.js';
import { CasesService } from './cases.service.js';
import { JudgingService } from './judging.service.js';
import { RulesService } from '../rules/rules.service.js';

/** What running out of time does, in this order: a transfer fails before what is left of the registration's own days ends. */
const ENDS: readonly Pick<RegistrationCommand, 'event' | 'facts'>[] = [
  { event: 'subject_proof_failed', facts: { cause: 'time_over' } },
  { event: 'registration_lapsed' },
];
/** The same for accounts that move or close. */
const LEAVING_ENDS: typeof ENDS = [{ event: 'migration_ended' }, { event: 'deregistration_cancelled' }];

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
    private readonly rules: RulesService,
  ) {}

  onModuleInit(): void {
    this.ticker.register(this);
  }

  async run(): Promise<void> {
    for (const agencyId of await this.agencies.listIds()) {
      const context = await this.judging.now(agencyId);
      const late = await this.repository.listOutOfTime(agencyId, await this.#clocksThatMayHaveEnded(agencyId, context));
      for (const id of late) await this.#end(agencyId, id, ENDS);
      const leaving = await this.repository.listLeavingOutOfTime(
        agencyId,
        await this.#leavingClocksThatMayHaveEnded(agencyId, context),
      );
      for (const id of leaving) await this.#end(agencyId, id, LEAVING_ENDS);
    }
  }

  /** A clock that was started before these moments has run its days by the shortest rule of any day; which one counts, the judge says. */
  async #clocksThatMayHaveEnded(agencyId: string, { today }: JudgingContext): Promise<ClocksBefore> {
    const before = async (ruleId: Parameters<RulesService['leastOf']>[1]) =>
      shanghaiInstant(addDays(today, -(await this.rules.leastOf(agencyId, ruleId))), '00:00');
    return {
      halfRegistration: await before('timer.half_registration_days'),
      verificationRoute: await before('timer.verification_route_days'),
      transfer: await before('timer.transfer_days'),
    };
  }

  async #leavingClocksThatMayHaveEnded(
    agencyId: string,
    { rules: { entries }, today }: JudgingContext,
  ): Promise<LeavingClocksBefore> {
    const daysBefore = async (ruleId: Parameters<RulesService['leastOf']>[1]) =>
      addDays(today, -(await this.rules.leastOf(agencyId, ruleId)));
    const proofs = entries['deregistration.proof'].value;
    return {
      migrationConfirmation: shanghaiInstant(await daysBefore('migration.confirm_days'), '00:00'),
      freezeEndsOn: await daysBefore('deregistration.confirm_days'),
      deregistrationProof: shanghaiInstant(await daysBefore('deregistration.transfer_days'), '00:00'),
      provenByTransfer: SUBJECT_TYPES.filter((type) => proofs[type] === 'small_transfer'),
    };
  }

  /** One case's trouble is no reason for the others to wait; it is looked at again in a minute. */
  async #end(agencyId: string, id: string, ends: typeof ENDS): Promise<void> {
    try {
      for (const end of ends) await this.#apply(agencyId, id, end);
    } catch (error) {
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

/** The first moment after the last day, which is when it happened however late we look; never before what the case knows already. null: no clock runs. */
function endedAt({ facts, particulars }: Case, context: JudgingContext): string | null {
  const { state } = facts.registration;
  const end =
    state === 'migrating'
      ? migrationEndsOn(facts, context)
      : state === 'closing'
        ? closingEndsOn(facts, context)
        : state === 'proving_subject'
          ? routeEndsOn(facts, context)
          : halfRegistrationEndsOn(facts, context);
  if (end === null) return null;
  const moments = [shanghaiInstant(addDays(end.on, 1), '00:00'), ...particulars.moves.map(({ at }) => at)];
  return moments.toSorted().at(-1) ?? null;
}
