/** Places under Tencent's limits: what is used, and taking one so that two cases never get the same. Called by registrations (in their transaction), subjects and people. */
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { SlotUseSchema } from '@daiban/contracts';
import { subjectLimit, type QuotaSubject, type Rulebook } from '@daiban/domain';
import type { Locale, SlotKind } from '@daiban/domain/enumerations';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Encryption } from '../../platform/encryption/encryption.js';
import { RulesService } from '../rules/rules.service.js';
import { QuotasRepository, type SlotCountRow, type WantedSlot } from './quotas.repository.js';
import { personKeysOf, slotKeysOf, subjectKeyOf, type SlotKey, type SlotOwners } from './slot-keys.js';

export type SlotUse = z.input<typeof SlotUseSchema>;

/** Rules whose value is a number of places. */
export type QuotaRuleId = Extract<keyof Rulebook['entries'], `quota.subject.${string}` | `quota.admin_${string}`>;

@Injectable()
export class QuotasService {
  constructor(
    private readonly repository: QuotasRepository,
    private readonly encryption: Encryption,
    private readonly rules: RulesService,
  ) {}

  /** The keys that a registration's slots are counted under. */
  keysOf(owners: SlotOwners, isOfficialAccount: boolean): SlotKey[] {
    return slotKeysOf(owners, isOfficialAccount, this.#blindIndex);
  }

  /** Key of a subject's limit; null while it has neither a code nor (an individual) an ID number. */
  subjectKey(subject: SlotOwners['subject'], idNumberIndex: Uint8Array | null): Uint8Array | null {
    return subjectKeyOf(subject, idNumberIndex, this.#blindIndex);
  }

  /** Keys of a person's limits as an admin. */
  personKeys(person: NonNullable<SlotOwners['admin']>): SlotKey[] {
    return personKeysOf(person, this.#blindIndex);
  }

  /**
   * Counts what stands against each key, in their order.
   * @param where an open transaction, or the agency for a look of its own
   */
  count(
    where: AgencyTransaction | string,
    keys: readonly SlotKey[],
    exceptRegistrationId: string | null = null,
  ): Promise<SlotCountRow[]> {
    return this.repository.count(where, keys, exceptRegistrationId);
  }

  /** The book that an agency's limits are read from on a day. */
  rulesOn(agencyId: string, day: string): Promise<Rulebook> {
    return this.rules.rulesOn(agencyId, day);
  }

  /** A count as answers show it: beside the limit and the rule it comes from. */
  toSlotUse(count: SlotCountRow, ruleId: QuotaRuleId, rules: Rulebook, locale: Locale): SlotUse {
    const limit = rules.entries[ruleId].value;
    return { ...count, limit, limitByRule: limit, granted: 0, rule: this.rules.ruleLookup(rules)(ruleId, locale) };
  }

  /** The same of a subject, whose limit is lifted by what was granted. */
  toSubjectUse(count: SlotCountRow, subject: QuotaSubject, rules: Rulebook, locale: Locale): SlotUse {
    const ruleId = `quota.subject.${subject.type}` as const;
    return {
      ...count,
      limit: subjectLimit(rules, subject),
      limitByRule: rules.entries[ruleId].value,
      granted: subject.quotaRaise.grantedAccounts,
      rule: this.rules.ruleLookup(rules)(ruleId, locale),
    };
  }

  /**
   * Takes the smallest free place of each kind, up to its cap. What the judge counted may have changed since: the kinds returned found no
   * place, and the caller answers `slot.taken`. A place that somebody takes in this very moment ends the transaction by the unique index
   * `slot_agency_id_kind_key_index_position_key`.
   */
  async reserveSlots(
    transaction: AgencyTransaction,
    registrationId: string,
    wanted: readonly WantedSlot[],
    since: string,
  ): Promise<SlotKind[]> {
    const full: SlotKind[] = [];
    for (const slot of wanted)
      if (!(await this.repository.reserve(transaction, registrationId, slot, since))) full.push(slot.kind);
    return full;
  }

  /** Notes that a case means to take these places; it warns others and counts against nobody. */
  async planSlots(
    transaction: AgencyTransaction,
    registrationId: string,
    slots: readonly SlotKey[],
    since: string,
  ): Promise<void> {
    for (const slot of slots) await this.repository.plan(transaction, registrationId, slot, since);
  }

  /** Gives back whatever the registration holds. */
  freeSlots(transaction: AgencyTransaction, registrationId: string): Promise<void> {
    return this.repository.free(transaction, registrationId);
  }

  /**
   * A person's ID number or phone was corrected or is known at last: what their cases plan is counted under it from now on, and what was
   * submitted before it was known.
   * @param key the new number's; null: there is none any more, and what was planned stays noted under the old one
   * @returns false when an account was submitted with the old number: its place cannot move
   */
  async rekeyPerson(
    transaction: AgencyTransaction,
    personId: string,
    kind: 'admin_id' | 'admin_phone',
    key: Uint8Array | null,
  ): Promise<boolean> {
    const held = await this.repository.listHeldByPerson(transaction, personId, kind);
    if (held.some(({ state }) => state === 'reserved')) return false;
    if (key === null) return true;
    const uncounted = await this.repository.listUncountedOfPerson(transaction, personId, kind);
    for (const { kind: heldKind, state, registrationId, since } of [...held, ...uncounted]) {
      const slot = { kind: heldKind, key, ref: personId };
      // What Tencent has is counted, above the limit too.
      if (state === 'reserved')
        await this.repository.reserve(transaction, registrationId, { ...slot, cap: null }, since);
      else await this.repository.plan(transaction, registrationId, slot, since);
    }
    return true;
  }

  /** A subject's code was corrected before anything was submitted. */
  rekeySubject(transaction: AgencyTransaction, subjectId: string, key: Uint8Array): Promise<void> {
    return this.repository.rekeySubject(transaction, subjectId, key);
  }

  readonly #blindIndex = (kind: string, canonical: string): Uint8Array => this.encryption.blindIndex(kind, canonical);
}
