/**
 * Everything that can be known before a fee burns: the guards of all decisions to come, up to and including the fee, asked together.
 * The machines' own rows name the guards, so what this finds is what the judges would say. Called by the pre-flight of a case or an order.
 */
import type {
  OrderEvent,
  OrderKind,
  PaymentMeans,
  RegistrationEvent,
  RegistrationState,
} from '../enumerations/index.js';
import type { Finding } from '../machine/finding.js';
import type { Money } from '../machine/money.js';
import type { TransitionRow } from '../machine/transition-row.js';
import { REGISTRATION_MACHINE } from '../registration/judge-registration-event.js';
import { openOrder, type JudgingContext, type JudgingInput } from '../registration/judging.js';
import type { CommandActor } from '../registration/registration-command.js';
import { NEW_ORDER } from '../registration/registration-change.js';
import type { OrderFacts, RegistrationFacts } from '../registration/registration-facts.js';
import type { OrderGuardName } from '../rulebook/order-transitions.js';
import { REGISTRATION_PATH, type RegistrationGuardName } from '../rulebook/registration-transitions.js';
import type { RuleId } from '../rulebook/rule-values.js';
import { feeOfOrder } from '../verification/fee.js';
import { ORDER_MACHINE } from '../verification/judge-order-event.js';
import { deriveVerificationStatus } from '../verification/verification-status.js';
import { newOrder } from '../verification/new-order.js';
import { listFeeDoubts, listSpoiledSince } from './fee-doubts.js';

/** A decision on the way to the fee. */
export type PreflightDecision = RegistrationEvent | OrderEvent;

/** A finding and where it bites. */
export interface PreflightFinding extends Finding {
  /** The decision that is refused for it, or that asks for an answer; null: no decision stops for it, the fee is at risk all the same. */
  decision: PreflightDecision | null;
}

/** One guard on the way. */
export interface PreflightCheck {
  check: RegistrationGuardName | OrderGuardName;
  /** The first decision that asks it. */
  decision: PreflightDecision;
  /** Nothing was found. */
  passed: boolean;
}

/** The fee that stands on the way. */
export interface PreflightFee {
  /** null: no rule knows it, the payment page will show it. Zero: free. */
  amount: Money | null;
  ruleId: RuleId | null;
  /** Means open to this order; null: any. */
  means: readonly PaymentMeans[] | null;
  meansRuleId: RuleId | null;
}

export interface CasePreflight {
  /** The order looked at; null: the registration itself, or an order that is not opened yet. */
  orderId: string | null;
  /** Decisions to come, in their order; empty: none leads to a fee or to a submission from here. */
  decisions: readonly PreflightDecision[];
  checks: readonly PreflightCheck[];
  blockers: readonly PreflightFinding[];
  warnings: readonly PreflightFinding[];
  unknowns: readonly PreflightFinding[];
  /** null: no fee is on this way. */
  fee: PreflightFee | null;
  /** What a failure would cost: the fee to come, or the one already paid that an answer still decides. null: nothing, or nobody knows. */
  burns: Money | null;
}

/** A decision with what its guards will see. */
interface Step {
  decision: PreflightDecision;
  guards: readonly (RegistrationGuardName | OrderGuardName)[];
  input: JudgingInput;
}

/** Guards look at a command's author only to tell who pays; the pre-flight asks for the agency. */
const ASKING: CommandActor = { kind: 'member', id: null, role: 'specialist', memberId: null };

/** The straight way up to the submission. */
const WAY_TO_SUBMISSION = REGISTRATION_PATH.slice(
  0,
  REGISTRATION_PATH.findIndex(({ leftBy }) => leftBy === 'information_submitted') + 1,
);

/** Looks ahead from the case as it is, or from one of its orders. Throws when the order is not among the facts: the caller has read them by it. */
export function derivePreflight(
  facts: RegistrationFacts,
  orderId: string | null,
  context: JudgingContext,
): CasePreflight {
  const known = orderId === null ? openOrder(facts) : facts.orders.find(({ id }) => id === orderId);
  if (known === undefined) throw new Error('the order is not among the facts read with it');
  const order = known ?? orderToCome(facts, context);
  const steps = [
    ...(known === null ? registrationSteps(facts, context) : []),
    ...orderSteps(facts, order, known, context),
  ];
  const checks: PreflightCheck[] = [];
  const found: PreflightFinding[] = [];
  for (const { decision, guards, input } of steps) {
    for (const check of guards) {
      const guard = REGISTRATION_MACHINE.guards[check] ?? ORDER_MACHINE.guards[check];
      const findings = guard?.(input) ?? [];
      found.push(...findings.map((finding) => ({ ...finding, decision })));
      const asked = checks.find((one) => one.check === check);
      if (asked) asked.passed &&= findings.length === 0;
      else checks.push({ check, decision, passed: findings.length === 0 });
    }
  }
  if (steps.length > 0) {
    const last = inputOf(facts, order, 'application_submitted', {}, context);
    const doubts = [...listFeeDoubts(last), ...listSpoiledSince(last)];
    found.push(...doubts.map((finding) => ({ ...finding, decision: null })));
  }
  const all = distinct(found);
  const fee = order !== null && steps.some(({ decision }) => isFee(decision)) ? feeOf(facts, order, context) : null;
  return {
    orderId: known?.id ?? null,
    decisions: [...new Set(steps.map(({ decision }) => decision))],
    checks,
    blockers: all.filter(({ kind }) => kind === 'hard' || kind === 'policy'),
    warnings: all.filter(({ kind }) => kind === 'soft'),
    unknowns: all.filter(({ kind }) => kind === 'unknown'),
    fee,
    burns: burnsOf(order, fee),
  };
}

/** From the present state to the submission, one step a state; a lapsed case begins with its papers again. */
function registrationSteps(facts: RegistrationFacts, context: JudgingContext): Step[] {
  const { state } = facts.registration;
  if (state === null) return [];
  const steps: Step[] = [];
  if (state === 'lapsed') steps.push(registrationStep(facts, state, 'restarted', context));
  const start = state === 'lapsed' ? 'awaiting_prerequisites' : state;
  const from = WAY_TO_SUBMISSION.findIndex((step) => step.state === start);
  if (from < 0) return steps;
  for (const { state: here, leftBy } of WAY_TO_SUBMISSION.slice(from)) {
    if (leftBy !== null) steps.push(registrationStep(facts, here, leftBy, context));
  }
  return steps;
}

/** Nothing is submitted, or not any more. */
function isBeforeSubmission({ registration: { state } }: RegistrationFacts): boolean {
  return state === 'lapsed' || WAY_TO_SUBMISSION.some((step) => step.state === state);
}

function registrationStep(
  facts: RegistrationFacts,
  state: RegistrationState,
  decision: RegistrationEvent,
  context: JudgingContext,
): Step {
  const row = decisionRow(REGISTRATION_MACHINE.rows, decision, state);
  const there = { ...facts, registration: { ...facts.registration, state } };
  return {
    decision,
    guards: (row?.guards ?? []) as readonly RegistrationGuardName[],
    input: inputOf(there, null, decision, {}, context),
  };
}

/** The order that comes next where none is open: the first on the verification route, or what the verification of a live account needs. */
function orderToCome(facts: RegistrationFacts, context: JudgingContext): OrderFacts | null {
  const { registration } = facts;
  const isRegistering =
    (isBeforeSubmission(facts) || registration.state === 'proving_subject') &&
    registration.route === 'wechat_verification';
  if (!isRegistering && registration.state !== 'live') return null;
  const input = inputOf(facts, null, 'order_opened', {}, context);
  const draft = newOrder(input, isRegistering ? 'first' : kindToCome(facts, context));
  return {
    ...draft,
    id: NEW_ORDER,
    version: 1,
    enteredStateAt: context.now,
    fee: null,
    receivingNumber: null,
    payment: null,
    feeWaived: false,
    paidAt: null,
    chancesUsed: 0,
    supplementDueOn: null,
    supplementReason: null,
    auditor: null,
    reviewStartedAt: null,
    missedCalls: 0,
  };
}

function kindToCome({ registration, subject, verification }: RegistrationFacts, { now }: JudgingContext): OrderKind {
  const account = { accountType: registration.accountType, subjectType: subject.type };
  if (verification.qualification === 'failed') return 're_verification';
  if (verification.qualification !== 'passed') return 'first';
  return deriveVerificationStatus(verification, account, now) === 'expired' ? 're_verification' : 'renewal';
}

/** What an order still has to decide: opening it, its application, its fee; or the answer to a returned one. */
function orderSteps(
  facts: RegistrationFacts,
  order: OrderFacts | null,
  known: OrderFacts | null,
  context: JudgingContext,
): Step[] {
  if (order === null) return [];
  const { fee } = feeOfOrder(order, facts, context);
  const pays: OrderEvent = fee?.amountMinor === 0 ? 'fee_waived' : 'fee_paid';
  // Submitting opens the first order in the same breath, so its opening meets no guards of its own.
  const isAhead = isBeforeSubmission(facts);
  const opens = known === null && !isAhead;
  const events: readonly OrderEvent[] =
    order.state === 'preparing'
      ? [...(opens ? (['order_opened'] as const) : []), 'application_submitted', pays]
      : order.state === 'awaiting_fee'
        ? [pays]
        : order.state === 'awaiting_supplement'
          ? ['supplement_submitted']
          : [];
  const there: RegistrationFacts = isAhead
    ? { ...facts, registration: { ...facts.registration, state: 'proving_subject' } }
    : facts;
  return events.map((decision) => {
    const state = ORDER_STATE_OF[decision] ?? order.state;
    const row = decisionRow(ORDER_MACHINE.rows, decision, decision === 'order_opened' ? null : state);
    const command = decision === 'order_opened' ? { kind: order.kind, wantedName: order.wantedName } : {};
    return {
      decision,
      guards: (row?.guards ?? []) as readonly OrderGuardName[],
      input: inputOf(there, { ...order, state }, decision, command, context),
    };
  });
}

/** Where an order stands when the decision is due. */
const ORDER_STATE_OF: Partial<Record<OrderEvent, OrderFacts['state']>> = {
  application_submitted: 'preparing',
  fee_paid: 'awaiting_fee',
  fee_waived: 'awaiting_fee',
};

/** The row by which we decide; an observation of the same name meets no guards. */
function decisionRow<State, Event>(
  rows: readonly TransitionRow<State, Event, string, string, string>[],
  event: Event,
  state: State | null,
): TransitionRow<State, Event, string, string, string> | undefined {
  return rows.find(
    (row) =>
      row.event === event &&
      row.way === 'decision' &&
      (state === null ? row.from === 'none' : row.from !== 'none' && row.from.includes(state)),
  );
}

function inputOf(
  facts: RegistrationFacts,
  order: OrderFacts | null,
  event: PreflightDecision,
  given: JudgingInput['command']['facts'],
  context: JudgingContext,
): JudgingInput {
  const command = { event, actor: ASKING, facts: given } as JudgingInput['command'];
  // What only the form can say is not asked yet.
  return { facts, order, command, context, provenance: null, occurredAt: context.now, isProbe: true };
}

function feeOf(facts: RegistrationFacts, order: OrderFacts, context: JudgingContext): PreflightFee {
  const { rules } = context;
  const { ruleId, fee } = feeOfOrder(order, facts, context);
  const isOverseas = facts.subject.type === 'overseas_enterprise';
  const isRegistering = order.kind === 'first' && facts.registration.state !== 'live';
  const meansRuleId = isOverseas ? 'payment.overseas_means' : isRegistering ? 'payment.first_registration_means' : null;
  const means = meansRuleId === null ? null : (rules.entries[meansRuleId].value as readonly PaymentMeans[]);
  return { amount: fee, ruleId, means, meansRuleId };
}

function burnsOf(order: OrderFacts | null, fee: PreflightFee | null): Money | null {
  if (order?.state === 'awaiting_supplement') return order.payment?.amount ?? null;
  return fee?.amount && fee.amount.amountMinor > 0 ? fee.amount : null;
}

function isFee(decision: PreflightDecision): boolean {
  return decision === 'fee_paid' || decision === 'fee_waived';
}

/** Several decisions see the same thing: it is said once, where it bites first. */
function distinct(findings: readonly PreflightFinding[]): PreflightFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, params }) => {
    const key = JSON.stringify([code, params]);
    return seen.has(key) ? false : seen.add(key);
  });
}
