/** Makes the book of one day from the shipped rules and an agency's overrides. The API calls it once a request, tests and screens' servers too. */
import type { ResolvedRules, RuleEntry, RuleOverride, ShippedRule } from './rule-entry.js';

/**
 * Of each id the entry in force on `asOf`; over it the newest override in force, where the rule is a policy (others cannot
 * be lifted, so theirs is ignored). Throws when an id has no entry or two for the day: the shipped book is then wrong.
 */
export function resolveRulebook<Values>(
  shipped: readonly ShippedRule<Values>[],
  overrides: readonly RuleOverride[],
  asOf: string,
  version: string,
): ResolvedRules<Values> {
  const entries = new Map<string, RuleEntry>();
  const ids = new Set<string>();
  for (const entry of shipped as readonly RuleEntry[]) {
    ids.add(entry.id);
    if (entry.validFrom > asOf || (entry.validTo !== undefined && entry.validTo <= asOf)) continue;
    if (entries.has(entry.id)) throw new Error(`two entries of rule ${entry.id} are in force on ${asOf}`);
    entries.set(entry.id, entry);
  }
  for (const id of ids) if (!entries.has(id)) throw new Error(`no entry of rule ${id} is in force on ${asOf}`);
  const overridden: string[] = [];
  const inForce = overrides.filter((o) => o.validFrom <= asOf).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  for (const override of inForce) {
    const entry = entries.get(override.ruleId);
    if (entry?.kind !== 'policy') continue;
    entries.set(entry.id, { ...entry, value: override.value, validFrom: override.validFrom });
    if (!overridden.includes(entry.id)) overridden.push(entry.id);
  }
  return { version, asOf, overridden, entries: Object.fromEntries(entries) as ResolvedRules<Values>['entries'] };
}
