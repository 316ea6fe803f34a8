/** What a verification costs this account on a day. Called by `application_submitted`, the fee's guards, sign-off texts and advice. */
import type { OrganisationSize } from '../enumerations/index.js';
import type { Money } from '../machine/money.js';
import type { RegistrationRow, SubjectFacts } from '../registration/registration-facts.js';
import type { Rulebook, RuleId } from '../rulebook/rule-values.js';

/** What a fee looks at. */
export interface FeeFacts {
  registration: Pick<RegistrationRow, 'accountType'>;
  subject: Pick<SubjectFacts, 'type' | 'class'>;
}

/** The rule that says the fee: the finer class first (it tells other organisations apart and makes no company free), then the account type. null: WeCom without the organisation's size. */
export function feeRule(facts: FeeFacts, size: OrganisationSize | null): RuleId | null {
  const { accountType } = facts.registration;
  const { type, class: subjectClass } = facts.subject;
  if (accountType === 'wecom') return size === null ? null : `fee.wecom.${size}`;
  if (accountType === 'mini_program') {
    return type === 'enterprise' || type === 'sole_proprietor' ? `fee.mini_program.${type}` : 'fee.mini_program.others';
  }
  if (type === 'other_organisation' && (subjectClass === 'foundation' || subjectClass === 'foreign_mission')) {
    return `fee.class.${subjectClass}`;
  }
  return `fee.official_account.${type}`;
}

/** The fee and its rule; `fee` null: nobody knows, the payment page will show it. Zero: free, to be waived. */
export function verificationFee(
  facts: FeeFacts,
  size: OrganisationSize | null,
  rules: Rulebook,
): { ruleId: RuleId | null; fee: Money | null } {
  const ruleId = feeRule(facts, size);
  return { ruleId, fee: ruleId === null ? null : (rules.entries[ruleId].value as Money | null) };
}
