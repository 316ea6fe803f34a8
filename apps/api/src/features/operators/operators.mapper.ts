/** Builds the contract's seats of an account from its rows. */
import type { AccountOperators } from '@daiban/contracts';
import type { Rulebook } from '@daiban/domain';
import { OFFICIAL_ACCOUNT_TYPES, type Locale, type OperatorTerm } from '@daiban/domain/enumerations';
import type { RuleLookup } from '../../platform/refusal/refused.js';
import type { Case } from '../registrations/case.js';
import type { OperatorRow } from './operators.repository.js';

/** How seats are worded and by which book they are counted. */
export interface SeatWording {
  readonly locale: Locale;
  readonly rules: Rulebook;
  readonly ruleOf: RuleLookup;
}

export function toAccountOperators(
  { facts: { registration } }: Pick<Case, 'facts'>,
  rows: readonly OperatorRow[],
  { locale, rules, ruleOf }: SeatWording,
): AccountOperators {
  // The seats of other types nobody has counted.
  const isOfficial = OFFICIAL_ACCOUNT_TYPES.some((type) => type === registration.accountType);
  const seats = (term: OperatorTerm) => {
    const ruleId = `operator.${term}_seats` as const;
    return {
      used: rows.filter((row) => row.term === term).length,
      limit: isOfficial ? rules.entries[ruleId].value : null,
      rule: isOfficial ? ruleOf(ruleId, locale) : null,
    };
  };
  return {
    registrationId: registration.id,
    version: registration.version,
    items: rows.map(({ personId, name, term, followsAccount, boundAt, endsOn }) => ({
      personId,
      name,
      term,
      followsAccount,
      boundAt,
      endsOn,
    })),
    long: seats('long'),
    short: seats('short'),
  };
}
