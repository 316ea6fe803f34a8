/** A person as they are being typed. Stored numbers never come back whole, so an empty number field of a known person means: leave it. */
import type { Person } from '@daiban/contracts';
import type { Employer, IdKind, Locale } from '@daiban/domain/enumerations';
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
  /** Empty: none is known. */
  email: string;
  locale: Locale;
  timeZone: string;
}

export const EMPTY_PERSON: PersonDraft = {
  name: '',
  idKind: 'resident_id',
  idNumber: '',
  phone: '',
  wechatHasPhone: false,
  wechatHasOwnCard: false,
  employer: 'registrant',
  email: '',
  locale: 'zh',
  timeZone: 'Asia/Shanghai',
};

export function draftOf(person: Person): PersonDraft {
  const { name, idKind, wechatHasPhone, wechatHasOwnCard, employer, email, locale, timeZone } = person;
  const seen = { name, idKind, wechatHasPhone, wechatHasOwnCard, employer, email: email ?? '', locale, timeZone };
  return { ...seen, idNumber: '', phone: '' };
}

function numbersOf({ idNumber, phone }: PersonDraft): { idNumber?: string; phone?: string } {
  return {
    ...(idNumber.trim() ? { idNumber: idNumber.trim() } : {}),
    ...(phone.trim() ? { phone: phone.trim() } : {}),
  };
}

export function newPersonOf(draft: PersonDraft): NewPerson {
  const { name, idKind, wechatHasPhone, wechatHasOwnCard, employer, locale, timeZone } = draft;
  const seen = { idKind, wechatHasPhone, wechatHasOwnCard, employer, locale, timeZone };
  return { ...seen, name: name.trim(), email: draft.email.trim() || null, ...numbersOf(draft) };
}

/** What differs from what is stored, and nothing else: another one's change of another field stays. */
export function changesOf(draft: PersonDraft, stored: Person): Omit<PersonChange, 'expectedVersion'> {
  return {
    ...(draft.name.trim() === stored.name ? {} : { name: draft.name.trim() }),
    ...(draft.idKind === stored.idKind ? {} : { idKind: draft.idKind }),
    ...(draft.wechatHasPhone === stored.wechatHasPhone ? {} : { wechatHasPhone: draft.wechatHasPhone }),
    ...(draft.wechatHasOwnCard === stored.wechatHasOwnCard ? {} : { wechatHasOwnCard: draft.wechatHasOwnCard }),
    ...(draft.employer === stored.employer ? {} : { employer: draft.employer }),
    ...(draft.email.trim() === (stored.email ?? '') ? {} : { email: draft.email.trim() || null }),
    ...(draft.locale === stored.locale ? {} : { locale: draft.locale }),
    ...(draft.timeZone === stored.timeZone ? {} : { timeZone: draft.timeZone }),
    ...numbersOf(draft),
  };
}
