/** Tencent's and our clocks of a registration, as days, each by the rules of the day it began. Called by the lapse guard, `deriveCase` and the sweep. */
import { addDays, shanghaiDate } from '../calendar/index.js';
import type { RuleId } from '../rulebook/rule-values.js';
import { renewalWindow } from '../renewal/renewal-window.js';
import { openOrder, type JudgingContext } from './judging.js';
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
  'migration_confirmation',
  'deregistration_proof',
  'freeze_end',
  'deregistration_confirmation',
  'name_cooling',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export interface Deadline {
  kind: DeadlineKind;
  /** Last day. */
  on: string;
  /** null: stated by Tencent, not by a rule. */
  ruleId: RuleId | null;
  /** Day whose rules it is counted by; null: counted by none. */
  ruledOn: string | null;
  /** The last day is over, and nothing has come of it yet. */
  passed: boolean;
}

/** A last day, the rule it is counted by, and the day whose rules those are: the one on which the clock began. */
export interface RuledDay<Id extends RuleId> {
  on: string;
  ruleId: Id;
  ruledOn: string;
}

/** Where a clock looks its rules up. */
type Books = Pick<JudgingContext, 'rulesOn'>;
/** Rules whose value is a number of days. */
type DaysRule =
  | 'timer.half_registration_days'
  | 'timer.verification_route_days'
  | 'timer.transfer_days'
  | 'migration.confirm_days'
  | 'deregistration.confirm_days'
  | 'deregistration.transfer_days';

/** The last day of a clock that began on a day. */
function lastDay<Id extends DaysRule>(ruleId: Id, beganOn: string, { rulesOn }: Books): RuledDay<Id> {
  return { ruleId, ruledOn: beganOn, on: addDays(beganOn, rulesOn(beganOn).entries[ruleId].value) };
}

/** The day on which a clock of so many hours ends. */
function hoursEndOn<Id extends 'timer.payment_link_hours' | 'name.cooling_hours'>(
  ruleId: Id,
  beganAt: string,
  { rulesOn }: Books,
): RuledDay<Id> {
  const ruledOn = shanghaiDate(beganAt);
  const endsAt = Date.parse(beganAt) + rulesOn(ruledOn).entries[ruleId].value * 3_600_000;
  return { ruleId, ruledOn, on: shanghaiDate(new Date(endsAt).toISOString()) };
}

type RouteDay = RuledDay<keyof typeof KIND_OF_RULE>;

const KIND_OF_RULE = {
  'timer.half_registration_days': 'half_registration',
  'timer.verification_route_days': 'verification_route',
  'timer.transfer_days': 'small_transfer',
} as const satisfies Partial<Record<RuleId, DeadlineKind>>;

/** Last day to finish a registration whose address Tencent knows; null before. */
export function halfRegistrationEndsOn(facts: RegistrationFacts, books: Books): RouteDay | null {
  const { emailConfirmedAt } = facts.registration;
  return emailConfirmedAt === null
    ? null
    : lastDay('timer.half_registration_days', shanghaiDate(emailConfirmedAt), books);
}

/**
 * Last day of the present route's proof; the face and the scan have no stated days beyond the half-registration's. A failed
 * transfer leaves what is left of those for another route, if we know it; one under Tencent's check has no day of ours any more.
 */
export function routeEndsOn(facts: RegistrationFacts, books: Books): RouteDay | null {
  const { routeStartedAt, route, proof } = facts.registration;
  const half = halfRegistrationEndsOn(facts, books);
  if (proof === 'transfer_sent') return null;
  if (routeStartedAt === null || route === 'legal_representative' || route === 'identity_scan') return half;
  const ruleId = route === 'small_transfer' ? 'timer.transfer_days' : 'timer.verification_route_days';
  const end = lastDay(ruleId, shanghaiDate(routeStartedAt), books);
  return proof === 'failed' && (half === null || half.on > end.on) ? half : end;
}

/** Last day on which both admins can confirm the migration; null before it is approved. */
export function migrationEndsOn(
  { registration: { state, migrationApprovedAt } }: Pick<RegistrationFacts, 'registration'>,
  books: Books,
): RuledDay<'migration.confirm_days'> | null {
  return state !== 'migrating' || migrationApprovedAt === null
    ? null
    : lastDay('migration.confirm_days', shanghaiDate(migrationApprovedAt), books);
}

/** Last day of the present step of closing that runs out: the transfer that proves the subject, then the admin's confirmation after the freeze. */
export function closingEndsOn(
  { registration, subject }: Pick<RegistrationFacts, 'registration' | 'subject'>,
  books: Books,
): RuledDay<'deregistration.confirm_days' | 'deregistration.transfer_days'> | null {
  const { state, freezeEndsOn, enteredStateAt } = registration;
  if (state !== 'closing') return null;
  if (freezeEndsOn !== null) return lastDay('deregistration.confirm_days', freezeEndsOn, books);
  const beganOn = shanghaiDate(enteredStateAt);
  return books.rulesOn(beganOn).entries['deregistration.proof'].value[subject.type] === 'small_transfer'
    ? lastDay('deregistration.transfer_days', beganOn, books)
    : null;
}

/** The clocks of an account that moves, closes, or has a new name. */
function deadlinesOfLifeAfter(facts: RegistrationFacts, books: Books, today: string): Omit<Deadline, 'passed'>[] {
  const { freezeEndsOn, nameChangedAt, state, enteredStateAt } = facts.registration;
  const migration = migrationEndsOn(facts, books);
  if (migration) return [{ kind: 'migration_confirmation', ...migration }];
  const closing = closingEndsOn(facts, books);
  if (closing && freezeEndsOn === null) return [{ kind: 'deregistration_proof', ...closing }];
  if (closing && freezeEndsOn !== null) {
    const freeze = { ruleId: 'deregistration.freeze_days', ruledOn: shanghaiDate(enteredStateAt) } as const;
    return today <= freezeEndsOn
      ? [{ kind: 'freeze_end', on: freezeEndsOn, ...freeze }]
      : [{ kind: 'deregistration_confirmation', ...closing }];
  }
  const renamedAt = state === 'live' && facts.subject.type === 'individual' ? nameChangedAt.at(-1) : undefined;
  if (renamedAt === undefined) return [];
  const cooling = hoursEndOn('name.cooling_hours', renamedAt, books);
  return today <= cooling.on ? [{ kind: 'name_cooling', ...cooling }] : [];
}

/** Every clock that runs or ran out, the nearest first. */
export function listDeadlines(
  facts: RegistrationFacts,
  context: Pick<JudgingContext, 'rules' | 'rulesOn' | 'today'>,
): Deadline[] {
  const { registration, email, verification } = facts;
  const { rules, today } = context;
  const { state } = registration;
  const deadlines: Omit<Deadline, 'passed'>[] = [];
  if (state === 'awaiting_email' && email?.state === 'reserved' && email.reservedUntil !== null) {
    deadlines.push({
      kind: 'email_reservation',
      on: shanghaiDate(email.reservedUntil),
      ruleId: 'email.reservation_days',
      ruledOn: today,
    });
  }
  if (state === 'awaiting_admin_verification' || state === 'ready_to_submit') {
    const end = halfRegistrationEndsOn(facts, context);
    if (end) deadlines.push({ kind: 'half_registration', ...end });
  }
  if (state === 'proving_subject') {
    const end = routeEndsOn(facts, context);
    if (end) deadlines.push({ kind: KIND_OF_RULE[end.ruleId], ...end });
  }
  const order = openOrder(facts);
  if (order?.state === 'awaiting_fee') {
    deadlines.push({ kind: 'payment', ...hoursEndOn('timer.payment_link_hours', order.enteredStateAt, context) });
  }
  if (order?.state === 'awaiting_supplement' && order.supplementDueOn !== null) {
    deadlines.push({ kind: 'supplement', on: order.supplementDueOn, ruleId: null, ruledOn: null });
  }
  const window = state === 'live' ? renewalWindow(verification, rules) : null;
  if (window) {
    const isAssumed = verification.untilProvenance === 'assumed';
    deadlines.push({
      kind: 'verification_end',
      on: window.untilOn,
      ruleId: isAssumed ? 'verification.validity_months' : null,
      ruledOn: isAssumed ? today : null,
    });
  }
  deadlines.push(...deadlinesOfLifeAfter(facts, context, today));
  return deadlines
    .map((deadline) => ({ ...deadline, passed: today > deadline.on }))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
