/**
 * One spelling for an e-mail address, so that the same mailbox is never used for two WeChat products by a difference in
 * case, blanks or width. Called by the address pool, sign-in, contacts and the importer.
 */
import {
  INVISIBLE,
  problem,
  refusedIdentifier,
  type IdentifierCheck,
  type IdentifierProblem,
} from './identifier-check.js';
import { labelToAscii } from './punycode.js';

export interface EmailCheck {
  /** True when the address can be written to. */
  ok: boolean;
  /** The key of uniqueness: trimmed, compatibility forms folded (NFKC), lower case, domain in ASCII. Null unless ok. */
  normalised: string | null;
  /**
   * The mailbox behind it: `normalised` without a plus tag. Two addresses with the same one reach the same person; whether
   * WeChat sees two is unknown, so it is for warnings, never for refusing. Null unless ok.
   */
  canonical: string | null;
  problems: readonly IdentifierProblem[];
  warnings: readonly IdentifierProblem[];
}

/** Lengths of RFC 5321, in bytes; the domain in its ASCII form. */
const LOCAL_MAX = 64;
const ADDRESS_MAX = 254;
/** Atoms of RFC 5322 with dots between them; letters beyond ASCII as RFC 6531 lets them. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~\-\p{L}\p{M}\p{N}]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~\-\p{L}\p{M}\p{N}]+)*$/u;
const LABEL = /^[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;

/**
 * Normalises and checks an address. A `mailto:` and angle brackets around it are taken off; a quoted part before the @ is
 * refused, since no WeChat form takes one. Never throws.
 */
export function normaliseEmail(value: string): EmailCheck {
  const refuse = (code: Parameters<typeof problem>[0]): EmailCheck => ({
    ok: false,
    normalised: null,
    canonical: null,
    problems: [problem(code)],
    warnings: [],
  });
  const folded = value.replace(INVISIBLE, '').normalize('NFKC').trim().toLowerCase().normalize('NFKC');
  const address = folded
    .replace(/^<(.*)>$/, '$1')
    .replace(/^mailto:/, '')
    .trim();
  if (address === '') return refuse('email.empty');
  if ((address.match(/@/g)?.length ?? 0) > 1 && /[\s,;/、]/.test(address)) return refuse('email.several');
  const at = address.lastIndexOf('@');
  if (at < 1 || at === address.length - 1 || /[\s\p{Cc}]/u.test(address)) return refuse('email.malformed');
  const local = address.slice(0, at);
  // NFKC leaves the ideographic full stop alone, but a domain typed with it is meant with dots; a dot at its end is the DNS root's.
  const labels = address
    .slice(at + 1)
    .replace(/。/g, '.')
    .replace(/\.$/, '')
    .split('.');
  if (!LOCAL_PART.test(local)) return refuse('email.local_part');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return refuse('email.domain');
  const ascii = labels.map(labelToAscii);
  const top = ascii.at(-1) ?? '';
  if (ascii.some((label) => label.length > 63) || !/^([a-z]{2,}|xn--.+)$/.test(top)) return refuse('email.domain');
  const normalised = `${local}@${ascii.join('.')}`;
  if (bytesOf(local) > LOCAL_MAX || bytesOf(normalised) > ADDRESS_MAX) return refuse('email.too_long');

  const plus = local.indexOf('+');
  const warnings: IdentifierProblem[] = [];
  if (plus > 0) warnings.push(problem('email.plus_address'));
  // Few servers carry such mail (SMTPUTF8), and no form of WeChat is known to.
  if (bytesOf(local) > local.length) warnings.push(problem('email.international'));
  if ([local, ...labels].some(mixesScripts)) warnings.push(problem('email.mixed_scripts'));
  return {
    ok: true,
    normalised,
    canonical: plus > 0 ? `${local.slice(0, plus)}@${ascii.join('.')}` : normalised,
    problems: [],
    warnings,
  };
}

/** The same as an answer to "would WeChat take it": whatever is warned of, nobody knows. Whether something uses it already is not looked at. */
export function checkEmail(value: string): IdentifierCheck {
  const { ok, normalised, problems, warnings } = normaliseEmail(value);
  if (!ok) return refusedIdentifier(null, ...problems);
  return { valid: true, acceptance: warnings.length > 0 ? 'unknown' : 'accepted', normalised, problems, warnings };
}

/** As UTF-8. */
function bytesOf(part: string): number {
  return [...part].reduce((bytes, character) => bytes + bytesOfCharacter(character.codePointAt(0) ?? 0), 0);
}

function bytesOfCharacter(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** Latin beside Cyrillic or Greek in one label: letters that look alike, hence another address than it seems. */
function mixesScripts(label: string): boolean {
  return /\p{Script=Latin}/u.test(label) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(label);
}
