/** Tencent's and our clocks of a registration, as days. Called by the lapse guard, `deriveCase` and the sweep. */
import { addDays, shanghaiDate } from '../calendar/index.js';
import type { Rulebook, RuleId } from '../rulebook/rule-values.js';
import { renewalWindow } from '../renewal/renewal-window.js';
import { openOrder } from './judging.js';
import type { RegistrationFacts } from './registration-facts.js';

/** What a deadline is about; i18n has a text for each. */
export const DEADLINE_KINDS = [
  'email_reservation',
  'half_registration',
  'verification_route',
  'small_transfer',
  'payment',
  'supplement',
  'verification_end',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export interface Deadline {
  kind: DeadlineKind;
  /** Last day. */
  on: string;
  /** null: stated by Tencent, not by a rule. */
  ruleId: RuleId | null;
  /** The last day is over, and nothing has come of it yet. */
  passed: boolean;
}

interface RuledDay {
  on: string;
  ruleId: keyof typeof KIND_OF_RULE;
}

const KIND_OF_RULE = {
  'timer.half_registration_days': 'half_registration',
  'timer.verification_route_days': 'verification_route',
  'timer.transfer_days': 'small_transfer',
} as const satisfies Partial<Record<RuleId, DeadlineKind>>;

/** Last day to finish a registration whose address Tencent knows; null before. */
export function halfRegistrationEndsOn(facts: RegistrationFacts, rules: Rulebook): RuledDay | null {
  const { emailConfirmedAt } = facts.registration;
  const ruleId = 'timer.half_registration_days';
  return emailConfirmedAt === null
    ? null
    : { ruleId, on: addDays(shanghaiDate(emailConfirmedAt), rules.entries[ruleId].value) };
}

/**
 * Last day of the present route's proof; the face and the scan have no stated days beyond the half-registration's. A failed
 * transfer leaves what is left of those for another route, if we know it; one under Tencent's check has no day of ours any more.
 */
export function routeEndsOn(facts: RegistrationFacts, rules: Rulebook): RuledDay | null {
  const { routeStartedAt, route, proof } = facts.registration;
  const half = halfRegistrationEndsOn(facts, rules);
  if (proof === 'transfer_sent') return null;
  if (routeStartedAt === null || route === 'legal_representative' || route === 'identity_scan') return half;
  const ruleId = route === 'small_transfer' ? 'timer.transfer_days' : 'timer.verification_route_days';
  const on = addDays(shanghaiDate(routeStartedAt), rules.entries[ruleId].value);
  return proof === 'failed' && (half === null || half.on > on) ? half : { ruleId, on };
}

/** Every clock that runs or ran out, the nearest first. */
export function listDeadlines(facts: RegistrationFacts, rules: Rulebook, today: string): Deadline[] {
  const { registration, email, verification } = facts;
  const { state } = registration;
  const deadlines: Omit<Deadline, 'passed'>[] = [];
  if (state === 'awaiting_email' && email?.state === 'reserved' && email.reservedUntil !== null) {
    deadlines.push({
      kind: 'email_reservation',
      on: shanghaiDate(email.reservedUntil),
      ruleId: 'email.reservation_days',
    });
  }
  if (state === 'awaiting_admin_verification' || state === 'ready_to_submit') {
    const end = halfRegistrationEndsOn(facts, rules);
    if (end) deadlines.push({ kind: 'half_registration', ...end });
  }
  if (state === 'proving_subject') {
    const end = routeEndsOn(facts, rules);
    if (end) deadlines.push({ kind: KIND_OF_RULE[end.ruleId], ...end });
  }
  const order = openOrder(facts);
  if (order?.state === 'awaiting_fee') {
    const ruleId = 'timer.payment_link_hours';
    const endsAt = new Date(Date.parse(order.enteredStateAt) + rules.entries[ruleId].value * 3_600_000).toISOString();
    deadlines.push({ kind: 'payment', on: shanghaiDate(endsAt), ruleId });
  }
  if (order?.state === 'awaiting_supplement' && order.supplementDueOn !== null) {
    deadlines.push({ kind: 'supplement', on: order.supplementDueOn, ruleId: null });
  }
  const window = state === 'live' ? renewalWindow(verification, rules) : null;
  if (window) {
    const isAssumed = verification.untilProvenance === 'assumed';
    deadlines.push({
      kind: 'verification_end',
      on: window.untilOn,
      ruleId: isAssumed ? 'verification.validity_months' : null,
    });
  }
  return deadlines
    .map((deadline) => ({ ...deadline, passed: today > deadline.on }))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
