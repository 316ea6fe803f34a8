/** Under which limit a place was lost to another case that took it in the same moment. Pure; called by `CasesService`. */
import { adminQuota, type Rulebook, type RuleId } from '@daiban/domain';
import { SLOT_KINDS } from '@daiban/domain/enumerations';
import type { Case } from './case.js';

/** @param seen as the loser saw its case · @param now as it reads after the loss · @returns null: whoever took the place has given it back */
export function limitOfLostPlace(seen: Case, now: Case, rules: Rulebook): RuleId | null {
  const { counters, registration, subject } = now.facts;
  const kind = SLOT_KINDS.find((each) => {
    const before = new Set(seen.particulars.takenPositions[each]);
    return now.particulars.takenPositions[each].some((position) => !before.has(position));
  });
  if (kind === undefined) return null;
  if (kind === 'subject') return `quota.subject.${subject.type}`;
  const count = counters[kind];
  return count && adminQuota(rules, kind, registration.route, count).ruleId;
}
