/** A name as a registry holds it: one spelling of it, and whether the bank route's form can take it. Called where a payer, or whoever opens a case, writes the name of a subject again, and by `checkIdentifier`. */
import { INVISIBLE, problem, refusedIdentifier, type IdentifierCheck } from './identifier-check.js';

/** Full-width forms folded (brackets too), blanks gone, upper case: the registration form compares payers the same way. */
export function keyOfRegisteredName(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
}

/** Least and most weight of a name on the bank route; the rulebook's value is passed. */
export interface RegisteredNameRule {
  min: number;
  max: number;
}

/**
 * Folds full-width brackets, as the form does before it compares, and weighs the name: a Latin letter, digit or sign
 * counts one, everything else three. Without a rule (the other routes) the weight says nothing. Never throws.
 */
export function checkRegisteredName(value: string, rule: RegisteredNameRule | null): IdentifierCheck {
  const name = value.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (name === '') return refusedIdentifier(null, problem('registered_name.empty'));
  const folded = name.replace(/（/g, '(').replace(/）/g, ')');
  const weight = weighRegisteredName(folded);
  const problems = [];
  if (rule && weight < rule.min) problems.push(problem('registered_name.too_short', { weight, min: rule.min }));
  if (rule && weight > rule.max) problems.push(problem('registered_name.too_long', { weight, max: rule.max }));
  return {
    valid: problems.length === 0,
    acceptance: problems.length === 0 ? 'accepted' : 'refused',
    normalised: folded,
    problems,
    warnings: folded === name ? [] : [problem('registered_name.brackets')],
  };
}

/** Weight of a name on the bank route: three for each character beyond Latin script and ASCII. */
export function weighRegisteredName(name: string): number {
  return [...name].reduce((sum, character) => sum + (/[\p{Script=Latin}\p{ASCII}]/u.test(character) ? 1 : 3), 0);
}
