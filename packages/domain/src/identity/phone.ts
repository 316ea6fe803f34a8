/** Reads a phone number as a person writes it into the international form (E.164). Called by people's forms and the importer. */
import { parsePhoneNumberWithError, type CountryCode, type MetadataJson } from 'libphonenumber-js/core';
import type { SubjectType } from '../enumerations/index.js';
import {
  INVISIBLE,
  problem,
  refusedIdentifier,
  type IdentifierCheck,
  type IdentifierProblem,
} from './identifier-check.js';

/** The numbering plans, `libphonenumber-js/min/metadata`: passed in, because they age and weigh 100 KB. */
export type PhoneMetadata = MetadataJson;

export interface PhoneCheck {
  valid: boolean;
  /** `+` and digits; null unless valid. */
  e164: string | null;
  problems: readonly IdentifierProblem[];
  warnings: readonly IdentifierProblem[];
}

/**
 * Reads a number written nationally (then `countryCode`, ISO 3166 alpha-2, says where) or with `+` or `00`. Eleven digits
 * that begin like a Chinese mobile number are one whatever the country, since admins have Chinese numbers; so are those
 * with the 86 before them and no plus, as WeChat's own lists write them. A Chinese number that is no mobile one is warned: WeChat sends a code by text message. Never throws.
 */
export function normalisePhone(value: string, countryCode: string | null, metadata: PhoneMetadata): PhoneCheck {
  const refuse = (code: Parameters<typeof problem>[0]): PhoneCheck => ({
    valid: false,
    e164: null,
    problems: [problem(code)],
    warnings: [],
  });
  const text = value.replace(INVISIBLE, '').normalize('NFKC').replace(/^'/, '').trim();
  if (text === '') return refuse('phone.empty');
  const parts = text.split(/[/;,、|]|\bor\b|或/).filter((part) => part.replace(/\D/g, '').length >= 7);
  if (parts.length > 1) return refuse('phone.several');
  if (!/^[\d\s()+.\-–—]*$/.test(text) || !/\d/.test(text)) return refuse('phone.malformed');
  const digits = text.replace(/\D/g, '');
  if (digits.length > 20) return refuse('phone.malformed');
  const international = text.startsWith('+') ? `+${digits}` : digits.startsWith('00') ? `+${digits.slice(2)}` : null;
  const chineseMobile = /^(86)?1[3-9]\d{9}$/.test(digits);
  const known = countryCode !== null && countryCode in metadata.countries ? (countryCode as CountryCode) : undefined;
  const country = chineseMobile ? 'CN' : known;
  if (international === null && country === undefined) return refuse('phone.country_missing');
  let number;
  try {
    number = parsePhoneNumberWithError(international ?? digits, { defaultCountry: country, extract: false }, metadata);
  } catch {
    return refuse('phone.malformed');
  }
  // The short form of the plans lets a Chinese mobile number with a digit missing through.
  const cutShort =
    number.countryCallingCode === '86' && /^1[3-9]/.test(number.nationalNumber) && number.nationalNumber.length !== 11;
  if (!number.isValid() || cutShort) return refuse('phone.invalid');
  const landline = number.countryCallingCode === '86' && !/^1[3-9]\d{9}$/.test(number.nationalNumber);
  return { valid: true, e164: number.number, problems: [], warnings: landline ? [problem('phone.not_mobile')] : [] };
}

/**
 * The same as an answer to "would WeChat's form take it" of the subject's admin: a company abroad gives its operator's
 * foreign number, never a mainland one; whether the mainland form takes a foreign one, or a landline, nobody knows. Never
 * throws.
 */
export function checkPhone(
  value: string,
  countryCode: string | null,
  metadata: PhoneMetadata,
  subjectType?: SubjectType,
): IdentifierCheck {
  const { e164, problems, warnings } = normalisePhone(value, countryCode, metadata);
  if (e164 === null) return refusedIdentifier(null, ...problems);
  const isMainland = e164.startsWith('+86');
  if (isMainland && subjectType === 'overseas_enterprise') {
    const refused = [problem('phone.mainland_for_overseas')];
    return { valid: true, acceptance: 'refused', normalised: e164, problems: refused, warnings };
  }
  const isForeign = !isMainland && subjectType !== undefined && subjectType !== 'overseas_enterprise';
  const doubts = isForeign ? [...warnings, problem('phone.foreign_acceptance_unknown')] : warnings;
  return {
    valid: true,
    acceptance: doubts.length > 0 ? 'unknown' : 'accepted',
    normalised: e164,
    problems: [],
    warnings: doubts,
  };
}
