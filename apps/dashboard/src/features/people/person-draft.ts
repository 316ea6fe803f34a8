/** A person as they are being typed. Stored numbers never come back whole, so an empty number field of a known person means: leave it. */
import type { Person } from '@daiban/contracts';
import type { Employer, IdKind } from '@daiban/domain/enumerations';
import type { PersonChange } from './api/update-person.js';
import type { NewPerson } from './api/create-person.js';

export interface PersonDraft {
  name: string;
  idKind: IdKind;
  idNumber: string;
  phone: string;
  wechatHasPhone: boolean;
  wechatHasOwnCard: boolean;
  employer: Employer;
}

export const EMPTY_PERSON: PersonDraft = {
  name: '',
  idKind: 'resident_id',
  idNumber: '',
  phone: '',
  wechatHasPhone: false,
  wechatHasOwnCard: false,
  employer: 'registrant',
};

export function draftOf({ name, idKind, wechatHasPhone, wechatHasOwnCard, employer }: Person): PersonDraft {
  return { name, idKind, idNumber: '', phone: '', wechatHasPhone, wechatHasOwnCard, employer };
}

function numbersOf({ idNumber, phone }: PersonDraft): { idNumber?: string; phone?: string } {
  return {
    ...(idNumber.trim() ? { idNumber: idNumber.trim() } : {}),
    ...(phone.trim() ? { phone: phone.trim() } : {}),
  };
}

export function newPersonOf(draft: PersonDraft): NewPerson {
  const { name, idKind, wechatHasPhone, wechatHasOwnCard, employer } = draft;
  return { name: name.trim(), idKind, wechatHasPhone, wechatHasOwnCard, employer, ...numbersOf(draft) };
}

/** What differs from what is stored, and nothing else: another one's change of another field stays. */
export function changesOf(draft: PersonDraft, stored: Person): Omit<PersonChange, 'expectedVersion'> {
  return {
    ...(draft.name.trim() === stored.name ? {} : { name: draft.name.trim() }),
    ...(draft.idKind === stored.idKind ? {} : { idKind: draft.idKind }),
    ...(draft.wechatHasPhone === stored.wechatHasPhone ? {} : { wechatHasPhone: draft.wechatHasPhone }),
    ...(draft.wechatHasOwnCard === stored.wechatHasOwnCard ? {} : { wechatHasOwnCard: draft.wechatHasOwnCard }),
    ...(draft.employer === stored.employer ? {} : { employer: draft.employer }),
    ...numbersOf(draft),
  };
}
