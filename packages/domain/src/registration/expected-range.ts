/** Between which days Tencent's answer is expected: a range in working days, never one date, by what the agency's own reviews took before the wait began, else by the rules of that day. Called by `deriveCase` and the order's mapper. */
import { addDays, addWorkingDays, isWorkingDay, shanghaiDate, type WorkCalendar } from '../calendar/index.js';
import type { RuleId, WorkingDayRange } from '../rulebook/rule-values.js';
import { isOfficialAccount } from '../verification/verification-status.js';
import { openOrder, type JudgingContext } from './judging.js';
import { ownReviewTimes, type ReviewGroup } from './own-review-times.js';
import type { OrderFacts, RegistrationFacts, RegistrationRow, SubjectFacts } from './registration-facts.js';

/** One day of the wait, as a gauge draws it. */
export interface WaitDay {
  on: string;
  /** off: not counted · make_up: a weekend day that is worked, though perhaps not staffed. */
  kind: 'working' | 'off' | 'make_up';
  /** Number of the working day in the wait, 0 on the first; null on a day off. */
  number: number | null;
}

export interface ExpectedRange {
  /** Day 0; the rules are this day's. */
  startOn: string;
  fromOn: string;
  toOn: string;
  /** In working days. */
  minDays: number;
  maxDays: number;
  /** It reaches into days whose holidays are not announced. */
  provisional: boolean;
  /** Own finished reviews that the days come from: between their middle and the ninth of ten; null: the rule says the days. */
  ownCases: number | null;
  ruleId: RuleId;
  days: readonly WaitDay[];
}

/** The range of the review under way, of a migration or of the open order; null when there is none, or when nobody knows how long it takes. */
export function deriveExpectedRange(facts: RegistrationFacts, context: JudgingContext): ExpectedRange | null {
  const { state, enteredStateAt, migrationApprovedAt } = facts.registration;
  if (state === 'migrating' && migrationApprovedAt === null)
    return rangeFrom(enteredStateAt, 'migration.review', context);
  const order = openOrder(facts);
  return order === null ? null : deriveOrderRange(order, facts, context);
}

/**
 * The range of an order under review: from the auditor's start, until one is named from the payment. Without a `route` by the rules alone: whoever counts
 * back from an end stays on the safe side.
 */
export function deriveOrderRange(
  order: Pick<OrderFacts, 'state' | 'reviewStartedAt' | 'paidAt' | 'enteredStateAt'>,
  facts: {
    registration: Pick<RegistrationRow, 'accountType'> & Partial<Pick<RegistrationRow, 'route'>>;
    subject: Pick<SubjectFacts, 'type'>;
  },
  context: JudgingContext,
): ExpectedRange | null {
  if (order.state !== 'in_review' && order.state !== 'awaiting_dispatch') return null;
  const ruleId = !isOfficialAccount(facts.registration.accountType)
    ? 'review.other_types'
    : facts.subject.type === 'overseas_enterprise'
      ? 'review.overseas'
      : 'review.mainland';
  const startedAt = order.reviewStartedAt ?? order.paidAt ?? order.enteredStateAt;
  const { accountType, route } = facts.registration;
  const group = route && { accountType, route, subjectType: facts.subject.type };
  return rangeFrom(startedAt, ruleId, context, group);
}

function rangeFrom(
  startedAt: string,
  ruleId: 'review.other_types' | 'review.overseas' | 'review.mainland' | 'migration.review',
  { rulesOn, calendar, ownReviews = [] }: JudgingContext,
  group?: ReviewGroup,
): ExpectedRange | null {
  const startOn = shanghaiDate(startedAt);
  const rules = rulesOn(startOn);
  const own = group ? ownReviewTimes(ownReviews, group, startOn, { rules, calendar }) : null;
  const value: WorkingDayRange | null = own?.range ?? rules.entries[ruleId].value;
  if (value === null) return null;
  const from = addWorkingDays(calendar, startOn, value.from);
  const to = addWorkingDays(calendar, startOn, value.to);
  return {
    startOn,
    fromOn: from.date,
    toOn: to.date,
    minDays: value.from,
    maxDays: value.to,
    provisional: from.provisional || to.provisional,
    ownCases: own?.cases ?? null,
    ruleId,
    days: waitDays(calendar, startOn, to.date),
  };
}

function waitDays(calendar: WorkCalendar, startOn: string, toOn: string): WaitDay[] {
  const days: WaitDay[] = [];
  let number = 0;
  for (let on = startOn; on <= toOn; on = addDays(on, 1)) {
    const isWorked = isWorkingDay(calendar, on);
    // The first day is where counting begins, it is not counted itself.
    if (isWorked && on !== startOn) number += 1;
    const kind = !isWorked ? 'off' : calendar.days.get(on) === 'make_up' ? 'make_up' : 'working';
    days.push({ on, kind, number: isWorked ? number : null });
  }
  return days;
}
