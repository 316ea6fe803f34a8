/** Checks the code on a licence as WeChat's form takes it: 18 characters today, 15, 13 or 9 on papers of before 2018. */
import type { SubjectType } from '../enumerations/index.js';
import { INVISIBLE, normaliseCode, problem, refusedIdentifier, type IdentifierCheck } from './identifier-check.js';
import { checkOrganisationCode, checkUscc } from './uscc.js';

/** A public body enters its organisation code or the credit code; the registries of companies never numbered it. */
const WITHOUT_REGISTRATION_NUMBER: readonly SubjectType[] = ['government'];
/** Companies and sole proprietors enter a registration number or a credit code, never the bare organisation code. */
const WITHOUT_ORGANISATION_CODE: readonly SubjectType[] = ['enterprise', 'sole_proprietor'];

/**
 * Looks at the length first: 18 unified social credit code, 15 and 13 the older registration numbers, 9 the organisation
 * code, which only public and other bodies give. The older ones were replaced by the credit code and warn so; the check digit of the 15 (mod 11,10) only warns,
 * as registries did not all keep to it; how the 13 were made is not known, so nothing in them can be checked. A company abroad has its own registry's number: any form, acceptance unknown.
 * Never throws.
 */
export function checkLicenceCode(value: string, subjectType?: SubjectType): IdentifierCheck {
  const code = normaliseCode(value);
  if (code === '') return refusedIdentifier(null, problem('licence_code.empty'));
  if (subjectType === 'overseas_enterprise') return checkForeignCode(value);
  if (subjectType === 'individual') return refusedIdentifier(code, problem('licence_code.not_for_subject'));
  if (code.length === 18) return checkUscc(code, subjectType);
  if (![9, 13, 15].includes(code.length)) {
    return refusedIdentifier(code, problem('licence_code.length', { length: code.length }));
  }
  if (code.length === 9) {
    const check = checkOrganisationCode(code);
    if (!check.valid) return check;
    const superseded = problem('licence_code.superseded');
    if (subjectType === undefined)
      return { ...check, acceptance: 'unknown', warnings: [problem('licence_code.depends_on_subject'), superseded] };
    const refused = WITHOUT_ORGANISATION_CODE.includes(subjectType);
    return {
      ...check,
      acceptance: refused ? 'refused' : 'accepted',
      problems: refused ? [problem('licence_code.not_for_subject')] : [],
      warnings: [superseded],
    };
  }
  if (!/^[0-9A-Z]+$/.test(code)) return refusedIdentifier(code, problem('licence_code.characters'));
  const refused = subjectType !== undefined && WITHOUT_REGISTRATION_NUMBER.includes(subjectType);
  const warnings = [problem('licence_code.superseded')];
  if (code.length === 13) warnings.push(problem('licence_code.form_unknown'));
  if (/^\d{15}$/.test(code) && !holdsMod11And10(code)) warnings.push(problem('licence_code.checksum'));
  return {
    valid: true,
    acceptance: refused ? 'refused' : 'accepted',
    normalised: code,
    problems: refused ? [problem('licence_code.not_for_subject')] : [],
    warnings,
  };
}

/**
 * What is typed where the form asks a public body for its organisation code: that code, or the credit code of 18
 * characters that holds it and is taken in its place. Never throws.
 */
export function checkOrganisationNumber(value: string, subjectType?: SubjectType): IdentifierCheck {
  const check = checkOrganisationCode(value);
  if (check.valid) return checkLicenceCode(value, subjectType);
  if (!checkUscc(value).valid) return check;
  const inItsPlace = checkLicenceCode(value, subjectType);
  return { ...inItsPlace, warnings: [problem('organisation_code.credit_code'), ...inItsPlace.warnings] };
}

function checkForeignCode(value: string): IdentifierCheck {
  const code = value.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
  if (code.length > 64 || !/[\p{L}\p{N}]/u.test(code)) {
    return refusedIdentifier(code, problem('licence_code.characters'));
  }
  return {
    valid: true,
    acceptance: 'unknown',
    normalised: code,
    problems: [],
    warnings: [problem('licence_code.form_unknown')],
  };
}

/** ISO 7064 mod 11,10 over all digits, the last one being the check digit. */
function holdsMod11And10(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) product = (((product + Number(digit)) % 10 || 10) * 2) % 11;
  return (product + Number(digits.at(-1))) % 10 === 1;
}
