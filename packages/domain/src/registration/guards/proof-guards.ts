/** Guards on the proof of the subject: the small transfer, the route's change, and the order that proves on the verification route. */
import { isWorkingDay } from '../../calendar/index.js';
import { keyOfRegisteredName } from '../../identity/index.js';
import { isSameMoney, moneyParam } from '../../machine/money.js';
import { isHeard } from '../../verification/weigh-evidence.js';
import { found, moneyFact, paidOpenOrder, textFact, type Guard } from '../judging.js';

/** One small transfer a subject, over all its registrations, whoever's client. */
export const noOtherTransfer: Guard = ({ facts, command }) => {
  const route = (command.event === 'route_changed' ? textFact(command, 'route') : null) ?? facts.registration.route;
  return route === 'small_transfer' && facts.otherSmallTransferRunning
    ? [found('transfer.already_running', 'quota.small_transfer_per_subject')]
    : [];
};

/** The route is a small transfer and it runs. */
export const transferExpected: Guard = ({ facts: { registration } }) => {
  if (registration.route !== 'small_transfer') return [found('transfer.not_this_route', 'route.small_transfer')];
  if (registration.proof === 'transfer_sent') return [found('transfer.under_check', 'route.small_transfer')];
  return registration.proof === 'running' ? [] : [found('transfer.not_running', 'timer.transfer_days')];
};

/** The exact amount from the subject's own account; a day on which banks are closed is warned of. */
export const transferExact: Guard = ({ facts, command, context }) => {
  const asked = facts.registration.transferAmount;
  const sent = moneyFact(command, 'amount');
  const payer = textFact(command, 'payerName');
  const sentOn = textFact(command, 'sentOn');
  const differs = asked !== null && sent !== null && !isSameMoney(sent, asked);
  const isOther = payer !== null && keyOfRegisteredName(payer) !== keyOfRegisteredName(facts.subject.name);
  return [
    ...(differs
      ? [found('transfer.wrong_amount', 'route.small_transfer', { asked: moneyParam(asked), sent: moneyParam(sent) })]
      : []),
    ...(isOther ? [found('transfer.wrong_payer', 'route.small_transfer')] : []),
    ...(sentOn !== null && !isWorkingDay(context.calendar, sentOn)
      ? [found('transfer.bank_closed', 'review.small_transfer', { sentOn })]
      : []),
  ];
};

/**
 * On the verification route the first order's qualification is the proof, or what WeChat itself says of the account without an order of ours;
 * a word of ours alone does not stand in for it.
 */
export const proofNotByOrder: Guard = ({ facts: { registration, verification, orders } }) =>
  registration.route !== 'wechat_verification' ||
  orders.some((order) => order.qualification === 'passed') ||
  (verification.qualification === 'passed' && isHeard(verification.provenance))
    ? []
    : [found('proof.by_order', 'route.wechat_verification')];

/** Nothing is under Tencent's eyes: no paid order, no transfer being checked. */
export const routeMayChange: Guard = ({ facts }) => [
  ...(paidOpenOrder(facts) === null ? [] : [found('order.in_review', 'verification.one_order')]),
  ...(facts.registration.proof === 'transfer_sent' ? [found('transfer.under_check', 'route.small_transfer')] : []),
];
