/** Reads a case, lets the domain judge, writes the outcome: the two round trips every change of a case goes through. Called by registrations, orders, prerequisites and whoever applies an event. */
import { Injectable } from '@nestjs/common';
import { deriveCase, type DerivedCase, type Finding, type JudgingContext } from '@daiban/domain';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/auth/actor.js';
import { SystemClock } from '../../platform/clock/clock.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/refusal/refused.js';
import { HistoryService } from '../history/history.service.js';
import { PeopleService } from '../people/people.service.js';
import { UpdatePromisesService } from '../update-promises/update-promises.service.js';
import type { CaseDecision } from './case-decision.js';
import type { CaseRow } from './case-rows.js';
import { CaseSlotsService } from './case-slots.service.js';
import { toCaseWrite } from './case-write.mapper.js';
import { toCase } from './case.mapper.js';
import { completeCase } from './complete-case.js';
import type { Case } from './case.js';
import { CasesRepository, type CaseTarget } from './cases.repository.js';
import { JudgingService } from './judging.service.js';

/** A case with what is derived from it at a moment. */
export interface CaseView {
  readonly case: Case;
  readonly derived: DerivedCase;
  readonly context: JudgingContext;
}

/** A case after a change. */
export interface ChangedCase extends CaseView {
  /** What did not forbid the change and should be said at once. */
  readonly warnings: readonly Finding[];
}

/** Looks at the case and says what is to be written, or refuses. May run other statements in the transaction first. */
export type Decide = (
  before: Case,
  context: JudgingContext,
  transaction: AgencyTransaction,
) => CaseDecision | Refused | Promise<CaseDecision | Refused>;

/** What the caller saw. */
export interface Expected {
  /** Version of the registration; absent: whichever it has once nobody else is changing it. */
  readonly registrationVersion?: number | undefined;
  /** Version of the order the target names. */
  readonly orderVersion?: number | undefined;
}

/** A place, an address or an order that somebody else took in this very moment. */
const LOST_RACES: Readonly<Record<string, () => Refused>> = {
  slot_agency_id_kind_key_index_position_key: () => Refused.of('slot.taken'),
  running_transfer_pkey: () => Refused.of('transfer.already_running'),
  verification_order_open_key: () => Refused.of('order.already_open'),
  account_email_active_key: () => Refused.of('email.already_used'),
};

@Injectable()
export class CasesService {
  constructor(
    private readonly repository: CasesRepository,
    private readonly judging: JudgingService,
    private readonly history: HistoryService,
    private readonly slots: CaseSlotsService,
    private readonly people: PeopleService,
    private readonly updatePromises: UpdatePromisesService,
    private readonly database: Database,
    private readonly systemClock: SystemClock,
  ) {}

  /** The case as it is, or 404. */
  async read(actor: Actor, target: CaseTarget): Promise<CaseView | Refused> {
    const context = await this.judging.now();
    const row = await this.repository.find(actor.agencyId, target);
    if (!row) return Refused.notFound();
    const read = this.toCase(row, context.today);
    return { case: read, derived: deriveCase(read.facts, context), context };
  }

  /**
   * Changes a case. A stale version is answered before anything is judged (409); of callers who saw the same version one wins, since the
   * write asks for that version again. Callers who name none wait for each other.
   */
  async change(actor: Actor, target: CaseTarget, expected: Expected, decide: Decide): Promise<ChangedCase | Refused> {
    const context = await this.judging.now();
    const changed = await this.database.withAgency<ChangedPlain | Refused>(
      actor.agencyId,
      async (transaction) => {
        const mayWait = expected.registrationVersion === undefined && expected.orderVersion === undefined;
        const row = mayWait
          ? await this.repository.readLocked(transaction, target)
          : await this.repository.read(transaction, target);
        if (!row) return Refused.notFound();
        const before = this.toCase(row, context.today);
        if (isStale(before, target, expected)) return Refused.versionConflict();
        const decision = await decide(before, context, transaction);
        if (decision instanceof Refused) return decision;
        return this.write(transaction, actor, before, decision, context);
      },
      { violations: LOST_RACES },
    );
    if (changed instanceof Refused) return changed;
    return { ...changed, derived: deriveCase(changed.case.facts, context), context };
  }

  /** Writes a decision about a case that was read in this transaction. Refuses when it has changed since. */
  async write(
    transaction: AgencyTransaction,
    actor: Actor,
    before: Case,
    decision: CaseDecision,
    context: JudgingContext,
  ): Promise<ChangedPlain | Refused> {
    const heardAt = this.updatePromises.heardAfter(
      before.facts.registration.lastClientNewsAt,
      decision.entries,
      context.now,
    );
    const { completed, derived, entries } = completeCase(before, decision, heardAt, context);
    const record = { agencyId: actor.agencyId, recordType: 'registration', recordId: before.facts.registration.id } as const;
    const recordedAt = this.systemClock.now();
    const chained = this.history.link(
      before.particulars.chain,
      record,
      entries.map((entry) => ({
        id: v7(),
        kind: entry.kind,
        voice: entry.voice,
        visibility: entry.visibility,
        payload: entry.payload,
        actorKind: actor.kind,
        actorId: actor.kind === 'system' || actor.kind === 'wechat' ? null : actor.id,
        occurredAt: entry.occurredAt,
        recordedAt,
      })),
    );
    const after: Case = {
      ...completed,
      particulars: { ...completed.particulars, chain: { head: chained.head, length: chained.length } },
    };
    const slots =
      decision.beside.slots === undefined ? undefined : this.slots.placesFor(after, decision.beside.slots, context.now);
    const write = toCaseWrite(before, after, decision.beside, {
      derived,
      entries: chained.rows,
      slots,
      subjectKey: this.slots.subjectKey(after),
      now: context.now,
    });
    const how = decision.amongOthers ? 'among others' : 'and commit';
    if (!(await this.repository.write(transaction, write, how))) return Refused.versionConflict();
    return { case: slots ? this.slots.withPlaces(after, slots) : after, warnings: decision.warnings ?? [] };
  }

  /** The row in the form decisions take; opens the sealed ID number for a moment to learn what it says. */
  toCase(row: CaseRow, today: string): Case {
    const { admin } = row;
    if (!admin) return toCase(row, null);
    const idNumberSealed = admin.id_number_sealed === null ? null : Buffer.from(admin.id_number_sealed.slice(2), 'hex');
    const { agency_id: agencyId } = row.registration;
    const identity = this.people.readIdentity({ agencyId, personId: admin.id, idKind: admin.id_kind, idNumberSealed }, today);
    return toCase(row, identity);
  }
}

/** Plain values only: it is kept for a repeated request. */
interface ChangedPlain {
  readonly case: Case;
  readonly warnings: readonly Finding[];
}

function isStale({ facts }: Case, target: CaseTarget, expected: Expected): boolean {
  if (expected.registrationVersion !== undefined && facts.registration.version !== expected.registrationVersion) return true;
  if (expected.orderVersion === undefined) return false;
  return facts.orders.find((order) => order.id === target.id)?.version !== expected.orderVersion;
}
