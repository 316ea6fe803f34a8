/**
 * One spelling for an e-mail address, so that the same mailbox is never used for two WeChat products by a difference in
 * case, blanks or width. Called by the address pool, sign-in, contacts and the importer.
 */
import { problem, type IdentifierProblem } from './identifier-check.js';
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

/** Lengths of RFC 5321, in bytes of the ASCII form. */
const LOCAL_MAX = 64;
const ADDRESS_MAX = 254;
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;

/** Normalises and checks an address. A `mailto:` and angle brackets around it are taken off. Never throws. */
export function normaliseEmail(value: string): EmailCheck {
  const refuse = (code: Parameters<typeof problem>[0]): EmailCheck => ({
    ok: false,
    normalised: null,
    canonical: null,
    problems: [problem(code)],
    warnings: [],
  });
  const folded = value
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase();
  const address = folded
    .replace(/^<(.*)>$/, '$1')
    .replace(/^mailto:/, '')
    .trim();
  if (address === '') return refuse('email.empty');
  if ((address.match(/@/g)?.length ?? 0) > 1 && /[\s,;/、]/.test(address)) return refuse('email.several');
  const at = address.lastIndexOf('@');
  if (at < 1 || at === address.length - 1 || /[\s\p{Cc}]/u.test(address)) return refuse('email.malformed');
  const local = address.slice(0, at);
  // NFKC leaves the ideographic full stop alone, but a domain typed with it is meant with dots.
  const labels = address
    .slice(at + 1)
    .replace(/。/g, '.')
    .split('.');
  if (!LOCAL_PART.test(local)) return refuse('email.local_part');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return refuse('email.domain');
  const ascii = labels.map(labelToAscii);
  const top = ascii.at(-1) ?? '';
  if (ascii.some((label) => label.length > 63) || !/^([a-z]{2,}|xn--.+)$/.test(top)) return refuse('email.domain');
  const normalised = `${local}@${ascii.join('.')}`;
  if (local.length > LOCAL_MAX || normalised.length > ADDRESS_MAX) return refuse('email.too_long');

  const plus = local.indexOf('+');
  const warnings: IdentifierProblem[] = [];
  if (plus > 0) warnings.push(problem('email.plus_address'));
  if (labels.some(mixesScripts)) warnings.push(problem('email.mixed_scripts'));
  return {
    ok: true,
    normalised,
    canonical: plus > 0 ? `${local.slice(0, plus)}@${ascii.join('.')}` : normalised,
    problems: [],
    warnings,
  };
}

/** Latin beside Cyrillic or Greek in one label: letters that look alike, hence a different domain than it seems. */
function mixesScripts(label: string): boolean {
  return /\p{Script=Latin}/u.test(label) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(label);
}
