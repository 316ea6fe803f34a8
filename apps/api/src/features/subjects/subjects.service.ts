/** Subjects (主体) over all clients: what is known of a licence, and how many accounts stand on it. Called by its controller and, in their transaction, by registrations. */
import { Injectable } from '@nestjs/common';
import type {
  getSubject,
  listSubjects,
  OperationInput,
  Subject,
  SubjectInputSchema,
  updateSubject,
} from '@daiban/contracts';
import { checkLicenceCode, isEndedElsewhere, keyOfRegisteredName, RULE_OF_PROBLEM } from '@daiban/domain';
import type { RegistrationEvent, SubjectType } from '@daiban/domain/enumerations';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { BusinessClock } from '../../platform/clock/clock.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/paging/cursor.js';
import { toSearchPattern } from '../../platform/paging/search-pattern.js';
import { Refused } from '../../platform/refusal/refused.js';
import { HistoryService, type EntryDraft } from '../history/history.service.js';
import { QuotasService, type SlotUse } from '../quotas/quotas.service.js';
import { RulesService } from '../rules/rules.service.js';
import { toSubject } from './subjects.mapper.js';
import { SubjectsRepository, type SubjectFields, type SubjectRow } from './subjects.repository.js';

/** A subject as `createRegistration` takes it. */
export type SubjectInput = z.output<typeof SubjectInputSchema>;

/** What Tencent holds from a submission on, and the event that helps then. Type and country never change: no edit takes them. */
const SEALED = {
  name: 'subject_name_corrected',
  class: 'migration_started',
  code: 'migration_started',
  licenceOf: 'migration_started',
} as const satisfies Partial<Record<keyof SubjectRow, RegistrationEvent>>;
const SEALED_FIELDS = Object.keys(SEALED) as (keyof typeof SEALED)[];

const CURSOR = z.tuple([z.string(), z.uuid()]);

@Injectable()
export class SubjectsService {
  constructor(
    private readonly repository: SubjectsRepository,
    private readonly database: Database,
    private readonly history: HistoryService,
    private readonly quotas: QuotasService,
    private readonly rules: RulesService,
    private readonly businessClock: BusinessClock,
  ) {}

  async listSubjects(actor: Actor, input: OperationInput<typeof listSubjects>): Promise<Page<Subject> | Refused> {
    const { cursor, limit, q } = input.query;
    const after = decodeCursor(cursor, CURSOR);
    if (after instanceof Refused) return after;
    const rows = await this.repository.listPage(actor.agencyId, { after, pattern: toSearchPattern(q), limit });
    const uses = await this.#usesOf(actor, rows);
    const page = toPage(
      rows,
      limit,
      (row) => [row.name, row.id],
      (row) => row,
    );
    return { ...page, items: page.items.map((row, index) => toSubject(row, uses[index] as SlotUse)) };
  }

  async getSubject(actor: Actor, { params }: OperationInput<typeof getSubject>): Promise<Subject | Refused> {
    const row = await this.repository.find(actor.agencyId, params.id);
    return row ? this.#answer(actor, row) : Refused.notFound();
  }

  /** What Tencent holds since a submission (name, class, code, whose licence) is refused as `subject.sealed`, a code of another subject as `subject.code_in_use`. */
  async updateSubject(
    actor: Actor,
    { params, body }: OperationInput<typeof updateSubject>,
  ): Promise<Subject | Refused> {
    const { agencyId } = actor;
    const { expectedVersion, accountsElsewhere, ...given } = body;
    const outcome = await this.database.withAgency<Refused | null>(
      agencyId,
      async (transaction) => {
        const before = await this.repository.lock(transaction, params.id);
        if (!before) return Refused.notFound();
        const code = given.code === undefined ? before.code : readCode(given.code, before.type);
        if (code instanceof Refused) return code;
        const other =
          code === null || code === before.code ? null : await this.repository.findByCode(transaction, code);
        if (other) return codeInUse(other);
        const after = { ...before, ...given, code };
        const field = SEALED_FIELDS.find((one) => after[one] !== before[one]);
        if (before.sealed && field !== undefined) {
          const params = { field, event: SEALED[field] };
          return Refused.of('subject.sealed', { params, clearedBy: 'apply_named_event' });
        }
        const changed = Object.keys(body).filter((field) => field !== 'expectedVersion');
        const moved = await this.history.recordChange(
          transaction,
          { agencyId, recordType: 'subject', recordId: before.id },
          expectedVersion,
          { kind: 'subject_updated', payload: { changed } },
          actor,
          ({ fromVersion, head }) => this.repository.update(transaction, before.id, fromVersion, after, head),
        );
        if (moved instanceof Refused) return moved;
        if (accountsElsewhere) {
          const at = await this.businessClock.now();
          await this.repository.replaceElsewhere(transaction, before.id, accountsElsewhere, at);
        }
        const key = code === before.code ? null : this.quotas.subjectKey(after, before.idNumberIndex);
        if (key) await this.quotas.rekeySubject(transaction, before.id, key);
        return null;
      },
      { violations: { subject_code_key: () => Refused.of('race.lost') } },
    );
    if (outcome === null) return this.getSubject(actor, { params, query: undefined, body: undefined });
    const rules = await this.rules.rulesOn(agencyId, await this.businessClock.today());
    return outcome.under(this.rules.ruleLookup(rules));
  }

  /** Adds an entry to a subject's history for what stands in another table (quota raises). */
  recordForSubject(
    transaction: AgencyTransaction,
    actor: Actor,
    subjectId: string,
    draft: EntryDraft,
  ): Promise<{ readonly version: number } | Refused> {
    const record = { agencyId: actor.agencyId, recordType: 'subject', recordId: subjectId } as const;
    return this.history.recordChange(transaction, record, null, draft, actor, ({ fromVersion, head }) =>
      this.repository.touch(transaction, subjectId, fromVersion, head),
    );
  }

  /**
   * The subject of a new case: the one of this agency with the same code, else a new one; of any number of callers at once one makes it.
   * A code that cannot be one is refused with what is wrong with it, one of a subject of another type with `subject.code_in_use`,
   * of another registered name with `subject.name_differs`.
   * @param anyName true: the name we hold stands, however the caller (a sheet) calls it
   */
  async findOrCreate(
    transaction: AgencyTransaction,
    actor: Actor,
    input: SubjectInput,
    anyName = false,
  ): Promise<{ readonly id: string } | Refused> {
    const code = readCode(input.code ?? null, input.type);
    if (code instanceof Refused) return code;
    const known = code === null ? null : await this.repository.findByCode(transaction, code);
    if (known) return sameSubject(known, input, anyName);
    const id = v7();
    const createdAt = await this.businessClock.now();
    const fields = { ...input, class: input.class ?? null, code, standing: 'unknown', licenceExpiresOn: null } as const;
    if (!(await this.repository.create(transaction, { ...fields, id, createdAt }))) {
      const quicker = code === null ? null : await this.repository.findByCode(transaction, code);
      if (!quicker) throw new Error('a subject of this code is in the way and cannot be read');
      return sameSubject(quicker, input, anyName);
    }
    const head = await this.history.recordCreation(
      transaction,
      { agencyId: actor.agencyId, recordType: 'subject', recordId: id },
      { kind: 'subject_created', payload: { type: input.type } },
      actor,
    );
    await this.repository.beginHistory(transaction, id, head);
    return { id };
  }

  /**
   * Writes what an event of a registration learnt about its subject: a name corrected at the registry, a standing. All its registrations have it
   * from then on; the subject's own history says by which event of which registration.
   */
  async learn(
    transaction: AgencyTransaction,
    actor: Actor,
    subjectId: string,
    learnt: Partial<Pick<SubjectFields, 'name' | 'standing'>>,
    because: Readonly<{ event: string; registrationId: string }>,
  ): Promise<{ readonly version: number } | Refused> {
    const before = await this.repository.lock(transaction, subjectId);
    if (!before) return Refused.notFound();
    return this.history.recordChange(
      transaction,
      { agencyId: actor.agencyId, recordType: 'subject', recordId: subjectId },
      null,
      { kind: 'subject_updated', payload: { changed: Object.keys(learnt), ...because } },
      actor,
      ({ fromVersion, head }) =>
        this.repository.update(transaction, subjectId, fromVersion, { ...before, ...learnt }, head),
    );
  }

  async #answer(actor: Actor, row: SubjectRow): Promise<Subject> {
    const [use] = await this.#usesOf(actor, [row]);
    return toSubject(row, use as SlotUse);
  }

  /** Places used, planned and allowed, in the order of the rows. A subject that nothing tells from another yet has no use. */
  async #usesOf({ agencyId, locale }: Actor, rows: readonly SubjectRow[]): Promise<SlotUse[]> {
    const rules = await this.rules.rulesOn(agencyId, await this.businessClock.today());
    const keys = rows.map((row) => this.quotas.subjectKey(row, row.idNumberIndex));
    const counted = rows.flatMap((row, index) => {
      const key = keys[index];
      return key ? [{ kind: 'subject', key, ref: row.id } as const] : [];
    });
    const counts = await this.quotas.count(agencyId, counted);
    const byRef = new Map(counted.map(({ ref }, index) => [ref, counts[index]]));
    const typed = (row: SubjectRow): number =>
      row.accountsElsewhere.filter(
        ({ accountType, state }) =>
          (accountType === 'subscription' || accountType === 'service') && !isEndedElsewhere(state),
      ).length;
    return rows.map((row) => {
      const count = byRef.get(row.id) ?? { reserved: 0, planned: 0, elsewhere: typed(row) };
      const subject = { type: row.type, quotaRaise: { grantedAccounts: row.grantedAccounts } };
      return this.quotas.toSubjectUse(count, subject, rules, locale);
    });
  }
}

/** A code is one licence. Whoever takes it for another kind of body, or for a body of another name, is wrong about one of the two. */
function sameSubject(subject: SubjectRow, wanted: SubjectInput, anyName: boolean): { readonly id: string } | Refused {
  if (subject.type !== wanted.type) return codeInUse(subject);
  if (anyName || keyOfRegisteredName(subject.name) === keyOfRegisteredName(wanted.name)) return { id: subject.id };
  return Refused.of('subject.name_differs', { params: { name: subject.name } });
}

function codeInUse({ name, type }: SubjectRow): Refused {
  return Refused.of('subject.code_in_use', { params: { name, subjectType: type } });
}

/** The one spelling of a licence code, null for none; a refusal names the first thing wrong with it. */
function readCode(typed: string | null, type: SubjectType): string | null | Refused {
  if (typed === null) return null;
  const { valid, normalised, problems } = checkLicenceCode(typed, type);
  const [problem] = problems;
  if (valid && normalised !== null) return normalised;
  const problemCode = problem?.code ?? 'licence_code.characters';
  return Refused.of(problemCode, {
    ruleId: RULE_OF_PROBLEM[problemCode],
    params: problem?.params ?? {},
    clearedBy: 'correct_subject_code',
    clearedByHolder: 'client',
  });
}
