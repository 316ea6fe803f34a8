/** People who are, or may become, admins of accounts. Their numbers come in whole, are kept sealed and go out masked. Called by its controller, registrations, the importer and the demo. */
import { Injectable } from '@nestjs/common';
import type {
  createPerson,
  getPerson,
  listPeople,
  OperationInput,
  Person,
  recordIdCheck,
  updatePerson,
  WrittenPerson,
} from '@daiban/contracts';
import type { Finding, Rulebook } from '@daiban/domain';
import type { IdKind } from '@daiban/domain/enumerations';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { BusinessClock } from '../../platform/clock/clock.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/paging/cursor.js';
import { toSearchPattern } from '../../platform/paging/search-pattern.js';
import { Refused } from '../../platform/refusal/refused.js';
import { toRefusals } from '../../platform/refusal/to-refusals.js';
import { HistoryService, type EntryDraft } from '../history/history.service.js';
import { QuotasService } from '../quotas/quotas.service.js';
import { toPerson } from './people.mapper.js';
import { PeopleRepository, type PersonFields, type PersonRow, type SealedNumber } from './people.repository.js';
import { PersonNumbersService, type NumberRules } from './person-numbers.service.js';
import type { IdentityFacts } from './personal-numbers.js';

const CURSOR = z.tuple([z.string(), z.uuid()]);
const COUNTERS = {
  admin_id: ['adminId', 'quota.admin_id'],
  admin_phone: ['adminPhone', 'quota.admin_phone'],
  admin_wechat: ['adminWechat', 'quota.admin_wechat'],
} as const;
/** Who acts for the agency: the actor, and the member behind a program's key. */
export interface ActingMember {
  readonly actor: Actor;
  readonly memberId: string;
}

@Injectable()
export class PeopleService {
  constructor(
    private readonly repository: PeopleRepository,
    private readonly database: Database,
    private readonly numbers: PersonNumbersService,
    private readonly history: HistoryService,
    private readonly quotas: QuotasService,
    private readonly businessClock: BusinessClock,
  ) {}

  /** A wrong ID number or phone is refused with the code of what is wrong with it (`resident_id.…`, `phone.…`). */
  async createPerson(
    { actor, memberId }: ActingMember,
    { body }: Pick<OperationInput<typeof createPerson>, 'body'>,
  ): Promise<WrittenPerson | Refused> {
    const { agencyId } = actor;
    const id = v7();
    const book = await this.numbers.rulesOfToday(agencyId);
    const owner = { agencyId, personId: id };
    const idNumber = await this.numbers.sealIdNumber(owner, body.idNumber ?? null, body.idKind, book);
    if (idNumber instanceof Refused) return idNumber;
    const phone = await this.numbers.sealPhone(owner, body.phone ?? null, book);
    if (phone instanceof Refused) return phone;
    const fields: PersonFields = {
      name: body.name,
      idKind: body.idKind,
      idNumber,
      idUploadedBy: idNumber && memberId,
      idCheckedBy: null,
      idCheckedAt: null,
      idReplacedAt: null,
      phone,
      wechatHasPhone: body.wechatHasPhone,
      wechatHasOwnCard: body.wechatHasOwnCard,
      employer: body.employer,
      email: body.email,
      locale: body.locale,
      timeZone: body.timeZone,
    };
    await this.database.withAgency(agencyId, async (transaction) => {
      const record = { agencyId, recordType: 'person', recordId: id } as const;
      const createdAt = await this.businessClock.now();
      const head = await this.history.recordCreation(transaction, record, { kind: 'person_created' }, actor);
      await this.repository.create(transaction, id, fields, head, createdAt);
      await this.repository.replaceElsewhere(transaction, id, body.accountsElsewhere, createdAt);
    });
    return this.#written(actor, id, this.numbers.doubtsAbout(body.idNumber, body.idKind, book), book);
  }

  async listPeople(actor: Actor, input: OperationInput<typeof listPeople>): Promise<Page<Person> | Refused> {
    const { cursor, limit, q } = input.query;
    const after = decodeCursor(cursor, CURSOR);
    if (after instanceof Refused) return after;
    const rows = await this.repository.listPage(actor.agencyId, { after, pattern: toSearchPattern(q), limit });
    const page = toPage(
      rows,
      limit,
      (row) => [row.name, row.id],
      (row) => row,
    );
    return { ...page, items: await this.answers(actor, page.items) };
  }

  getPerson(actor: Actor, { params }: OperationInput<typeof getPerson>): Promise<Person | Refused> {
    return this.findPerson(actor, params.id);
  }

  /** A changed ID number has to be checked again, and what the person's cases plan is counted under the new one; what they hold at Tencent keeps it. */
  async updatePerson(
    { actor, memberId }: ActingMember,
    { params, body }: OperationInput<typeof updatePerson>,
  ): Promise<WrittenPerson | Refused> {
    const { agencyId } = actor;
    const book = await this.numbers.rulesOfToday(agencyId);
    const now = await this.businessClock.now();
    let doubts: readonly Finding[] = [];
    const outcome = await this.database.withAgency<Refused | null>(agencyId, async (transaction) => {
      const before = await this.repository.lock(transaction, params.id);
      if (!before) return Refused.notFound();
      const fields = await this.#changed(before, { agencyId, memberId, body, book, now });
      if (fields instanceof Refused) return fields;
      doubts = this.numbers.doubtsAbout(body.idNumber, fields.idKind, book);
      const changed = Object.keys(body).filter((field) => field !== 'expectedVersion');
      const draft: EntryDraft = { kind: 'person_updated', payload: { changed } };
      const refused = await this.#write(transaction, actor, before, body.expectedVersion, fields, draft);
      if (refused) return refused;
      if (body.accountsElsewhere)
        await this.repository.replaceElsewhere(transaction, before.id, body.accountsElsewhere, now);
      return this.#rekey(transaction, before, fields, book);
    });
    return outcome ?? this.#written(actor, params.id, doubts, book);
  }

  /** The caller compared the number with the paper. What it means that they brought it in themselves is for the guard of `admin_verified`. */
  async recordIdCheck(
    acting: ActingMember,
    { params, body }: OperationInput<typeof recordIdCheck>,
  ): Promise<Person | Refused> {
    const { agencyId } = acting.actor;
    const outcome = await this.database.withAgency(agencyId, (transaction) =>
      this.markIdChecked(transaction, acting, params.id, body.expectedVersion),
    );
    return outcome ?? this.findPerson(acting.actor, params.id);
  }

  /**
   * The same within a transaction of the caller's: its paper was accepted. A second member's look stands: the one who brought the number in
   * cannot put theirs in its place.
   * @param expectedVersion null: whichever the person has now
   * @param at business time; now when not given
   */
  async markIdChecked(
    transaction: AgencyTransaction,
    { actor, memberId }: ActingMember,
    personId: string,
    expectedVersion: number | null = null,
    at?: string,
  ): Promise<Refused | null> {
    const before = await this.repository.lock(transaction, personId);
    if (!before) return Refused.notFound();
    if (!before.idNumber) return Refused.of('person.no_id_number', { clearedBy: 'give_id_number' });
    const { idUploadedBy, idCheckedBy } = before;
    if (memberId === idUploadedBy && idCheckedBy !== null && idCheckedBy !== idUploadedBy) {
      return expectedVersion === null || expectedVersion === before.version ? null : Refused.versionConflict();
    }
    const fields = { ...before, idCheckedBy: memberId, idCheckedAt: at ?? (await this.businessClock.now()) };
    return this.#write(transaction, actor, before, expectedVersion, fields, { kind: 'id_checked' });
  }

  /** The accepted paper behind a check was taken back, so the check is nobody's any more; one that was made otherwise or later stands. @param checkedAt when the paper was accepted */
  async undoIdCheck(
    transaction: AgencyTransaction,
    { actor, memberId }: ActingMember,
    personId: string,
    checkedAt: string,
  ): Promise<Refused | null> {
    const before = await this.repository.lock(transaction, personId);
    if (!before || before.idCheckedBy !== memberId || before.idCheckedAt !== checkedAt) return null;
    const fields = { ...before, idCheckedBy: null, idCheckedAt: null };
    return this.#write(transaction, actor, before, null, fields, { kind: 'id_check_undone' });
  }

  /** Adds an entry to a person's history for what stands in another table (consents). */
  recordForPerson(
    transaction: AgencyTransaction,
    actor: Actor,
    personId: string,
    draft: EntryDraft,
  ): Promise<{ readonly version: number } | Refused> {
    const record = { agencyId: actor.agencyId, recordType: 'person', recordId: personId } as const;
    return this.history.recordChange(transaction, record, null, draft, actor, ({ fromVersion, head }) =>
      this.repository.touch(transaction, personId, fromVersion, head),
    );
  }

  /** What a decision about an admin looks at, read from the sealed number. @throws TamperedValue when it was changed behind our back */
  readIdentity(
    person: { agencyId: string; personId: string; idKind: IdKind; idNumberSealed: Uint8Array | null },
    { today, rules }: { readonly today: string; readonly rules: Rulebook },
  ): Promise<IdentityFacts> {
    const adultYears = rules.entries['admin.minimum_age'].value;
    return this.numbers.readIdentity(person, person.idKind, person.idNumberSealed, { today, adultYears });
  }

  /** A person of the agency as answers show it. */
  async findPerson(actor: Actor, id: string): Promise<Person | Refused> {
    const row = await this.repository.find(actor.agencyId, id);
    if (!row) return Refused.notFound();
    const [person] = await this.answers(actor, [row]);
    return person ?? Refused.notFound();
  }

  /** People as answers show them, with the counters of their numbers. */
  async answers({ agencyId, locale }: Actor, rows: readonly PersonRow[]): Promise<Person[]> {
    const rules = await this.quotas.rulesOn(agencyId, await this.businessClock.today());
    const keys = rows.flatMap((row) =>
      this.quotas.personKeys({
        personId: row.id,
        idNumberIndex: row.idNumber?.index ?? null,
        phoneIndex: row.phone?.index ?? null,
      }),
    );
    const counts = await this.quotas.count(agencyId, keys);
    return rows.map((row) => {
      const counters: Person['counters'] = { adminId: null, adminPhone: null, adminWechat: null };
      for (const [index, { kind, ref }] of keys.entries()) {
        const count = counts[index];
        if (ref !== row.id || kind === 'subject' || !count) continue;
        const [name, ruleId] = COUNTERS[kind];
        counters[name] = this.quotas.toSlotUse(count, ruleId, rules, locale);
      }
      return toPerson(row, counters);
    });
  }

  async #written(
    actor: Actor,
    id: string,
    doubts: readonly Finding[],
    { ruleOf }: NumberRules,
  ): Promise<WrittenPerson | Refused> {
    const person = await this.findPerson(actor, id);
    return person instanceof Refused ? person : { ...person, warnings: toRefusals(doubts, actor.locale, ruleOf) };
  }

  async #write(
    transaction: AgencyTransaction,
    actor: Actor,
    before: PersonRow,
    expectedVersion: number | null,
    fields: PersonFields,
    draft: EntryDraft,
  ): Promise<Refused | null> {
    const record = { agencyId: actor.agencyId, recordType: 'person', recordId: before.id } as const;
    const moved = await this.history.recordChange(
      transaction,
      record,
      expectedVersion,
      draft,
      actor,
      ({ fromVersion, head }) => this.repository.update(transaction, before.id, fromVersion, fields, head),
    );
    return moved instanceof Refused ? moved : null;
  }

  async #changed(
    before: PersonRow,
    {
      agencyId,
      memberId,
      body,
      book,
      now,
    }: {
      agencyId: string;
      memberId: string;
      body: OperationInput<typeof updatePerson>['body'];
      book: NumberRules;
      now: string;
    },
  ): Promise<PersonFields | Refused> {
    const owner = { agencyId, personId: before.id };
    const idKind = body.idKind ?? before.idKind;
    let { idNumber, phone } = before;
    if (body.idNumber !== undefined) {
      const read = await this.numbers.sealIdNumber(owner, body.idNumber, idKind, book);
      if (read instanceof Refused) return read;
      idNumber = read;
    }
    if (body.phone !== undefined) {
      const read = await this.numbers.sealPhone(owner, body.phone, book);
      if (read instanceof Refused) return read;
      phone = read;
    }
    const sameId = idKind === before.idKind && isSameNumber(idNumber, before.idNumber);
    return {
      name: body.name ?? before.name,
      idKind,
      idNumber,
      idUploadedBy: sameId ? before.idUploadedBy : idNumber && memberId,
      idCheckedBy: sameId ? before.idCheckedBy : null,
      idCheckedAt: sameId ? before.idCheckedAt : null,
      idReplacedAt: sameId || before.idNumber === null ? before.idReplacedAt : now,
      phone,
      wechatHasPhone: body.wechatHasPhone ?? before.wechatHasPhone,
      wechatHasOwnCard: body.wechatHasOwnCard ?? before.wechatHasOwnCard,
      employer: body.employer ?? before.employer,
      email: body.email === undefined ? before.email : body.email,
      locale: body.locale ?? before.locale,
      timeZone: body.timeZone ?? before.timeZone,
    };
  }

  /** A number that accounts were submitted with stays: under another one they would escape its limit. */
  async #rekey(
    transaction: AgencyTransaction,
    before: PersonRow,
    after: PersonFields,
    { ruleOf }: NumberRules,
  ): Promise<Refused | null> {
    for (const [kind, field] of [
      ['admin_id', 'idNumber'],
      ['admin_phone', 'phone'],
    ] as const) {
      const number = after[field];
      if (isSameNumber(number, before[field])) continue;
      if (!(await this.quotas.rekeyPerson(transaction, before.id, kind, number?.index ?? null))) {
        const { findings } = Refused.of('person.number_in_use', { ruleId: `quota.${kind}` });
        return Refused.because(findings, ruleOf);
      }
    }
    return null;
  }
}

function isSameNumber(a: SealedNumber | null, b: SealedNumber | null): boolean {
  return a === null || b === null ? a === b : a.index.equals(b.index);
}
