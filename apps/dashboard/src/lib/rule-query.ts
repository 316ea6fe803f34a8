/** One rule as it held when a number was made by it, asked for when somebody wants to know why. */
import { getRule } from '@daiban/contracts';
import type { AccountNameRule } from '@daiban/domain/identity';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from './call-api.js';
import { queryKeys } from './query-keys.js';

/** @param asOf the day whose book it stands in; today's when not given · @param part one entry of a value that is a table */
export const ruleQuery = (id: string, asOf?: string | null, part?: string) =>
  queryOptions({
    queryKey: [...queryKeys.rule(id), asOf, part],
    queryFn: ({ signal }) =>
      callApi(getRule, { params: { id }, query: { ...(asOf && { asOf }), ...(part && { part }) } }, { signal }),
  });

interface Bounds {
  readonly min: number;
  readonly max: number;
}
const isBounds = (value: unknown): value is Bounds =>
  typeof value === 'object' && value !== null && 'min' in value && 'max' in value;

/**
 * What an account's name is checked against while it is typed; null until the rules are here.
 * @param units the value of `name.units` · @param unitsVerified of `name.units_verified`, where the name is asked for in a verification
 */
export function nameRuleOf(units: unknown, unitsVerified: unknown): AccountNameRule | null {
  if (!isBounds(units)) return null;
  const rule = { minUnits: units.min, maxUnits: units.max };
  return isBounds(unitsVerified) ? { ...rule, maxUnitsVerified: unitsVerified.max } : rule;
}
