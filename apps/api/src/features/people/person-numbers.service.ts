/** ID numbers and phones between the person who types them and the database that must not show them. Called by the people service. */
import { Injectable } from '@nestjs/common';
import { maskIdNumber, maskPhone } from '@daiban/domain';
import type { IdKind } from '@daiban/domain/enumerations';
import { Encryption } from '../../platform/encryption/encryption.js';
import { Refused } from '../../platform/refusal/refused.js';
import type { SealedNumber } from './people.repository.js';
import { identityFactsOf, readIdNumber, readPhone, type IdentityFacts, type ReadNumber } from './personal-numbers.js';

/** Whose number it is; a sealed one opens for this person only. */
export interface NumberOwner {
  readonly agencyId: string;
  readonly personId: string;
}

@Injectable()
export class PersonNumbersService {
  constructor(private readonly encryption: Encryption) {}

  /** Null for none; a refusal `resident_id.…` for a number that cannot be one. */
  sealIdNumber(owner: NumberOwner, typed: string | null, kind: IdKind, today: string): SealedNumber | null | Refused {
    if (typed === null) return null;
    return this.#seal(owner, 'id_number', readIdNumber(typed, kind, today), maskIdNumber, 'correct_id_number');
  }

  /** Null for none; a refusal `phone.…` for a number that cannot be one. */
  sealPhone(owner: NumberOwner, typed: string | null): SealedNumber | null | Refused {
    if (typed === null) return null;
    return this.#seal(owner, 'phone', readPhone(typed), maskPhone, 'correct_phone');
  }

  /** What a decision about an admin looks at. @throws TamperedValue when the sealed number was changed behind our back */
  readIdentity(owner: NumberOwner, kind: IdKind, sealed: Uint8Array | null, today: string): IdentityFacts {
    const number = sealed && this.encryption.open(sealed, contextOf(owner, 'id_number')).toString('utf8');
    return identityFactsOf(number, kind, today);
  }

  #seal(
    owner: NumberOwner,
    kind: 'id_number' | 'phone',
    read: ReadNumber,
    mask: (value: string) => string,
    clearedBy: 'correct_id_number' | 'correct_phone',
  ): SealedNumber | Refused {
    if (!read.ok) {
      const { code, params } = read.problem;
      return Refused.of(code, { params, clearedBy, clearedByHolder: 'admin_person' });
    }
    return {
      sealed: this.encryption.seal(read.value, contextOf(owner, kind)),
      index: this.encryption.blindIndex(kind, read.value),
      masked: mask(read.value),
    };
  }
}

function contextOf({ agencyId, personId }: NumberOwner, kind: 'id_number' | 'phone') {
  return { agencyId, place: `person.${kind}`, id: personId };
}
