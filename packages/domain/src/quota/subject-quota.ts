/** How many Official Accounts a subject may still open. Called by guards and by every screen that shows its slots. */
import type { AccountType, SubjectType } from '../enumerations/index.js';
import type { SlotCount } from '../registration/registration-facts.js';
import type { Rulebook, RuleId } from '../rulebook/rule-values.js';
import { isOfficialAccount } from '../verification/verification-status.js';

export interface QuotaUse {
  ruleId: RuleId;
  /** null: nobody knows the limit. */
  limit: number | null;
  /** What the limit is made of: the rule's number, and what was granted above it. */
  limitByRule: number | null;
  granted: number;
  /** What counts: reserved by us and known elsewhere. */
  used: number;
  /** What only warns. */
  planned: number;
}

/** What a subject asked for beyond its limit, over all clients. */
export interface QuotaRaiseFacts {
  /** The request that Tencent has not answered; there is one at most. */
  underWay: 'requested' | 'pre_approved' | null;
  /** Accounts that granted requests allow above the rule's limit. */
  grantedAccounts: number;
}

/** A subject as far as its limit goes. */
export interface QuotaSubject {
  type: SubjectType;
  quotaRaise: Pick<QuotaRaiseFacts, 'grantedAccounts'>;
}

/** The rule's limit for this type of subject, lifted by what was granted; null: nobody knows. */
export function subjectLimit(rules: Rulebook, { type, quotaRaise }: QuotaSubject): number | null {
  const limit = rules.entries[`quota.subject.${type}`].value;
  return limit === null ? null : limit + quotaRaise.grantedAccounts;
}

/** Use of a subject's limit; null when this type of account does not count or there is nothing to count by yet. */
export function subjectQuota(
  rules: Rulebook,
  accountType: AccountType,
  subject: QuotaSubject,
  count: SlotCount | null,
): QuotaUse | null {
  if (!isOfficialAccount(accountType) || count === null) return null;
  return {
    ruleId: `quota.subject.${subject.type}`,
    limit: subjectLimit(rules, subject),
    limitByRule: rules.entries[`quota.subject.${subject.type}`].value,
    granted: subject.quotaRaise.grantedAccounts,
    used: count.reserved + count.elsewhere,
    planned: count.planned,
  };
}
