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
  'licence_code.empty',
  'licence_code.length',
  'licence_code.characters',
  'licence_code.checksum',
  'licence_code.superseded',
  'licence_code.not_for_subject',
  'licence_code.form_unknown',
  'email.empty',
  'email.malformed',
  'email.several',
  'email.local_part',
  'email.domain',
  'email.too_long',
  'email.plus_address',
  'email.mixed_scripts',
  'phone.empty',
  'phone.malformed',
  'phone.several',
  'phone.country_missing',
  'phone.invalid',
  'phone.not_mobile',
  'account_name.empty',
  'account_name.too_short',
  'account_name.too_long',
  'account_name.characters',
  'account_name.space',
  'account_name.protected_word',
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

/** One spelling for numbers and codes: compatibility forms folded (full-width digits), blanks and dashes gone, upper case. */
export function normaliseCode(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Pd}]/gu, '')
    .replace(/^'/, '')
    .toUpperCase();
}
