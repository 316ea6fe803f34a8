/** Reads ID numbers and phones as people type them: the one spelling, or what is wrong. Pure; called by the people service. */
import { checkResidentId, normalisePhone, PHONE_PLANS, type IdentifierProblem } from '@daiban/domain';
import type { IdKind } from '@daiban/domain/enumerations';

/** A number in its one spelling, or the first thing wrong with it. */
export type ReadNumber =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly problem: IdentifierProblem };

/** 18 characters of the resident ID's form; permits and the permanent resident's card have older numbers of another form too. */
const RESIDENT_FORM = /^[0-9]{17}[0-9X]$/;
const OTHER_FORM = /^[0-9A-Z]{5,30}$/;

/** Grown-ups only may be admins. */
const ADULT_YEARS = 18;

/**
 * A resident ID must pass its arithmetic and belong to a grown-up; the other cards must too where they share its form, else only look
 * like a number. Blanks and dashes do not matter.
 * @param today Shanghai day
 */
export function readIdNumber(typed: string, kind: IdKind, today: string): ReadNumber {
  const { normalised, problems } = checkResidentId(typed, today);
  const number = normalised ?? '';
  if (kind === 'resident_id' || (hasResidentForm(kind) && RESIDENT_FORM.test(number))) {
    const [problem] = problems;
    return problem ? { ok: false, problem } : { ok: true, value: number };
  }
  if (OTHER_FORM.test(number)) return { ok: true, value: number };
  return { ok: false, problem: { code: 'resident_id.characters', params: {} } };
}

/** International form; a number without a country must be a Chinese mobile one. */
export function readPhone(typed: string): ReadNumber {
  const { e164, problems } = normalisePhone(typed, null, PHONE_PLANS);
  const [problem] = problems;
  if (e164 !== null) return { ok: true, value: e164 };
  return { ok: false, problem: problem ?? { code: 'phone.malformed', params: {} } };
}

/** What a decision about an admin looks at. */
export interface IdentityFacts {
  readonly hasIdNumber: boolean;
  /** Null: there is none, or its kind has no arithmetic. */
  readonly idNumberValid: boolean | null;
  /** The 18th birthday; null: the number does not tell. */
  readonly adultOn: string | null;
}

/** @param number in its one spelling; null: none is held */
export function identityFactsOf(number: string | null, kind: IdKind, today: string): IdentityFacts {
  if (number === null) return { hasIdNumber: false, idNumberValid: null, adultOn: null };
  if (!hasResidentForm(kind) || (kind !== 'resident_id' && !RESIDENT_FORM.test(number)))
    return { hasIdNumber: true, idNumberValid: null, adultOn: null };
  const { valid, birthOn } = checkResidentId(number, today);
  return { hasIdNumber: true, idNumberValid: valid, adultOn: birthOn && adultOnOf(birthOn) };
}

/** Who was born on 29 February comes of age on 1 March. */
function adultOnOf(birthOn: string): string {
  const year = Number(birthOn.slice(0, 4)) + ADULT_YEARS;
  const day = birthOn.slice(5);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${year}-${day === '02-29' && !isLeap ? '03-01' : day}`;
}

function hasResidentForm(kind: IdKind): boolean {
  return kind === 'resident_id' || kind === 'hk_mo_tw_permit' || kind === 'permanent_resident';
}
