/** Which reminder of a renewal is due today, and all its steps for the renewals screen. Called by the sweep that writes deliveries, again before sending. */
import { addDays, daysBetween } from '../calendar/index.js';
import type { RegistrationFacts } from '../registration/registration-facts.js';
import type { Rulebook } from '../rulebook/rule-values.js';
import { verificationEndsOn } from '../verification/verification-status.js';

/** What the ladder looks at: the few facts of a registration the sweep reads. */
export interface LadderFacts {
  registration: Pick<RegistrationFacts['registration'], 'state' | 'pausedAt' | 'renewalDecision'>;
  verification: Pick<RegistrationFacts['verification'], 'qualification' | 'until' | 'untilOn'>;
  /** State of the open order, if any: once it is paid, there is nothing left to remind of. */
  openOrderState: RegistrationFacts['orders'][number]['state'] | null;
}

export interface LadderStep {
  /** Days before the end. */
  step: number;
  /** The day of the step. */
  on: string;
}

/** Why nobody is reminded. */
export type LadderRest = 'not_live' | 'no_end_known' | 'declined' | 'paused' | 'order_paid' | 'over';

/** All steps towards an end, far to near. */
export function ladderSteps(untilOn: string, rules: Rulebook): LadderStep[] {
  return rules.entries['renewal.reminder_days'].value.map((step) => ({ step, on: addDays(untilOn, -step) }));
}

/** Why no reminder may go out now; null: the ladder stands. Declined, restricted, closing and handed-over accounts are left alone, paused ones rest. */
export function ladderRests(facts: LadderFacts, today: string): LadderRest | null {
  const { registration, verification, openOrderState } = facts;
  if (registration.state !== 'live') return 'not_live';
  const untilOn = verificationEndsOn(verification);
  if (untilOn === null || verification.qualification !== 'passed') return 'no_end_known';
  if (registration.renewalDecision?.decision === 'declined') return 'declined';
  if (registration.pausedAt !== null) return 'paused';
  if (openOrderState !== null && openOrderState !== 'preparing' && openOrderState !== 'awaiting_fee')
    return 'order_paid';
  return untilOn < today ? 'over' : null;
}

/**
 * The one step due on `today`: the nearest to the end of those reached, so that missed ones collapse into the newest. It
 * stays due until the next; the sender's unique key (registration, end, step) makes it go out once. null: none is due.
 */
export function dueReminder(
  facts: LadderFacts,
  rules: Rulebook,
  today: string,
): (LadderStep & { untilOn: string }) | null {
  if (ladderRests(facts, today) !== null) return null;
  const untilOn = verificationEndsOn(facts.verification);
  if (untilOn === null) return null;
  const daysLeft = daysBetween(today, untilOn);
  const reached = ladderSteps(untilOn, rules).filter(({ step }) => step >= daysLeft);
  const nearest = reached.reduce<LadderStep | null>(
    (best, next) => (best === null || next.step < best.step ? next : best),
    null,
  );
  return nearest === null ? null : { ...nearest, untilOn };
}
