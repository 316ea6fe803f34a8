/** The whole shipped book and its version. `resolveRulebook` makes the rules of a day from it; nothing else reads the values. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { ACCOUNT_TYPE_RULES } from './account-types.js';
import { FEE_RULES } from './fees.js';
import { PREREQUISITE_RULES } from './prerequisites.js';
import { QUOTA_RULES } from './quotas.js';
import { REMINDER_RULES } from './reminder-policy.js';
import { ROUTE_RULES } from './routes.js';
import type { RuleId, RuleValues } from './rule-values.js';
import { TIMER_RULES } from './timers.js';

/** Goes up with every change of a shipped rule; a case keeps the one it was advised under. */
export const RULEBOOK_VERSION = '2026.11.1';

export const SHIPPED_RULES = [
  ...ACCOUNT_TYPE_RULES,
  ...ROUTE_RULES,
  ...QUOTA_RULES,
  ...FEE_RULES,
  ...TIMER_RULES,
  ...REMINDER_RULES,
  ...PREREQUISITE_RULES,
] as const satisfies readonly ShippedRule<RuleValues>[];

type ShippedId = (typeof SHIPPED_RULES)[number]['id'];
/** Does not compile while an id of `RuleValues` has no shipped entry. */
SHIPPED_RULES satisfies readonly { id: RuleId extends ShippedId ? RuleId : never }[];
