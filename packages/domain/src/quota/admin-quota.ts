/** How many accounts an admin's ID, phone and WeChat may still carry. Called by guards and by the person's screen. */
import type { Route, SlotKind } from '../enumerations/index.js';
import type { SlotCount } from '../registration/registration-facts.js';
import type { Rulebook } from '../rulebook/rule-values.js';
import type { QuotaUse } from './subject-quota.js';

/** Use of one of the admin's limits; the legal representative's route raises those of ID and phone. */
export function adminQuota(
  rules: Rulebook,
  kind: Exclude<SlotKind, 'subject'>,
  route: Route,
  count: SlotCount,
): QuotaUse {
  const isRaised = route === 'legal_representative' && kind !== 'admin_wechat';
  const ruleId = isRaised ? (`quota.${kind}.legal_representative` as const) : (`quota.${kind}` as const);
  const limit = rules.entries[ruleId].value;
  return {
    ruleId,
    limit,
    limitByRule: limit,
    granted: 0,
    used: count.reserved + count.elsewhere,
    planned: count.planned,
  };
}
