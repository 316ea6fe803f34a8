/** Operators' seats: who posts and answers for an account beside its admin. Called by its controller. */
import { Injectable } from '@nestjs/common';
import type { AccountOperators, bindOperator, listOperators, OperationInput, unbindOperator } from '@daiban/contracts';
import { judgeOperator, keptRules, type Acknowledgement, type Finding } from '@daiban/domain';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/auth/actor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { toCommandActor } from '../registrations/case-answers.service.js';
import type { Case, CaseEntry } from '../registrations/case.js';
import { CasesService, type CaseView, type Decide } from '../registrations/cases.service.js';
import { JudgingService } from '../registrations/judging.service.js';
import { OperatorSeatsService, seatInHistory } from './operator-seats.service.js';
import { toAccountOperators } from './operators.mapper.js';
import { OperatorsRepository } from './operators.repository.js';

@Injectable()
export class OperatorsService {
  constructor(
    private readonly repository: OperatorsRepository,
    private readonly seats: OperatorSeatsService,
    private readonly cases: CasesService,
    private readonly judging: JudgingService,
  ) {}

  async listOperators(
    actor: Actor,
    { params }: OperationInput<typeof listOperators>,
  ): Promise<AccountOperators | Refused> {
    const view = await this.cases.read(actor, { by: 'registration', id: params.id });
    return view instanceof Refused ? view : this.#answer(actor, view);
  }

  /**
   * Gives a person a seat. Of callers who want the last one at once one gets it: they wait for the case's row, or lose by its version, and
   * on different accounts they wait for the person's.
   */
  async bindOperator(
    actor: Actor,
    { params, body }: OperationInput<typeof bindOperator>,
  ): Promise<AccountOperators | Refused> {
    const { personId, term, followsAccount, expectedVersion, acknowledgements = [] } = body;
    const changed = await this.cases.change(
      actor,
      { by: 'registration', id: params.id },
      { registrationVersion: expectedVersion },
      async (before, context, transaction) => {
        const { today, now } = context;
        const person = await this.repository.lockPerson(transaction, personId);
        if (!person) return Refused.of('person.not_found');
        const seated = await this.repository.list(transaction, params.id, today);
        const { registration, admin } = before.facts;
        const { findings, endsOn } = judgeOperator(
          {
            account: {
              state: registration.state,
              accountType: registration.accountType,
              adminPersonId: admin?.personId ?? null,
              seats: { long: countOf(seated, 'long'), short: countOf(seated, 'short') },
              operatorIds: seated.map((row) => row.personId),
            },
            person: { ...person, accounts: await this.repository.countOfPerson(transaction, personId, today) },
          },
          { term, followsAccount },
          context,
        );
        const open = findings.filter((finding) => !isAnswered(finding, acknowledgements));
        if (open.length > 0) return Refused.because(open, this.judging.ruleOf(context));
        // A short-term seat that ran out by its date makes room for a new one of the same person.
        await this.repository.end(transaction, params.id, personId, now);
        const boundBy = toCommandActor(actor).memberId;
        const seat = { registrationId: params.id, personId, term, followsAccount, boundAt: now, endsOn, boundBy };
        await this.repository.insert(transaction, { id: v7(), ...seat });
        const kept = seatInHistory({ personId, name: person.name, term });
        const ruledBy = [`operator.${term}_seats`, 'operator.accounts'] as const;
        const rules = keptRules(
          [...ruledBy, ...(term === 'short' ? (['operator.short_months'] as const) : [])].map((ruleId) => ({
            ruleId,
            ruledOn: today,
          })),
          context,
        );
        return recorded(before, this.cases.entry('operator_bound', now, { ...kept, endsOn, acknowledgements, rules }));
      },
    );
    return changed instanceof Refused ? changed : this.#answer(actor, changed);
  }

  async unbindOperator(
    actor: Actor,
    { params }: OperationInput<typeof unbindOperator>,
  ): Promise<AccountOperators | Refused> {
    const { id, personId } = params;
    const changed = await this.cases.change(
      actor,
      { by: 'registration', id },
      {},
      async (before, context, transaction) => {
        const ended = await this.seats.end(transaction, id, personId, context);
        if (!ended) return Refused.notFound();
        return recorded(before, this.cases.entry('operator_unbound', context.now, { ...ended }));
      },
    );
    return changed instanceof Refused ? changed : this.#answer(actor, changed);
  }

  async #answer(actor: Actor, { case: known, context }: CaseView): Promise<AccountOperators> {
    const rows = await this.repository.list(actor.agencyId, known.facts.registration.id, context.today);
    const wording = { locale: actor.locale, rules: context.rules, ruleOf: this.judging.ruleOf(context) };
    return toAccountOperators(known, rows, wording);
  }
}

function countOf(seated: readonly { term: string }[], term: string): number {
  return seated.filter((row) => row.term === term).length;
}

/** Only what nobody knows can be answered by a person: everything else here is a rule. */
function isAnswered({ kind, code }: Finding, acknowledgements: readonly Acknowledgement[]): boolean {
  return (
    kind === 'unknown' && acknowledgements.some((answer) => answer.code === code && answer.answeredBy !== undefined)
  );
}

/** The case as it was, with one entry more. */
function recorded({ facts, particulars }: Case, entry: CaseEntry): Exclude<Awaited<ReturnType<Decide>>, Refused> {
  const { registration } = facts;
  return {
    facts: { ...facts, registration: { ...registration, version: registration.version + 1 } },
    particulars,
    entries: [entry],
    beside: {},
    amongOthers: true,
  };
}
