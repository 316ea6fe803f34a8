/** Guards on running out of time, lapsing, pausing and settling conflicts. */
import { FINAL_REGISTRATION_STATES } from '../../enumerations/index.js';
import { halfRegistrationEndsOn, routeEndsOn } from '../registration-deadlines.js';
import { isHeard } from '../../verification/weigh-evidence.js';
import type { Finding } from '../../machine/finding.js';
import { found, foundOn, paidOpenOrder, textFact, type Guard, type JudgingInput } from '../judging.js';
import { transferExpected } from './proof-guards.js';

/** The days of the half-registration or of the route are over; after submission the agency may also give up before. */
export const mayLapse: Guard = ({ facts, command, context }) => {
  const isSubmitted = facts.registration.state === 'proving_subject';
  const endsOn = isSubmitted ? routeEndsOn(facts, context) : halfRegistrationEndsOn(facts, context);
  if (endsOn !== null && context.today > endsOn.on) return [];
  const isOurs = command.actor.kind !== 'system' && command.actor.kind !== 'wechat';
  if (isOurs && isSubmitted) return [];
  return [
    endsOn === null
      ? found('lapse.too_early', 'timer.half_registration_days')
      : foundOn(endsOn.ruledOn, 'lapse.too_early', endsOn.ruleId, { endsOn: endsOn.on }),
  ];
};

/** Time is over when the last day is. The clock says so only of a transfer that still waits for its payer. */
export const timeIsOver: Guard = (input) => {
  const { facts, command, context } = input;
  if (textFact(command, 'cause') !== 'time_over') return [];
  const isClock = command.actor.kind === 'system';
  const notWaiting = isClock ? transferExpected(input) : [];
  if (notWaiting.length > 0) return notWaiting;
  const endsOn = routeEndsOn(facts, context);
  // A person may know what no clock of ours counted.
  if (endsOn === null ? !isClock : context.today > endsOn.on) return [];
  return [
    endsOn === null
      ? found('lapse.too_early', 'timer.transfer_days')
      : foundOn(endsOn.ruledOn, 'lapse.too_early', endsOn.ruleId, { endsOn: endsOn.on }),
  ];
};

/** A paid order is Tencent's to answer; only evidence of their end ends it before. */
export const noPaidOrderUndecided: Guard = ({ facts, provenance }) =>
  paidOpenOrder(facts) === null || isHeard(provenance) ? [] : [found('order.paid_undecided', 'verification.one_order')];

export const notPaused: Guard = ({ facts }) =>
  facts.registration.pausedAt === null ? [] : [found('case.already_paused', null)];

export const paused: Guard = ({ facts }) =>
  facts.registration.pausedAt === null ? [found('case.not_paused', null)] : [];

/**
 * There is a conflict; to take over what was observed, something must have been. One about the address is settled once the account has
 * one again: its own, when the other let it go, or another.
 */
export const somethingToResolve: Guard = (input) => {
  const { facts, command, isProbe } = input;
  const { conflict } = facts.verification;
  if (conflict === null && facts.registration.importedConflict === null)
    return [found('verification.nothing_to_resolve', null)];
  if (conflict?.email !== undefined) return isProbe ? [] : addressSettled(input);
  if (command.facts?.['keep'] !== 'observed' || conflict?.observed || conflict?.account) return [];
  return conflict?.event !== undefined && FINAL_REGISTRATION_STATES.some((final) => final === facts.registration.state)
    ? [found('registration.state_final', null)]
    : [found('verification.nothing_observed', null)];
};

function addressSettled({ facts, command }: JudgingInput): Finding[] {
  const { email, emailTakenBy } = facts;
  const takesOver = command.facts?.['keep'] === 'observed';
  if (email?.reservedHere) return takesOver ? [found('verification.nothing_observed', null)] : [];
  if (emailTakenBy !== null) return [found('email.held_by_other', 'email.one_product')];
  return takesOver && email !== null ? [] : [found('email.missing', 'email.one_product')];
}
