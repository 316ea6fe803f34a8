/** Checks a wanted account name against WeChat's name form: units, characters. Called while typing and by pre-flight. */
import type { SubjectType } from '../enumerations/index.js';
import { problem, refusedIdentifier, type IdentifierCheck, type IdentifierProblem } from './identifier-check.js';

/** The rule's values: policy, so the rulebook's own value is passed where there is one. */
export interface AccountNameRule {
  /** Fewest and most units; a Chinese character is two, a Latin letter or digit one. */
  minUnits: number;
  maxUnits: number;
}

/** As published since 2016 (medium confidence; a source of 2014 says 32 after verification). Last checked 2026-11-20. */
export const ACCOUNT_NAME_RULE: AccountNameRule = { minUnits: 4, maxUnits: 30 };

/** Names of Tencent's own that are protected for everybody else. */
const PROTECTED = /微信|腾讯|wechat|weixin|tencent/i;

/**
 * Chinese characters, Latin letters and digits only, within the rule's units. A blank between words is seen on real
 * accounts although the published form leaves it out: a warning, acceptance unknown. A person's account must not carry
 * Tencent's names; others may own the right to, so there it only warns. Never throws.
 */
export function checkAccountName(
  value: string,
  subjectType: SubjectType,
  rule: AccountNameRule = ACCOUNT_NAME_RULE,
): IdentifierCheck {
  const name = value
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (name === '') return refusedIdentifier(null, problem('account_name.empty'));
  const problems: IdentifierProblem[] = [];
  const warnings: IdentifierProblem[] = [];
  const units = countNameUnits(name);
  if (units < rule.minUnits) problems.push(problem('account_name.too_short', { units, minUnits: rule.minUnits }));
  if (units > rule.maxUnits) problems.push(problem('account_name.too_long', { units, maxUnits: rule.maxUnits }));
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

/** Units of a name: everything beyond Latin script, digits and blanks counts two. */
export function countNameUnits(name: string): number {
  return [...name].reduce((units, character) => units + (/[\p{Script=Latin}\p{ASCII}]/u.test(character) ? 1 : 2), 0);
}
