/** How long an account's name may be, by the rules in force. Called by checks and by the findings about names. */
import type { AccountNameRule } from '../identity/account-name.js';
import type { Rulebook } from '../rulebook/rule-values.js';

/** @param inVerification the name is asked for in a verification, whose form counts up to more units */
export function accountNameRule({ entries }: Rulebook, inVerification: boolean): AccountNameRule {
  const { min, max } = entries['name.units'].value;
  const bounds = { minUnits: min, maxUnits: max };
  return inVerification ? { ...bounds, maxUnitsVerified: entries['name.units_verified'].value.max } : bounds;
}
