/** Every guard and every condition of the order's table by its name. */
import { found, type Condition, type Guard } from '../../registration/judging.js';
import type { OrderConditionName, OrderGuardName } from '../../rulebook/order-transitions.js';
import { feeAmountRight, feeDayRight, feeIsFree, feeMeansRight, payerPays, somethingPaid } from './fee-guards.js';
import {
  accountNotRestricted,
  individualAnswered,
  kindFits,
  noOtherOpenOrder,
  notInherited,
  orderNameGiven,
  orderPapersComplete,
  registrationTakesOrders,
  sizeKnown,
  subjectNotStruckOff,
} from './opening-guards.js';

/** The stated day has not passed; a day not stated cannot pass. */
const insideSupplementDays: Guard = ({ order, context }) =>
  order?.supplementDueOn && order.supplementDueOn < context.today
    ? [found('supplement.days_over', null, { dueOn: order.supplementDueOn })]
    : [];

/** The other side of it: while days are left, nothing has lapsed. */
const supplementDaysOver: Guard = ({ order, context }) =>
  order?.supplementDueOn && order.supplementDueOn >= context.today
    ? [found('supplement.days_left', null, { dueOn: order.supplementDueOn })]
    : [];

export const ORDER_GUARDS: Record<OrderGuardName, Guard> = {
  registration_takes_orders: registrationTakesOrders,
  account_not_restricted: accountNotRestricted,
  no_other_open_order: noOtherOpenOrder,
  individual_answered: individualAnswered,
  not_inherited: notInherited,
  subject_not_struck_off: subjectNotStruckOff,
  kind_fits: kindFits,
  order_papers_complete: orderPapersComplete,
  order_name_given: orderNameGiven,
  size_known: sizeKnown,
  payer_pays: payerPays,
  fee_amount_right: feeAmountRight,
  fee_day_right: feeDayRight,
  fee_means_right: feeMeansRight,
  fee_is_free: feeIsFree,
  something_paid: somethingPaid,
  inside_supplement_days: insideSupplementDays,
  supplement_days_over: supplementDaysOver,
};

const passedBefore: Condition = ({ order }) => order?.qualification === 'passed';
const chanceLeft: Condition = ({ order, context }) =>
  (order?.chancesUsed ?? 0) < context.rules.entries['supplement.chances'].value;
const namePending: Condition = ({ order }) => order?.naming === 'pending';
/** WeChat's message is not older than the state it would move: a late or repeated one would undo what came after it. */
const isNews: Condition = ({ order, provenance, occurredAt }) =>
  order === null ||
  (provenance !== 'wechat_event' && provenance !== 'wechat_api') ||
  Date.parse(occurredAt) >= Date.parse(order.enteredStateAt);

/** WeChat's own notice, or time itself: then it is no decision of ours, and no guard is asked. */
const toldByWechat: Condition = ({ provenance, command: { actor } }) =>
  provenance === 'wechat_event' || provenance === 'wechat_api' || actor.kind === 'wechat' || actor.kind === 'system';

export const ORDER_CONDITIONS: Record<OrderConditionName, Condition> = {
  told_by_wechat: toldByWechat,
  // A failure after the end contradicts it; one before it leaves the rights and takes the name.
  qualification_passed_before_and_open: (input) => passedBefore(input) && input.order?.state !== 'passed',
  qualification_passed_before: passedBefore,
  qualification_not_passed_before: (input) => !passedBefore(input),
  chance_left: (input) => isNews(input) && chanceLeft(input),
  no_chance_left: (input) => isNews(input) && !chanceLeft(input),
  passed_before_and_no_chance_left: (input) => isNews(input) && passedBefore(input) && !chanceLeft(input),
  name_pending_and_chance_left: (input) => isNews(input) && namePending(input) && chanceLeft(input),
  name_pending_and_no_chance_left: (input) => isNews(input) && namePending(input) && !chanceLeft(input),
};
