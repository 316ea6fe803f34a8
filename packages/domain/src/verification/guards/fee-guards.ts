/** Guards on the fee: who pays, how much, by which means, to which number. */
import { isSameMoney, moneyParam } from '../../machine/money.js';
import { found, moneyFact, textFact, type Guard } from '../../registration/judging.js';
import { verificationFee } from '../fee.js';

/** A client's contact records only what the client pays. */
export const payerPays: Guard = ({ command, order }) =>
  command.actor.kind === 'contact' && order?.payer === 'agency'
    ? [found('fee.other_payer', 'verification.one_order')]
    : [];

/** Amount and currency equal the rule of the day; where nobody knows it, a person says what the payment page showed. */
export const feeAmountRight: Guard = ({ facts, order, command, context }) => {
  if (order === null) return [];
  const { ruleId, fee } = verificationFee(facts, order.organisationSize, context.rules);
  const due = fee ?? order.fee;
  if (due === null) return [found('fee.unknown', ruleId)];
  if (due.amountMinor === 0) return [found('fee.is_free', ruleId)];
  const paid = moneyFact(command, 'amount');
  if (paid === null || isSameMoney(paid, due)) return [];
  return [found('fee.amount_differs', ruleId, { due: moneyParam(due), paid: moneyParam(paid) })];
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
  const { ruleId, fee } = verificationFee(facts, order.organisationSize, context.rules);
  if (fee === null) return [found('fee.unknown', ruleId)];
  return fee.amountMinor === 0 ? [] : [found('fee.not_free', ruleId, { due: moneyParam(fee) })];
};

export const somethingPaid: Guard = ({ order }) =>
  order !== null && order.payment === null ? [found('fee.nothing_paid', 'verification.one_order')] : [];
