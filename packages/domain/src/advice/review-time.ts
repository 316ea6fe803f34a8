/** How many working days Tencent takes to answer, by type and way, and where that is not known which rule leaves it open. Called by `judgeWish` and `rangeOf`. */
import type { AccountType, Route } from '../enumerations/index.js';
import type { Rulebook, RuleId, WorkingDayRange } from '../rulebook/rule-values.js';
import { isOfficialAccount } from '../verification/verification-status.js';
import type { Standing } from './advice-answer.js';

export interface ReviewTime {
  /** Says it, or is silent about it; null: no way is open, so there is nothing to wait for. */
  readonly ruleId: RuleId | null;
  /** null: nobody knows. */
  readonly days: WorkingDayRange | null;
}

export function reviewTime(
  accountType: AccountType,
  route: Route | null,
  { subjectType }: Standing,
  { entries }: Rulebook,
): ReviewTime {
  const by = (ruleId: 'review.other_types' | 'review.small_transfer' | 'review.overseas' | 'review.mainland') => ({
    ruleId,
    days: entries[ruleId].value,
  });
  if (!isOfficialAccount(accountType)) return by('review.other_types');
  switch (route) {
    case null:
      return { ruleId: null, days: null };
    case 'small_transfer':
      return by('review.small_transfer');
    case 'wechat_verification':
      return by(subjectType === 'overseas_enterprise' ? 'review.overseas' : 'review.mainland');
    case 'legal_representative':
    case 'identity_scan':
      return { ruleId: `route.${route}`, days: null };
  }
}
