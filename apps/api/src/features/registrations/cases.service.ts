/** Reads a case, lets the domain judge, writes the outcome: the two round trips every change of a case goes through. Called by registrations, orders, prerequisites and whoever applies an event. */
import { Injectable } from '@nestjs/common';
import { deriveCase, type Change, type DerivedCase, type Finding, type JudgingContext } from '@daiban/domain';
import type { Actor } from '../../platform/auth/actor.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/refusal/refused.js';
import { PeopleService } from '../people/people.service.js';
import { decisionOf, newsOf, plainEntry, type CaseDecision } from './case-decision.js';
import type { CaseRow } from './case-rows.js';
import { CaseWriterService, type WrittenCase } from './case-writer.service.js';
import { toCase } from './case.mapper.js';
import type { Case, CaseEntry } from './case.js';
import { CasesRepository, type CaseTarget } from './cases.repository.js';
import { JudgingService } from './judging.service.js';
import { limitOfLostPlace } from './lost-place.js';

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

/** The index that gives each place under a limit once. */
const PLACE = 'slot_agency_id_kind_key_index_position_key';
/** The number of a history entry: somebody told news of the case meanwhile. */
const ENTRY = 'history_entry_agency_id_record_id_sequence_key';

/** A place, an address or an order that somebody else took in this very moment, by the unique index that noticed. For whoever opens the transaction. */
export const LOST_RACES: Readonly<Record<string, () => Refused>> = {
  [PLACE]: () => Refused.of('slot.taken'),
  running_transfer_pkey: () =>
    Refused.of('transfer.already_running', {
      clearedBy: 'await_other_transfer',
      clearedByHolder: 'tencent',
      ruleId: 'quota.small_transfer_per_subject',
    }),
  verification_order_open_key: () => Refused.of('order.already_open', { ruleId: 'verification.one_order' }),
  account_email_active_key: () =>
    Refused.of('email.taken_elsewhere', { clearedBy: 'choose_other_email', ruleId: 'email.one_product' }),
};

@Injectable()
export class CasesService {
  constructor(
    private readonly repository: CasesRepository,
    private readonly writer: CaseWriterService,
    private readonly judging: JudgingService,
    private readonly people: PeopleService,
    private readonly database: Database,
  ) {}

  /** The case as it is, or 404. */
  async read(actor: Actor, target: CaseTarget): Promise<CaseView | Refused> {
    const context = await this.judging.now(actor.agencyId);
    const row = await this.repository.find(actor.agencyId, target);
    if (!row) return Refused.notFound();
    return this.view(await this.#toCase(row, context), context);
  }

  /** A case with what is derived from it at this moment. */
  view(known: Case, context: JudgingContext): CaseView {
    return { case: known, derived: deriveCase(known.facts, context), context };
  }

  /**
   * Changes a case. A stale version is answered before anything is judged (409); of callers who saw the same version one wins, since the
   * write asks for that version again, so that reading needs no lock and no place in the transaction. Callers who name none wait for each other.
   * Whom news of the case overtook, which leave its version alone, begins again behind them.
   * Who loses a place under a limit is judged again, behind the others who did, until they have another or the limit is what refuses.
   */
  async change(actor: Actor, target: CaseTarget, expected: Expected, decide: Decide): Promise<ChangedCase | Refused> {
    const context = await this.judging.now(actor.agencyId);
    let seen: Case | null = null;
    const changed = await this.database.withAgency<WrittenCase | Refused>(
      actor.agencyId,
      async (transaction, attempt) => {
        if (attempt > 1) await this.repository.queueForPlaces(transaction);
        const mayWait =
          attempt > 1 || (expected.registrationVersion === undefined && expected.orderVersion === undefined);
        const row = mayWait
          ? await this.repository.readLocked(transaction, target)
          : await this.repository.find(actor.agencyId, target);
        if (!row) return Refused.notFound();
        const before = await this.#toCase(row, context);
        seen = before;
        if (isStale(before, target, expected)) return Refused.versionConflict();
        const decision = await decide(before, context, transaction);
        if (decision instanceof Refused) return decision;
        return this.writer.write(transaction, actor, before, decision, context);
      },
      { violations: LOST_RACES, again: [PLACE, ENTRY] },
    );
    if (changed instanceof Refused) {
      const refused = changed.code === 'slot.taken' ? await this.#placeTaken(actor, target, seen, context) : changed;
      return refused.under(this.judging.ruleOf(context));
    }
    return { ...this.view(changed.case, context), warnings: changed.warnings };
  }

  /** What a judgement's changes come down to. */
  decide(before: Case, changes: readonly Change[]): CaseDecision {
    return decisionOf(before, changes);
  }

  /** An entry of something that is no event of a machine. */
  entry(...parts: Parameters<typeof plainEntry>): CaseEntry {
    return plainEntry(...parts);
  }

  /** What the history tells without the case having changed. */
  news(...parts: Parameters<typeof newsOf>): CaseDecision {
    return newsOf(...parts);
  }

  /** Reads a case inside a transaction: one that was just inserted, or that reads differently by now. */
  async readWithin(transaction: AgencyTransaction, id: string, context: JudgingContext): Promise<Case | null> {
    const row = await this.repository.read(transaction, { by: 'registration', id });
    return row && (await this.#toCase(row, context));
  }

  /** Opens a case in a transaction of its own. `work` inserts the row, reads it and decides; what it answers is written. */
  async open(
    actor: Actor,
    work: (transaction: AgencyTransaction, context: JudgingContext) => Promise<Case | Refused>,
  ): Promise<CaseView | Refused> {
    const context = await this.judging.now(actor.agencyId);
    const opened = await this.database.withAgency<Case | Refused>(
      actor.agencyId,
      (transaction) => work(transaction, context),
      { violations: LOST_RACES },
    );
    return opened instanceof Refused ? opened.under(this.judging.ruleOf(context)) : this.view(opened, context);
  }

  /** What an agency's decisions of this moment take beside the facts. */
  context(agencyId: string): Promise<JudgingContext> {
    return this.judging.now(agencyId);
  }

  /** Writes a decision about a case that was read in this transaction. Refuses when it has changed since. */
  async write(
    transaction: AgencyTransaction,
    actor: Actor,
    before: Case,
    decision: CaseDecision,
    context: JudgingContext,
  ): Promise<Case | Refused> {
    const written = await this.writer.write(transaction, actor, before, decision, context);
    return written instanceof Refused ? written : written.case;
  }

  /** The index tells that a place was lost, a second look at the case under which limit. */
  async #placeTaken(actor: Actor, target: CaseTarget, seen: Case | null, context: JudgingContext): Promise<Refused> {
    const row = await this.repository.find(actor.agencyId, target);
    const ruleId = row && seen && limitOfLostPlace(seen, await this.#toCase(row, context), context.rules);
    return Refused.of('slot.taken', { ruleId });
  }

  /** The row in the form decisions take; opens the sealed ID number for a moment to learn what it says. */
  async #toCase(row: CaseRow, context: JudgingContext): Promise<Case> {
    const { admin } = row;
    if (!admin) return toCase(row, null);
    const idNumberSealed = admin.id_number_sealed === null ? null : Buffer.from(admin.id_number_sealed.slice(2), 'hex');
    const { agency_id: agencyId } = row.registration;
    const identity = await this.people.readIdentity(
      { agencyId, personId: admin.id, idKind: admin.id_kind, idNumberSealed },
      context,
    );
    return toCase(row, identity);
  }
}

function isStale({ facts }: Case, target: CaseTarget, expected: Expected): boolean {
  if (expected.registrationVersion !== undefined && facts.registration.version !== expected.registrationVersion)
    return true;
  if (expected.orderVersion === undefined) return false;
  return facts.orders.find((order) => order.id === target.id)?.version !== expected.orderVersion;
}
