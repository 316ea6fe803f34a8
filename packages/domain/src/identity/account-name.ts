/** Checks a wanted account name against WeChat's name form: units, characters. Called while typing and by pre-flight. */
import type { SubjectType } from '../enumerations/index.js';
import {
  INVISIBLE,
  problem,
  refusedIdentifier,
  type IdentifierCheck,
  type IdentifierProblem,
} from './identifier-check.js';

/** The rulebook's values, of `name.units` and `name.units_verified`: policy, so an agency may have its own. */
export interface AccountNameRule {
  /** Fewest and most units; a Chinese character is two, a Latin letter or digit one. */
  minUnits: number;
  maxUnits: number;
  /** Most units by the verification form, where the name is asked for in one: between the two bounds the sources disagree. */
  maxUnitsVerified?: number;
}

/** Names of Tencent's own that are protected for everybody else. */
const PROTECTED = /微信|腾讯|wechat|weixin|tencent/i;

/**
 * Chinese characters, Latin letters and digits only, within the rule's units; full-width letters and digits are taken as
 * the plain ones they stand for. A blank between words is seen on real
 * accounts although the published form leaves it out: a warning, acceptance unknown. A person's account must not carry
 * Tencent's names; others may own the right to, so there it only warns. A name that only the verification form's count has
 * room for warns too. Never throws.
 */
export function checkAccountName(value: string, subjectType: SubjectType, rule: AccountNameRule): IdentifierCheck {
  const name = foldWidth(value.replace(INVISIBLE, '').normalize('NFC')).replace(/\s+/gu, ' ').trim();
  if (name === '') return refusedIdentifier(null, problem('account_name.empty'));
  const problems: IdentifierProblem[] = [];
  const warnings: IdentifierProblem[] = [];
  const units = countNameUnits(name);
  if (units < rule.minUnits) problems.push(problem('account_name.too_short', { units, minUnits: rule.minUnits }));
  const { maxUnits, maxUnitsVerified = maxUnits } = rule;
  if (units > Math.max(maxUnits, maxUnitsVerified))
    problems.push(problem('account_name.too_long', { units, maxUnits }));
  else if (units > maxUnits)
    warnings.push(problem('account_name.too_long_unverified', { units, maxUnits, maxUnitsVerified }));
  const strange = [
    ...new Set([...name].filter((character) => !/[\p{Script=Han}\p{Script=Latin}0-9 ]/u.test(character))),
  ];
  if (strange.length > 0)
    problems.push(problem('account_name.characters', { characters: strange.slice(0, 10).join(' ') }));
  if (name.includes(' ')) warnings.push(problem('account_name.space'));
  if (PROTECTED.test(name)) {
    (subjectType === 'individual' ? problems : warnings).push(problem('account_name.protected_word'));
  }
  const valid = problems.every(({ code }) => code === 'account_name.protected_word');
  const acceptance = problems.length > 0 ? 'refused' : warnings.length > 0 ? 'unknown' : 'accepted';
  return { valid, acceptance, normalised: name, problems, warnings };
}

/** Full-width letters, digits and signs as the plain ones; other compatibility forms stay, as they are other characters to a reader. */
function foldWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}

/** Units of a name: everything beyond Latin script, digits and blanks counts two. */
export function countNameUnits(name: string): number {
  return [...name].reduce((units, character) => units + (/[\p{Script=Latin}\p{ASCII}]/u.test(character) ? 1 : 2), 0);
}
