/** The rules that a decision rested on, as they were on its day: they stand with it in the history, whatever the book says later. Called by `historyOf`, and for entries that are no event of a machine. */
import { shanghaiDate } from '../calendar/index.js';
import type { OrderEvent, RegistrationEvent, Route } from '../enumerations/index.js';
import type { Finding } from '../machine/finding.js';
import type { RuleEntry } from '../machine/rule-entry.js';
import { adminQuota } from '../quota/admin-quota.js';
import { subjectQuota } from '../quota/subject-quota.js';
import { actorClassesOf, textFact, type JudgingContext, type JudgingInput } from '../registration/judging.js';
import {
  closingEndsOn,
  halfRegistrationEndsOn,
  migrationEndsOn,
  routeEndsOn,
} from '../registration/registration-deadlines.js';
import type { SuccessorFacts } from '../registration/registration-facts.js';
import type { RuleId } from '../rulebook/rule-values.js';
import { feeOfOrder, feeRule } from '../verification/fee.js';

/** A rule as it was when something was decided by it. */
export interface KeptRule extends Pick<RuleEntry, 'id' | 'value' | 'validFrom' | 'confidence'> {
  /** Version of the rulebook. */
  version: string;
}

/** A rule and the day whose book it stands in. */
export interface RuledBy {
  ruleId: RuleId | null;
  ruledOn: string;
}
type RulesOfEvent = (input: JudgingInput) => readonly (RuledBy | null)[];

/** What is fixed here is fixed by the rules of the day it happened. */
const onItsDay =
  (...ruleIds: RuleId[]): RulesOfEvent =>
  ({ occurredAt }) =>
    ruleIds.map((ruleId) => ({ ruleId, ruledOn: shanghaiDate(occurredAt) }));
/** What may be done is asked of today's book. */
const today = ({ context }: JudgingInput, ruleIds: readonly RuleId[]): RuledBy[] =>
  ruleIds.map((ruleId) => ({ ruleId, ruledOn: context.today }));

const byFee: RulesOfEvent = ({ facts, order, context }) => (order === null ? [] : [feeOfOrder(order, facts, context)]);
const byApplication: RulesOfEvent = ({ facts, order, occurredAt }) => [
  { ruleId: feeRule(facts, order?.organisationSize ?? null), ruledOn: shanghaiDate(occurredAt) },
];
const byProofDays: RulesOfEvent = ({ facts, command, context }) =>
  textFact(command, 'cause') === 'time_over' ? [routeEndsOn(facts, context)] : [];
const byLapse: RulesOfEvent = ({ facts, context }) => [
  facts.registration.state === 'proving_subject' ? routeEndsOn(facts, context) : halfRegistrationEndsOn(facts, context),
];
const byFreeze: RulesOfEvent = (input) =>
  textFact(input.command, 'freezeEndsOn') === null ? onItsDay('deregistration.freeze_days')(input) : [];
/** An individual's freeze begins at once; the others have the days of their transfer. */
const byClosing: RulesOfEvent = (input) => {
  const { facts, context, occurredAt } = input;
  const proof = context.rulesOn(shanghaiDate(occurredAt)).entries['deregistration.proof'].value[facts.subject.type];
  if (proof === 'own_scan') return onItsDay('deregistration.freeze_days')(input);
  return proof === 'small_transfer' ? onItsDay('deregistration.transfer_days')(input) : [];
};
/** The days that the route's proof has from now on. */
const byRoute = (input: JudgingInput, route: Route): RuledBy[] => {
  const { registration } = input.facts;
  const begun = { ...registration, route, routeStartedAt: input.occurredAt, proof: 'none' as const };
  const end = routeEndsOn({ ...input.facts, registration: begun }, input.context);
  return end === null ? [] : [end];
};

const bySubjectPlaces: RulesOfEvent = (input) => {
  const { facts, context } = input;
  const quota = subjectQuota(context.rules, facts.registration.accountType, facts.subject, facts.counters.subject);
  return quota === null ? [] : today(input, [quota.ruleId]);
};
function byAdminPlaces(
  input: JudgingInput,
  counters: SuccessorFacts['counters'],
  route: Route = input.facts.registration.route,
): RuledBy[] {
  const kinds = ['admin_id', 'admin_phone', 'admin_wechat'] as const;
  return kinds.flatMap((kind) => {
    const count = counters[kind];
    return count === null ? [] : today(input, [adminQuota(input.context.rules, kind, route, count).ruleId]);
  });
}
const OF_AN_ADMIN = ['admin.minimum_age', 'admin.four_eyes'] as const;

/** What the decision looked at in the book, or the number it fixed by it. */
const RESTS_ON: Partial<Record<RegistrationEvent | OrderEvent, RulesOfEvent>> = {
  advice_accepted: bySubjectPlaces,
  restarted: bySubjectPlaces,
  email_confirmed: onItsDay('timer.half_registration_days'),
  admin_verified: (input) => [...today(input, OF_AN_ADMIN), ...byAdminPlaces(input, input.facts.counters)],
  information_submitted: (input) => [
    ...bySubjectPlaces(input),
    ...byAdminPlaces(input, input.facts.counters),
    ...byRoute(input, input.facts.registration.route),
  ],
  route_changed: (input) => {
    const route = textFact(input.command, 'route') as Route;
    return [...byAdminPlaces(input, input.facts.counters, route), ...byRoute(input, route)];
  },
  application_submitted: byApplication,
  fee_paid: byFee,
  fee_waived: byFee,
  admin_changed: (input) => {
    const { successor } = input.facts;
    return successor === null ? [] : [...today(input, OF_AN_ADMIN), ...byAdminPlaces(input, successor.counters)];
  },
  name_changed: (input) =>
    input.facts.subject.type === 'individual' && actorClassesOf(input.command.actor).includes('agency')
      ? today(input, ['name.individual_changes', 'name.cooling_hours'])
      : [],
  migration_started: (input) =>
    today(input, [
      'migration.directions',
      'migration.target_organisation',
      'migration.target_followers',
      'migration.fee',
    ]),
  migration_approved: onItsDay('migration.confirm_days'),
  deregistration_started: byClosing,
  deregistration_proven: byFreeze,
};

/** Events that the clock brings when the days of a rule are over. */
const BROUGHT_BY: Partial<Record<RegistrationEvent | OrderEvent, RulesOfEvent>> = {
  subject_proof_failed: byProofDays,
  registration_lapsed: byLapse,
  migration_ended: ({ facts, context }) => [migrationEndsOn(facts, context)],
  deregistration_cancelled: ({ facts, context }) => [closingEndsOn(facts, context)],
};

/** The rules of the warnings and unknowns that a person passed, then those it looked at or fixed a number by, or whose days ran out. */
export function rulesOfDecision(
  input: JudgingInput,
  { type, acknowledged = [] }: { type: RegistrationEvent | OrderEvent; acknowledged?: readonly Finding[] },
): KeptRule[] {
  const { context, command } = input;
  const passed: RuledBy[] = acknowledged.map(({ ruleId, ruledOn }) => ({
    ruleId: ruleId as RuleId | null,
    ruledOn: ruledOn ?? context.today,
  }));
  const isClock = command.actor.kind === 'system';
  const own = RESTS_ON[type]?.(input) ?? (isClock ? (BROUGHT_BY[type]?.(input) ?? []) : []);
  return keptRules([...passed, ...own.filter((one) => one !== null)], context);
}

/** Each rule once, as it stands in the book of its day. */
export function keptRules(ruled: readonly RuledBy[], { rulesOn }: Pick<JudgingContext, 'rulesOn'>): KeptRule[] {
  const kept = new Map<string, KeptRule>();
  for (const { ruleId, ruledOn } of ruled) {
    if (ruleId === null || kept.has(ruleId)) continue;
    const { entries, version } = rulesOn(ruledOn);
    const byId: Readonly<Record<string, RuleEntry | undefined>> = entries;
    const entry = byId[ruleId];
    if (entry) {
      const { value, validFrom, confidence } = entry;
      kept.set(ruleId, { id: entry.id, value, validFrom, confidence, version });
    }
  }
  return [...kept.values()];
}
