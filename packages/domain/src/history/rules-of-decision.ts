/** The rules that a decision rested on, as they were on its day: they stand with it in the history, whatever the book says later. Called by `historyOf`. */
import { shanghaiDate } from '../calendar/index.js';
import type { OrderEvent, RegistrationEvent } from '../enumerations/index.js';
import type { Finding } from '../machine/finding.js';
import type { RuleEntry } from '../machine/rule-entry.js';
import { textFact, type JudgingInput } from '../registration/judging.js';
import {
  closingEndsOn,
  halfRegistrationEndsOn,
  migrationEndsOn,
  routeEndsOn,
} from '../registration/registration-deadlines.js';
import type { RuleId } from '../rulebook/rule-values.js';
import { feeOfOrder, feeRule } from '../verification/fee.js';

/** A rule as it was when something was decided by it. */
export interface KeptRule extends Pick<RuleEntry, 'id' | 'value' | 'validFrom' | 'confidence'> {
  /** Version of the rulebook. */
  version: string;
}

/** A rule and the day whose book it stands in. */
interface RuledBy {
  ruleId: RuleId | null;
  ruledOn: string;
}
type RuleOfEvent = (input: JudgingInput) => RuledBy | null;

const byFee: RuleOfEvent = ({ facts, order, context }) => (order === null ? null : feeOfOrder(order, facts, context));
/** What is fixed here is fixed by the rules of the day it happened. */
const byApplication: RuleOfEvent = ({ facts, order, occurredAt }) => ({
  ruleId: feeRule(facts, order?.organisationSize ?? null),
  ruledOn: shanghaiDate(occurredAt),
});
const byProofDays: RuleOfEvent = ({ facts, command, context }) =>
  textFact(command, 'cause') === 'time_over' ? routeEndsOn(facts, context) : null;
const byLapse: RuleOfEvent = ({ facts, context }) =>
  facts.registration.state === 'proving_subject' ? routeEndsOn(facts, context) : halfRegistrationEndsOn(facts, context);
const byFreeze: RuleOfEvent = ({ command, occurredAt }) =>
  textFact(command, 'freezeEndsOn') === null
    ? { ruleId: 'deregistration.freeze_days', ruledOn: shanghaiDate(occurredAt) }
    : null;

/** Events that fix a number which a rule gives. */
const FIXED_BY: Partial<Record<RegistrationEvent | OrderEvent, RuleOfEvent>> = {
  application_submitted: byApplication,
  fee_paid: byFee,
  fee_waived: byFee,
  deregistration_proven: byFreeze,
};

/** Events that the clock brings when the days of a rule are over. */
const BROUGHT_BY: Partial<Record<RegistrationEvent | OrderEvent, RuleOfEvent>> = {
  subject_proof_failed: byProofDays,
  registration_lapsed: byLapse,
  migration_ended: ({ facts, context }) => migrationEndsOn(facts, context),
  deregistration_cancelled: ({ facts, context }) => closingEndsOn(facts, context),
};

/** Each once: those of the warnings and unknowns that a person passed, then that of the number it fixed or of the days that ran out. */
export function rulesOfDecision(
  input: JudgingInput,
  { type, acknowledged = [] }: { type: RegistrationEvent | OrderEvent; acknowledged?: readonly Finding[] },
): KeptRule[] {
  const { context, command } = input;
  const ruled: RuledBy[] = acknowledged.map(({ ruleId, ruledOn }) => ({
    ruleId: ruleId as RuleId | null,
    ruledOn: ruledOn ?? context.today,
  }));
  const own = FIXED_BY[type]?.(input) ?? (command.actor.kind === 'system' ? BROUGHT_BY[type]?.(input) : null);
  const kept = new Map<string, KeptRule>();
  for (const { ruleId, ruledOn } of own ? [...ruled, own] : ruled) {
    if (ruleId === null || kept.has(ruleId)) continue;
    const { entries, version } = context.rulesOn(ruledOn);
    const byId: Readonly<Record<string, RuleEntry | undefined>> = entries;
    const entry = byId[ruleId];
    if (entry) {
      const { value, validFrom, confidence } = entry;
      kept.set(ruleId, { id: entry.id, value, validFrom, confidence, version });
    }
  }
  return [...kept.values()];
}
