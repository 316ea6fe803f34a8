/** ID numbers and phones between the person who types them and the database that must not show them. Called by the people service. */
import { Injectable } from '@nestjs/common';
import {
  maskIdNumber,
  maskPhone,
  RULE_OF_PROBLEM,
  type Finding,
  type FindingKind,
  type IdentifierProblem,
} from '@daiban/domain';
import type { IdKind } from '@daiban/domain/enumerations';
import type { ClearedByKey } from '@daiban/i18n';
import { BusinessClock } from '../../platform/clock/clock.js';
import { Encryption } from '../../platform/encryption/encryption.js';
import { Refused, type RuleLookup } from '../../platform/refusal/refused.js';
import { RulesService } from '../rules/rules.service.js';
import type { SealedNumber } from './people.repository.js';
import {
  identityFactsOf,
  readIdNumber,
  readPhone,
  spellIdNumber,
  type IdentityFacts,
  type ReadingDay,
  type ReadNumber,
} from './personal-numbers.js';

/** Whose number it is; a sealed one opens for this person only. */
export interface NumberOwner {
  readonly agencyId: string;
  readonly personId: string;
}

/** Which of a person's numbers. */
export type NumberKind = 'id_number' | 'phone';

/** The day numbers are read on, with the rules of that day. */
export interface NumberRules extends ReadingDay {
  readonly ruleOf: RuleLookup;
}

@Injectable()
export class PersonNumbersService {
  constructor(
    private readonly encryption: Encryption,
    private readonly rules: RulesService,
    private readonly businessClock: BusinessClock,
  ) {}

  /** What an agency's numbers are read by today. */
  async rulesOfToday(agencyId: string): Promise<NumberRules> {
    const today = await this.businessClock.today();
    const rules = await this.rules.rulesOn(agencyId, today);
    return { today, adultYears: rules.entries['admin.minimum_age'].value, ruleOf: this.rules.ruleLookup(rules) };
  }

  /** Null for none; a refusal `resident_id.…` for a number that cannot be one. */
  async sealIdNumber(
    owner: NumberOwner,
    typed: string | null,
    kind: IdKind,
    book: NumberRules,
  ): Promise<SealedNumber | null | Refused> {
    if (typed === null) return null;
    return this.#seal(owner, 'id_number', readIdNumber(typed, kind, book), book.ruleOf);
  }

  /** Null for none; a refusal `phone.…` for a number that cannot be one. */
  async sealPhone(
    owner: NumberOwner,
    typed: string | null,
    { ruleOf }: NumberRules,
  ): Promise<SealedNumber | null | Refused> {
    if (typed === null) return null;
    return this.#seal(owner, 'phone', readPhone(typed), ruleOf);
  }

  /** What is doubtful about an ID number that can be one: it is kept all the same, and the event that needs it asks again. */
  doubtsAbout(typed: string | null | undefined, kind: IdKind, book: NumberRules): Finding[] {
    const read = typed ? readIdNumber(typed, kind, book) : null;
    return read?.ok ? read.doubts.map((doubt) => toFinding(doubt, 'soft', 'choose_other_admin')) : [];
  }

  /** What a decision about an admin looks at. @throws TamperedValue when the sealed number was changed behind our back */
  async readIdentity(
    owner: NumberOwner,
    kind: IdKind,
    sealed: Uint8Array | null,
    day: ReadingDay,
  ): Promise<IdentityFacts> {
    return identityFactsOf(sealed && (await this.open(owner, 'id_number', sealed)), kind, day);
  }

  /** What an ID number is found by, however it is spelt. */
  indexOfIdNumber(typed: string): Buffer {
    return this.encryption.blindIndex('id_number', spellIdNumber(typed));
  }

  /** What a phone is found by; a refusal `phone.…` for one that cannot be one. */
  indexOfPhone(typed: string): Buffer | Refused {
    const read = readPhone(typed);
    return read.ok
      ? this.encryption.blindIndex('phone', read.value)
      : Refused.because([toFinding(read.problem, 'hard', CLEARED_BY.phone)]);
  }

  /** The number in clear. @throws TamperedValue when it was changed behind our back */
  async open(owner: NumberOwner, kind: NumberKind, sealed: Uint8Array): Promise<string> {
    return (await this.encryption.open(sealed, contextOf(owner, kind))).toString('utf8');
  }

  async #seal(
    owner: NumberOwner,
    kind: NumberKind,
    read: ReadNumber,
    ruleOf: RuleLookup,
  ): Promise<SealedNumber | Refused> {
    if (!read.ok) return Refused.because([toFinding(read.problem, 'hard', CLEARED_BY[kind])], ruleOf);
    return {
      sealed: await this.encryption.seal(read.value, contextOf(owner, kind)),
      index: this.encryption.blindIndex(kind, read.value),
      masked: MASK[kind](read.value),
    };
  }
}

const MASK = { id_number: maskIdNumber, phone: maskPhone } as const;
const CLEARED_BY = { id_number: 'correct_id_number', phone: 'correct_phone' } as const;

function toFinding({ code, params }: IdentifierProblem, kind: FindingKind, clearedBy: ClearedByKey): Finding {
  return { code, kind, ruleId: RULE_OF_PROBLEM[code], params, clearedBy, clearedByHolder: 'admin_person' };
}

function contextOf({ agencyId, personId }: NumberOwner, kind: NumberKind) {
  return { agencyId, place: `person.${kind}`, id: personId };
}
