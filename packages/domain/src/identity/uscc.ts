/**
 * Checks a unified social credit code 统一社会信用代码 (GB 32100-2015) and the organisation code inside it (GB 11714), and
 * reads from its first two characters what kind of body it belongs to. Called by the subject's form, `checkIdentifier`
 * and the importer.
 */
import type { SubjectType } from '../enumerations/index.js';
import {
  normaliseCode,
  problem,
  refusedIdentifier,
  suggestLookAlike,
  type IdentifierCheck,
  type IdentifierProblem,
} from './identifier-check.js';

/** The code's own alphabet: no I, O, S, V, Z, which look like digits or like U. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;
/** What a character may have been read from; first the digit that the standard left the letter out for. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  I: '1L',
  O: '0DQ',
  S: '5',
  V: 'UY',
  Z: '2',
  L: '1',
  Q: '0',
  D: '0',
  B: '8',
  G: '6',
  '0': 'DQ',
  '1': 'L',
  '6': 'G',
  '8': 'B',
  U: 'Y',
  Y: 'U',
};
/** Six digits that begin with a province (GB/T 2260) or 10, the national registries. */
const REGIONS = /^(10|1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82)\d{4}$/;

/** Registry department and kind of body → the subject types it may register as; the first is the usual one. */
const BODIES: Readonly<Record<string, readonly SubjectType[]>> = {
  '11': ['government'],
  '12': ['other_organisation', 'media', 'government'],
  '13': ['other_organisation', 'government'],
  '19': ['other_organisation', 'government'],
  '51': ['other_organisation', 'media'],
  '52': ['other_organisation', 'media'],
  '53': ['other_organisation'],
  '59': ['other_organisation'],
  '91': ['enterprise', 'media'],
  '92': ['sole_proprietor'],
  '93': ['enterprise', 'other_organisation'],
};
/**
 * 18 characters of the code's alphabet, check character 18 (mod 31), check character 17 (mod 11, of the organisation
 * code). Check character 18 alone catches every single wrong character and every swap of neighbours, since 31 is prime.
 * With `subjectType`, a body that may not register as it is refused (WeChat's form compares the same way); what bodies of
 * other registries (unions, temples, villages, embassies …) register as is unknown. A character of another look (O for 0)
 * that explains the error is suggested. Never throws.
 */
export function checkUscc(value: string, subjectType?: SubjectType): IdentifierCheck {
  const code = normaliseCode(value);
  if (code === '') return refusedIdentifier(null, problem('uscc.empty'));
  if (code.length !== 18) return refusedIdentifier(code, problem('uscc.length', { length: code.length }));
  const wrong = [...new Set([...code].filter((character) => !ALPHABET.includes(character)))];
  if (wrong.length > 0)
    return withSuggestion(refusedIdentifier(code, problem('uscc.characters', { characters: wrong.join(' ') })), code);
  const failures: IdentifierProblem[] = [];
  if (usccCheckCharacter(code.slice(0, 17)) !== code[17]) failures.push(problem('uscc.checksum'));
  else if (organisationCheckCharacter(code.slice(8, 16)) !== code[16])
    failures.push(problem('uscc.organisation_checksum'));
  if (failures.length > 0) return withSuggestion(refusedIdentifier(code, ...failures), code);
  const warnings: IdentifierProblem[] = [];
  if (!REGIONS.test(code.slice(2, 8))) warnings.push(problem('uscc.region_unassigned'));
  const bodies = BODIES[code.slice(0, 2)];
  if (!bodies) warnings.push(problem('uscc.registry_unknown'));
  const mismatch = subjectType !== undefined && !mayRegisterAs(bodies, subjectType);
  return {
    valid: true,
    acceptance: mismatch ? 'refused' : bodies ? 'accepted' : 'unknown',
    normalised: code,
    problems: mismatch
      ? [problem('uscc.subject_mismatch', { subjectType, expected: bodies?.[0] ?? 'other_organisation' })]
      : [],
    warnings,
  };
}

/** The subject type a code's first two characters stand for; null where they leave it open. Looks at nothing else. */
export function subjectTypeOfUscc(code: string): SubjectType | null {
  return BODIES[normaliseCode(code).slice(0, 2)]?.[0] ?? null;
}

/** An organisation code `XXXXXXXX-X` (GB 11714), the dash optional. Never throws. */
export function checkOrganisationCode(value: string): IdentifierCheck {
  const code = normaliseCode(value);
  if (code === '') return refusedIdentifier(null, problem('organisation_code.empty'));
  if (code.length !== 9) return refusedIdentifier(code, problem('organisation_code.length', { length: code.length }));
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return refusedIdentifier(code, problem('organisation_code.characters'));
  if (organisationCheckCharacter(code.slice(0, 8)) !== code[8]) {
    return refusedIdentifier(code, problem('organisation_code.checksum'));
  }
  return { valid: true, acceptance: 'accepted', normalised: code, problems: [], warnings: [] };
}

/** Check character 18 of the first 17 characters: `31 - Σ value · 3^(i-1) mod 31`. */
export function usccCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Check character of an organisation code's first 8 characters: `11 - Σ value · weight mod 11`, 10 is X, 11 is 0. */
export function organisationCheckCharacter(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number.parseInt(first8.charAt(index), 36),
    0,
  );
  const rest = 11 - (sum % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
}

function mayRegisterAs(bodies: readonly SubjectType[] | undefined, subjectType: SubjectType): boolean {
  // A person and a company abroad have no such code at all; an unlisted body says nothing about the type.
  if (subjectType === 'individual' || subjectType === 'overseas_enterprise') return false;
  return bodies === undefined || bodies.includes(subjectType);
}

function holds(code: string): boolean {
  return (
    code.length === 18 &&
    [...code].every((character) => ALPHABET.includes(character)) &&
    usccCheckCharacter(code.slice(0, 17)) === code[17] &&
    organisationCheckCharacter(code.slice(8, 16)) === code[16]
  );
}

/** Names the code that is probably meant. The region is six digits; a letter there would be a coincidence of the arithmetic. */
function withSuggestion(check: IdentifierCheck, code: string): IdentifierCheck {
  const isForeign = (character: string): boolean => !ALPHABET.includes(character);
  const suggestion = suggestLookAlike(
    code,
    LOOK_ALIKES,
    isForeign,
    (candidate) => /^..\d{6}/.test(candidate) && holds(candidate),
  );
  return suggestion === null ? check : { ...check, suggestion };
}
