/** How many Official Accounts a subject may still open. Called by guards and by the subject's screen. */
import type { AccountType, SubjectType } from '../enumerations/index.js';
import type { SlotCount } from '../registration/registration-facts.js';
import type { Rulebook, RuleId } from '../rulebook/rule-values.js';
import { isOfficialAccount } from '../verification/verification-status.js';

export interface QuotaUse {
  ruleId: RuleId;
  /** null: nobody knows the limit. */
  limit: number | null;
  /** What counts: reserved by us and known elsewhere. */
  used: number;
  /** What only warns. */
  planned: number;
}

/** Use of a subject's limit; null when this type of account does not count or there is nothing to count by yet. */
export function subjectQuota(
  rules: Rulebook,
  accountType: AccountType,
  subjectType: SubjectType,
  count: SlotCount | null,
): QuotaUse | null {
  if (!isOfficialAccount(accountType) || count === null) return null;
  const ruleId = `quota.subject.${subjectType}` as const;
  return { ruleId, limit: rules.entries[ruleId].value, used: count.reserved + count.elsewhere, planned: count.planned };
}
