/** Makes the book of one day from the shipped rules and an agency's overrides. The API calls it for every decision; readers who ask how a day's rules were get the API's `ruleTimeline`. */
import type { ResolvedRules, RuleEntry, RuleOverride, ShippedRule } from './rule-entry.js';

/**
 * The book that decisions of a day are made under. Of each id the entry in force on `asOf`; over it the newest override in
 * force, where the rule is a policy (others cannot be lifted, so theirs is ignored). A day before a rule's first entry is
 * judged by that entry: news may be older than the rule that is known of it. Throws when an id has a gap or two entries.
 */
export function resolveRulebook<Values>(
  shipped: readonly ShippedRule<Values>[],
  overrides: readonly RuleOverride[],
  asOf: string,
  version: string,
): ResolvedRules<Values> {
  const { entries, overridden } = inForceOn(shipped, overrides, asOf);
  for (const entry of shipped as readonly RuleEntry[]) {
    const held = entries.get(entry.id);
    const first = held === undefined || (held.validFrom > asOf && entry.validFrom < held.validFrom);
    if (!first) continue;
    if (entry.validFrom <= asOf) throw new Error(`no entry of rule ${entry.id} is in force on ${asOf}`);
    entries.set(entry.id, entry);
  }
  return { version, asOf, overridden, entries: Object.fromEntries(entries) as ResolvedRules<Values>['entries'] };
}

function inForceOn<Values>(
  shipped: readonly ShippedRule<Values>[],
  overrides: readonly RuleOverride[],
  asOf: string,
): { entries: Map<string, RuleEntry>; overridden: string[] } {
  const entries = new Map<string, RuleEntry>();
  for (const entry of shipped as readonly RuleEntry[]) {
    if (entry.validFrom > asOf || (entry.validTo !== undefined && entry.validTo <= asOf)) continue;
    if (entries.has(entry.id)) throw new Error(`two entries of rule ${entry.id} are in force on ${asOf}`);
    entries.set(entry.id, entry);
  }
  // Stable: of two overrides from the same day the later one in the list counts.
  const begun = overrides.filter(({ validFrom }) => validFrom <= asOf);
  const newest = new Map(
    begun
      .toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : one.validFrom > other.validFrom ? 1 : 0))
      .map((override) => [override.ruleId, override]),
  );
  const overridden: string[] = [];
  for (const { ruleId, value, validFrom } of newest.values()) {
    const entry = entries.get(ruleId);
    if (entry?.kind !== 'policy' || value === null) continue;
    entries.set(ruleId, { ...entry, value, validFrom });
    overridden.push(ruleId);
  }
  return { entries, overridden };
}
