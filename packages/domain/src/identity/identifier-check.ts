/** The shape of every identifier check: what is wrong with a number, an address or a name, as codes that i18n turns into text. */
import type { Acceptance } from '../enumerations/index.js';

/** `noun.problem`, stable; i18n `problems` has a text for each in both languages. */
export const IDENTIFIER_PROBLEM_CODES = [
  'resident_id.empty',
  'resident_id.first_generation',
  'resident_id.length',
  'resident_id.characters',
  'resident_id.checksum',
  'resident_id.birth_date',
  'resident_id.birth_in_future',
  'resident_id.under_age',
  'resident_id.region_unassigned',
  'resident_id.permit_acceptance_unknown',
  'resident_id.permanent_resident_acceptance_unknown',
  'uscc.empty',
  'uscc.length',
  'uscc.characters',
  'uscc.checksum',
  'uscc.organisation_checksum',
  'uscc.region_unassigned',
  'uscc.registry_unknown',
  'uscc.subject_mismatch',
  'organisation_code.empty',
  'organisation_code.length',
  'organisation_code.characters',
  'organisation_code.checksum',
  'organisation_code.credit_code',
  'licence_code.empty',
  'licence_code.length',
  'licence_code.characters',
  'licence_code.checksum',
  'licence_code.superseded',
  'licence_code.not_for_subject',
  'licence_code.form_unknown',
  'licence_code.depends_on_subject',
  'email.empty',
  'email.malformed',
  'email.several',
  'email.local_part',
  'email.domain',
  'email.too_long',
  'email.plus_address',
  'email.mixed_scripts',
  'email.international',
  'phone.empty',
  'phone.malformed',
  'phone.several',
  'phone.country_missing',
  'phone.invalid',
  'phone.not_mobile',
  'phone.foreign_acceptance_unknown',
  'phone.mainland_for_overseas',
  'account_name.empty',
  'account_name.too_short',
  'account_name.too_long',
  'account_name.too_long_unverified',
  'account_name.characters',
  'account_name.space',
  'account_name.protected_word',
  'registered_name.empty',
  'registered_name.too_short',
  'registered_name.too_long',
  'registered_name.brackets',
] as const;
export type IdentifierProblemCode = (typeof IDENTIFIER_PROBLEM_CODES)[number];

export interface IdentifierProblem {
  code: IdentifierProblemCode;
  /** Values for the text; never the identifier itself, so that a problem may be logged and stored. */
  params: Readonly<Record<string, string | number>>;
}

export interface IdentifierCheck {
  /** Arithmetic and form alone. */
  valid: boolean;
  acceptance: Acceptance;
  /** The one spelling to store and compare; null when nothing usable was typed. */
  normalised: string | null;
  /** A single likely meant value, where a look-alike character explains the error. */
  suggestion?: string;
  /** Why it is not valid, or refused. */
  problems: readonly IdentifierProblem[];
  /** Worth a look, no obstacle. */
  warnings: readonly IdentifierProblem[];
}

/** Makes a problem; `params` only where the text needs them. */
export function problem(
  code: IdentifierProblemCode,
  params: Readonly<Record<string, string | number>> = {},
): IdentifierProblem {
  return { code, params };
}

/** A value that nothing can be done with. */
export function refusedIdentifier(normalised: string | null, ...problems: IdentifierProblem[]): IdentifierCheck {
  return { valid: false, acceptance: 'refused', normalised, problems, warnings: [] };
}

/** Characters that show nothing: zero-width ones, fillers, soft hyphens. They come along when text is copied. */
export const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * One spelling for numbers and codes: compatibility forms folded (full-width digits), blanks, dashes and what shows
 * nothing gone, upper case. Normalising twice changes nothing more.
 */
export function normaliseCode(value: string): string {
  return (
    value
      .replace(INVISIBLE, '')
      .normalize('NFKC')
      // A sheet writes ' before a number so that it stays text.
      .replace(/[\s\p{Pd}'‘’]/gu, '')
      .toUpperCase()
      .normalize('NFKC')
  );
}

/**
 * The value that `code` was probably read from: all characters that cannot stand there (`isForeign`) taken for what they
 * are usually mistaken for (the first look-alike), if that `holds`; else the only value that differs by look-alikes and
 * holds. Without a foreign character exactly one of the others is replaced. Null when none or several hold.
 */
export function suggestLookAlike(
  code: string,
  lookAlikes: Readonly<Record<string, string>>,
  isForeign: (character: string, index: number) => boolean,
  holds: (candidate: string) => boolean,
): string | null {
  const characters = [...code];
  const foreign = characters.flatMap((character, index) => (isForeign(character, index) ? [index] : []));
  let candidates: string[][];
  if (foreign.length === 0) {
    candidates = characters.flatMap((character, index) =>
      [...(lookAlikes[character] ?? '')].map((other) => characters.with(index, other)),
    );
  } else {
    const usual = characters.map((character, index) =>
      foreign.includes(index) ? (lookAlikes[character]?.[0] ?? character) : character,
    );
    if (holds(usual.join(''))) return usual.join('');
    candidates = [characters];
    for (const index of foreign) {
      const others = [...(lookAlikes[characters[index] ?? ''] ?? '')];
      candidates = candidates.flatMap((each) => others.map((other) => each.with(index, other)));
      if (candidates.length > MOST_CANDIDATES) return null;
    }
  }
  const found = new Set(candidates.map((each) => each.join('')).filter(holds));
  const [only] = found;
  return only !== undefined && found.size === 1 ? only : null;
}

/** More possible readings than this are a guess, not a suggestion. */
const MOST_CANDIDATES = 1_000;
