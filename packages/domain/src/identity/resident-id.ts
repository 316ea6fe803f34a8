/**
 * Checks a mainland resident ID number (GB 11643-1999) as an account's admin must give it, and tells the cards that share
 * its form. Called by the admin's form, by `checkIdentifier`, by the importer.
 */
import { isCalendarDate } from '../calendar/calendar-date.js';
import {
  normaliseCode,
  problem,
  refusedIdentifier,
  suggestLookAlike,
  type IdentifierCheck,
} from './identifier-check.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';
/** What a letter may have been read from, and what stands for the X at the end. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  B: '8',
};
const TYPED_FOR_X = /[×✕✗ХΧ*]$/u;
/** First two digits of the regions that issue numbers (GB/T 2260). */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71'.split(' '),
);

/** Which card a number of this form belongs to. */
export type ResidentIdKind = 'resident_id' | 'hk_mo_tw_permit' | 'permanent_resident';

export interface ResidentIdCheck extends IdentifierCheck {
  kind: ResidentIdKind;
  /** Day of birth read from the number; null when the number is not valid. */
  birthOn: string | null;
}

/**
 * 18 characters, a real day of birth not after `today` (`YYYY-MM-DD`, Shanghai), the check character of mod 11-2 (it
 * catches every single wrong digit and every swap of neighbours), `adultYears` on the day (the rulebook's
 * `admin.minimum_age`; null: age is not asked). Numbers of the first generation
 * (15 digits) are refused. Residence permits of Hong Kong, Macao and Taiwan people (81-83…) and the permanent resident's
 * card (9, then a province) pass the same arithmetic, but whether WeChat takes them is unknown. A letter read for a digit
 * is suggested back. Never throws.
 */
export function checkResidentId(value: string, today: string, adultYears: number | null = null): ResidentIdCheck {
  const number = normaliseCode(value).replace(TYPED_FOR_X, 'X');
  const kind = kindOf(number);
  const refuse = (...problems: Parameters<typeof problem>): ResidentIdCheck => ({
    ...refusedIdentifier(number || null, problem(...problems)),
    kind,
    birthOn: null,
  });
  if (number === '') return refuse('resident_id.empty');
  if (/^\d{15}$/.test(number)) return refuse('resident_id.first_generation');
  if (number.length !== 18) return refuse('resident_id.length', { length: number.length });
  if (!/^\d{17}[\dX]$/.test(number)) {
    const suggestion = suggestLookAlike(number, LOOK_ALIKES, isForeignAt, holds);
    return { ...refuse('resident_id.characters'), ...(suggestion === null ? {} : { suggestion }) };
  }
  const birthOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isCalendarDate(birthOn) || birthOn < '1900-01-01') return refuse('resident_id.birth_date');
  if (birthOn > today) return refuse('resident_id.birth_in_future');
  if (residentIdCheckCharacter(number.slice(0, 17)) !== number[17]) return refuse('resident_id.checksum');

  // Compared as text: a child of 29 February comes of age on 1 March.
  const isUnderAge = adultYears !== null && `${Number(birthOn.slice(0, 4)) + adultYears}${birthOn.slice(4)}` > today;
  const warnings = [];
  if (kind === 'hk_mo_tw_permit') warnings.push(problem('resident_id.permit_acceptance_unknown'));
  else if (kind === 'permanent_resident') warnings.push(problem('resident_id.permanent_resident_acceptance_unknown'));
  else if (!PROVINCES.has(number.slice(0, 2))) warnings.push(problem('resident_id.region_unassigned'));
  return {
    valid: true,
    acceptance: isUnderAge ? 'refused' : kind === 'resident_id' ? 'accepted' : 'unknown',
    normalised: number,
    problems: isUnderAge ? [problem('resident_id.under_age', { years: adultYears })] : [],
    warnings,
    kind,
    birthOn,
  };
}

/** The check character (`0`-`9` or `X`) that belongs to the first 17 digits. */
export function residentIdCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

function isForeignAt(character: string, index: number): boolean {
  return !/\d/.test(character) && !(index === 17 && character === 'X');
}

function holds(number: string): boolean {
  return /^\d{17}[\dX]$/.test(number) && residentIdCheckCharacter(number.slice(0, 17)) === number[17];
}

function kindOf(number: string): ResidentIdKind {
  if (/^8[123]0000/.test(number)) return 'hk_mo_tw_permit';
  // The card of 2023 writes 9, the issuing province, the nationality; a 9 before anything else is only an unassigned region.
  if (number.startsWith('9') && PROVINCES.has(number.slice(1, 3))) return 'permanent_resident';
  return 'resident_id';
}
