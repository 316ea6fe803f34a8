/** Guards on the fee: who pays, how much, by which means, to which number. */
import { isSameMoney, moneyParam } from '../../machine/money.js';
import { shanghaiDate } from '../../calendar/index.js';
import { found, foundOn, moneyFact, textFact, type Guard } from '../../registration/judging.js';
import { feeOfOrder } from '../fee.js';
import { isHeard } from '../weigh-evidence.js';

/** A client's contact records only what the client pays. */
export const payerPays: Guard = ({ command, order }) =>
  command.actor.kind === 'contact' && order?.payer === 'agency'
    ? [found('fee.other_payer', 'verification.one_order')]
    : [];

/**
 * Amount and currency equal what the order's application fixed by the rules of its day; where nobody knows it, a person says what
 * the payment page showed. A page that asks for something else is believed when there is evidence of it.
 */
export const feeAmountRight: Guard = ({ facts, order, command, context, provenance }) => {
  if (order === null) return [];
  const { ruleId, fee, ruledOn } = feeOfOrder(order, facts, context);
  if (fee === null) return [foundOn(ruledOn, 'fee.unknown', ruleId)];
  if (fee.amountMinor === 0) return [foundOn(ruledOn, 'fee.is_free', ruleId)];
  const paid = moneyFact(command, 'amount');
  if (paid === null || isSameMoney(paid, fee)) return [];
  const params = { due: moneyParam(fee), paid: moneyParam(paid) };
  return [foundOn(ruledOn, isHeard(provenance) ? 'fee.page_differs' : 'fee.amount_differs', ruleId, params)];
};

/** Nothing is paid before there is something to pay. Of an order that a sheet brought in nobody knows when that was. */
export const feeDayRight: Guard = ({ order, command }) => {
  const paidOn = textFact(command, 'paidOn');
  if (order === null || order.fee === null || paidOn === null) return [];
  const askedOn = shanghaiDate(order.enteredStateAt);
  return paidOn < askedOn ? [found('fee.paid_too_early', 'verification.one_order', { paidOn, askedOn })] : [];
};

/** The means is open to this subject and order, and a bank transfer goes to this account's own number. */
export const feeMeansRight: Guard = ({ facts, order, command, context }) => {
  const means = textFact(command, 'means');
  if (order === null || means === null) return [];
  const { rules } = context;
  const isOverseas = facts.subject.type === 'overseas_enterprise';
  const isRegistering = order.kind === 'first' && facts.registration.state === 'proving_subject';
  const ruleId = isOverseas ? 'payment.overseas_means' : isRegistering ? 'payment.first_registration_means' : null;
  if (ruleId !== null && !rules.entries[ruleId].value.includes(means)) {
    return [found('fee.means_not_allowed', ruleId, { means, allowed: rules.entries[ruleId].value.join(', ') })];
  }
  if (means !== 'bank_transfer') return [];
  const number = textFact(command, 'receivingNumber');
  if (number === null) return [found('fee.receiving_number_missing', 'payment.own_receiving_number')];
  return order.receivingNumber !== null && order.receivingNumber !== number
    ? [found('fee.receiving_number_differs', 'payment.own_receiving_number')]
    : [];
};

/** Only a free subject's fee is waived. */
export const feeIsFree: Guard = ({ facts, order, context }) => {
  if (order === null) return [];
  const { ruleId, fee, ruledOn } = feeOfOrder(order, facts, context);
  if (fee === null) return [foundOn(ruledOn, 'fee.unknown', ruleId)];
  return fee.amountMinor === 0 ? [] : [foundOn(ruledOn, 'fee.not_free', ruleId, { due: moneyParam(fee) })];
};

export const somethingPaid: Guard = ({ order }) =>
  order !== null && order.payment === null ? [found('fee.nothing_paid', 'verification.one_order')] : [];
