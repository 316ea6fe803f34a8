/** What a verification costs this account on a day. Called by `application_submitted`, the fee's guards, sign-off texts and advice. */
import type { OrganisationSize } from '../enumerations/index.js';
import type { Money } from '../machine/money.js';
import { shanghaiDate } from '../calendar/index.js';
import type { JudgingContext } from '../registration/judging.js';
import type { OrderFacts, RegistrationRow, SubjectFacts } from '../registration/registration-facts.js';
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

/** What an order costs, and the day whose rules say so. */
export interface OrderFee {
  fee: Money | null;
  ruleId: RuleId | null;
  /** The day of its application once that is handed in, today before. */
  ruledOn: string;
}

/**
 * The fee of one order: fixed by its application and the rules of that day, whatever the book says later; before, an outlook by
 * today's. Shown and judged by this alone, so that the amount a person reads is the amount that is taken.
 */
export function feeOfOrder(
  order: Pick<OrderFacts, 'state' | 'enteredStateAt' | 'paidAt' | 'organisationSize' | 'fee'>,
  facts: FeeFacts,
  { rulesOn, today }: Pick<JudgingContext, 'rulesOn' | 'today'>,
): OrderFee {
  // Once it is paid its application lies a few hours back at most: a payment page lives no longer.
  const fixedAt = order.state === 'awaiting_fee' ? order.enteredStateAt : order.paidAt;
  const ruledOn = order.state === 'preparing' || fixedAt === null ? today : shanghaiDate(fixedAt);
  const { ruleId, fee } = verificationFee(facts, order.organisationSize, rulesOn(ruledOn));
  return { fee: order.fee ?? fee, ruleId, ruledOn };
}
