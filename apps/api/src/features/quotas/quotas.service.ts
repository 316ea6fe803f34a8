/** Places under Tencent's limits: what is used, and taking one so that two cases never get the same. Called by registrations (in their transaction), subjects and people. */
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { SlotUseSchema } from '@daiban/contracts';
import type { Rulebook } from '@daiban/domain';
import type { SlotKind } from '@daiban/domain/enumerations';
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

  /** A count as answers show it: beside the limit and the rule it comes from. */
  toSlotUse(count: SlotCountRow, ruleId: QuotaRuleId, rules: Rulebook): SlotUse {
    const limit = rules.entries[ruleId].value;
    return { ...count, limit, rule: this.rules.ruleLookup(rules)(ruleId) };
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
   * A person's ID number or phone was corrected: what their cases hold is counted under the new one from now on.
   * @returns false when one of the cases finds no place under the new number
   */
  async rekeyPerson(
    transaction: AgencyTransaction,
    key: SlotKey & { readonly kind: 'admin_id' | 'admin_phone' },
    rules: Rulebook,
  ): Promise<boolean> {
    for (const held of await this.repository.listHeldByPerson(transaction, key.ref, key.kind)) {
      const slot = { ...key, kind: held.kind };
      if (held.state === 'planned') {
        await this.repository.plan(transaction, held.registrationId, slot, held.since);
        continue;
      }
      const ruleId: QuotaRuleId =
        held.kind === 'subject'
          ? 'quota.subject.individual'
          : held.raised
            ? `quota.${key.kind}.legal_representative`
            : `quota.${key.kind}`;
      const limit = rules.entries[ruleId].value;
      const [count] = await this.repository.count(transaction, [slot], held.registrationId);
      const cap = limit === null ? null : limit - (count?.elsewhere ?? 0);
      if (!(await this.repository.reserve(transaction, held.registrationId, { ...slot, cap }, held.since))) return false;
    }
    return true;
  }

  /** A subject's code was corrected before anything was submitted. */
  rekeySubject(transaction: AgencyTransaction, subjectId: string, key: Uint8Array): Promise<void> {
    return this.repository.rekeySubject(transaction, subjectId, key);
  }

  readonly #blindIndex = (kind: string, canonical: string): Uint8Array => this.encryption.blindIndex(kind, canonical);
}
