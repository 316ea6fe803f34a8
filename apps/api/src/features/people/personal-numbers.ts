/** Reads ID numbers and phones as people type them: the one spelling, or what is wrong. Pure; called by the people service. */
import { checkResidentId, normalisePhone, PHONE_PLANS, type IdentifierProblem } from '@daiban/domain';
import type { IdKind } from '@daiban/domain/enumerations';

/** A number in its one spelling with what is doubtful about it, or the first thing wrong with it. */
export type ReadNumber =
  | { readonly ok: true; readonly value: string; readonly doubts: readonly IdentifierProblem[] }
  | { readonly ok: false; readonly problem: IdentifierProblem };

/** The day a number is read on, and the years that make a person of age by its rules. */
export interface ReadingDay {
  /** Shanghai day. */
  readonly today: string;
  readonly adultYears: number;
}

/** 18 characters of the resident ID's form; permits and the permanent resident's card have older numbers of another form too. */
const RESIDENT_FORM = /^[0-9]{17}[0-9X]$/;
const OTHER_FORM = /^[0-9A-Z]{5,30}$/;

/**
 * A resident ID must pass its arithmetic; the other cards must too where they share its form, else only look like a number. Blanks and
 * dashes do not matter. Who is not of age yet is only doubtful: what counts is the day on which they verify themselves as admin.
 */
export function readIdNumber(typed: string, kind: IdKind, { today, adultYears }: ReadingDay): ReadNumber {
  const { valid, normalised, problems } = checkResidentId(typed, today, adultYears);
  const number = normalised ?? '';
  if (kind === 'resident_id' || (hasResidentForm(kind) && RESIDENT_FORM.test(number))) {
    const [problem] = problems;
    return valid || !problem ? { ok: true, value: number, doubts: problems } : { ok: false, problem };
  }
  if (OTHER_FORM.test(number)) return { ok: true, value: number, doubts: [] };
  return { ok: false, problem: { code: 'resident_id.characters', params: {} } };
}

/** The one spelling of an ID number, valid or not; what it is kept and found by. */
export function spellIdNumber(typed: string): string {
  // The spelling does not depend on the day.
  return checkResidentId(typed, '9999-12-31').normalised ?? '';
}

/** International form; a number without a country must be a Chinese mobile one. */
export function readPhone(typed: string): ReadNumber {
  const { e164, problems } = normalisePhone(typed, null, PHONE_PLANS);
  const [problem] = problems;
  if (e164 !== null) return { ok: true, value: e164, doubts: [] };
  return { ok: false, problem: problem ?? { code: 'phone.malformed', params: {} } };
}

/** What a decision about an admin looks at. */
export interface IdentityFacts {
  readonly hasIdNumber: boolean;
  /** Null: there is none, or its kind has no arithmetic. */
  readonly idNumberValid: boolean | null;
  /** The birthday on which the person comes of age; null: the number does not tell. */
  readonly adultOn: string | null;
}

/** @param number in its one spelling; null: none is held */
export function identityFactsOf(number: string | null, kind: IdKind, { today, adultYears }: ReadingDay): IdentityFacts {
  if (number === null) return { hasIdNumber: false, idNumberValid: null, adultOn: null };
  if (!hasResidentForm(kind) || (kind !== 'resident_id' && !RESIDENT_FORM.test(number)))
    return { hasIdNumber: true, idNumberValid: null, adultOn: null };
  const { valid, birthOn } = checkResidentId(number, today);
  return { hasIdNumber: true, idNumberValid: valid, adultOn: birthOn && adultOnOf(birthOn, adultYears) };
}

/** Who was born on 29 February comes of age on 1 March. */
function adultOnOf(birthOn: string, adultYears: number): string {
  const year = Number(birthOn.slice(0, 4)) + adultYears;
  const day = birthOn.slice(5);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${year}-${day === '02-29' && !isLeap ? '03-01' : day}`;
}

function hasResidentForm(kind: IdKind): boolean {
  return kind === 'resident_id' || kind === 'hk_mo_tw_permit' || kind === 'permanent_resident';
}
