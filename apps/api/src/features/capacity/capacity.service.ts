/** Who holds the places under Tencent's limits, where much hangs on little, and what happens when a person or a licence is gone. Called by its controller; changes nothing. */
import { Injectable } from '@nestjs/common';
import type {
  getCapacity,
  getCapacityWhatIf,
  getPersonCapacity,
  getSubjectCapacity,
  listPeopleCapacity,
  OperationInput,
  OperationResult,
  PersonCapacity,
  SubjectCapacity,
  TouchedAccount,
} from '@daiban/contracts';
import { isEndedElsewhere, type JudgingContext, type Rulebook } from '@daiban/domain';
import { addDays, shanghaiInstant } from '@daiban/domain/calendar';
import { SUBJECT_TYPES, type SubjectType } from '@daiban/domain/enumerations';
import { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { decodeCursor, toPage, type Page } from '../../platform/paging/cursor.js';
import { toSearchPattern } from '../../platform/paging/search-pattern.js';
import { Refused } from '../../platform/refusal/refused.js';
import { PeopleService } from '../people/people.service.js';
import { QuotasService } from '../quotas/quotas.service.js';
import { JudgingService } from '../registrations/judging.service.js';
import { toPersonCapacity, toSubjectCapacity, toTouchedAccount } from './capacity.mapper.js';
import { CapacityRepository, type CapacityQuery, type SubjectCapacityRow } from './capacity.repository.js';

const CURSOR = z.tuple([z.int32(), z.string(), z.uuid()]);
const EVERYTHING = { after: null, pattern: null, licenceOf: null, show: 'all', limit: 1 } as const;

@Injectable()
export class CapacityService {
  constructor(
    private readonly repository: CapacityRepository,
    private readonly quotas: QuotasService,
    private readonly people: PeopleService,
    private readonly judging: JudgingService,
  ) {}

  async getCapacity(
    actor: Actor,
    { query }: OperationInput<typeof getCapacity>,
  ): Promise<OperationResult<typeof getCapacity> | Refused> {
    const after = decodeCursor(query.cursor, CURSOR);
    if (after instanceof Refused) return after;
    const { agencyId } = actor;
    const context = await this.judging.now(agencyId);
    const rows = await this.#subjects(agencyId, context, {
      subjectId: null,
      after,
      pattern: toSearchPattern(query.q),
      licenceOf: query.licenceOf ?? null,
      show: query.show,
      limit: query.limit,
    });
    const { items, nextCursor } = toPage(
      rows,
      query.limit,
      ({ free, name, id }) => [free, name, id],
      (row) => row,
    );
    return {
      items: await this.#withHolders(actor, items, context),
      nextCursor,
      concentration: after === null ? await this.repository.concentration(agencyId) : null,
    };
  }

  async getSubjectCapacity(
    actor: Actor,
    { params }: OperationInput<typeof getSubjectCapacity>,
  ): Promise<SubjectCapacity | Refused> {
    const context = await this.judging.now(actor.agencyId);
    const rows = await this.#subjects(actor.agencyId, context, { ...EVERYTHING, subjectId: params.id });
    const [capacity] = await this.#withHolders(actor, rows, context);
    return capacity ?? Refused.notFound();
  }

  async listPeopleCapacity(
    actor: Actor,
    { query }: OperationInput<typeof listPeopleCapacity>,
  ): Promise<Page<PersonCapacity> | Refused> {
    const page = await this.people.listPeople(actor, { query, params: undefined, body: undefined });
    if (page instanceof Refused) return page;
    const context = await this.judging.now(actor.agencyId);
    const ids = page.items.map(({ id }) => id);
    const seats = await this.repository.countSeats(actor.agencyId, ids, context.today);
    const wording = this.#wording(actor, context);
    return { ...page, items: page.items.map((person) => toPersonCapacity(person, seats.get(person.id) ?? 0, wording)) };
  }

  async getPersonCapacity(
    actor: Actor,
    { params }: OperationInput<typeof getPersonCapacity>,
  ): Promise<OperationResult<typeof getPersonCapacity> | Refused> {
    const { agencyId } = actor;
    const person = await this.people.findPerson(actor, params.id);
    if (person instanceof Refused) return person;
    const context = await this.judging.now(agencyId);
    const rows = await this.repository.listTiedToPerson(agencyId, person.id, context.today);
    const seats = rows.filter(({ tie }) => tie === 'operator').length;
    return {
      ...toPersonCapacity(person, seats, this.#wording(actor, context)),
      accounts: rows.map(({ registrationId, clientName, accountName, state, tie, endsOn }) => ({
        registrationId,
        clientName,
        accountName,
        state,
        tie,
        endsOn,
      })),
    };
  }

  /** Verifications that end within the days of the renewal window count as renewals. */
  async getCapacityWhatIf(
    actor: Actor,
    { query }: OperationInput<typeof getCapacityWhatIf>,
  ): Promise<OperationResult<typeof getCapacityWhatIf> | Refused> {
    const { personLeaves, subjectBlocked } = query;
    if ((personLeaves === undefined) === (subjectBlocked === undefined)) return Refused.of('capacity.one_cause');
    const { agencyId } = actor;
    const context = await this.judging.now(agencyId);
    const { now, today, rules } = context;
    const id = personLeaves ?? subjectBlocked ?? '';
    const name = await this.#nameOf(actor, personLeaves, id);
    if (name instanceof Refused) return name;
    const rows =
      personLeaves === undefined
        ? await this.repository.listTiedToSubject(agencyId, id)
        : await this.repository.listTiedToPerson(agencyId, id, today);
    const horizonOn = addDays(today, rules.entries['renewal.window_days'].value);
    const wording = {
      ...this.#wording(actor, context),
      now,
      horizonAt: shanghaiInstant(addDays(horizonOn, 1), '00:00'),
    };
    const accounts = rows.flatMap((row) => toTouchedAccount(row, wording) ?? []);
    return {
      cause: personLeaves === undefined ? 'subject_blocked' : 'person_leaves',
      who: { id, name },
      accounts,
      totals: totalsOf(accounts),
      horizonOn,
    };
  }

  #subjects(agencyId: string, { rules }: JudgingContext, query: Omit<CapacityQuery, 'limits'>) {
    return this.repository.listSubjects(agencyId, { ...query, limits: limitsOf(rules) });
  }

  async #withHolders(
    actor: Actor,
    rows: readonly SubjectCapacityRow[],
    { rules }: JudgingContext,
  ): Promise<SubjectCapacity[]> {
    if (rows.length === 0) return [];
    const holders = await this.repository.listHolders(
      actor.agencyId,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => {
      const { reserved, planned, grantedAccounts } = row;
      const count = {
        reserved,
        planned,
        elsewhere: row.elsewhere.filter(({ state }) => !isEndedElsewhere(state)).length,
      };
      const use = this.quotas.toSubjectUse(
        count,
        { type: row.type, quotaRaise: { grantedAccounts } },
        rules,
        actor.locale,
      );
      return toSubjectCapacity(
        row,
        use,
        holders.filter(({ subjectId }) => subjectId === row.id),
      );
    });
  }

  async #nameOf(actor: Actor, personId: string | undefined, id: string): Promise<string | Refused> {
    if (personId === undefined)
      return (await this.repository.findSubjectName(actor.agencyId, id)) ?? Refused.notFound();
    const person = await this.people.findPerson(actor, personId);
    return person instanceof Refused ? person : person.name;
  }

  #wording(actor: Actor, context: JudgingContext) {
    return { rules: context.rules, locale: actor.locale, ruleOf: this.judging.ruleOf(context) };
  }
}

/** The rule's limit by type of subject, where one is known. */
function limitsOf(rules: Rulebook): Partial<Record<SubjectType, number>> {
  const known = SUBJECT_TYPES.flatMap((type) => {
    const { value } = rules.entries[`quota.subject.${type}`];
    return value === null ? [] : [[type, value] as const];
  });
  return Object.fromEntries(known);
}

function totalsOf(accounts: readonly TouchedAccount[]) {
  return {
    accounts: new Set(accounts.map(({ registrationId }) => registrationId)).size,
    clients: new Set(accounts.map(({ clientId }) => clientId)).size,
    openCases: accounts.filter(({ state, tie }) => tie !== 'operator' && state !== 'live' && state !== 'handed_over')
      .length,
    renewals: accounts.filter(({ renewalDueOn, tie }) => tie !== 'operator' && renewalDueOn !== null).length,
  };
}
