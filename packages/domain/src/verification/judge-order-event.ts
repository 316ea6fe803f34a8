/** May this event be applied to this verification order, and what is to be written: called by the API for `order_opened` and every order event. */
import { ORDER_PATH, ORDER_TRANSITIONS } from '../rulebook/order-transitions.js';
import { ORDER_EVENTS, type OrderEvent, type OrderState } from '../enumerations/index.js';
import { historyOf } from '../history/history-draft.js';
import { applyEvent } from '../machine/apply-event.js';
import { availableEvents } from '../machine/available-events.js';
import type { Machine } from '../machine/transition-row.js';
import { ORDER_EVENT_FACTS } from '../registration/event-facts.js';
import { attemptOf, inputOf, judgementOf } from '../registration/judge-registration-event.js';
import { textFact, type JudgingContext, type JudgingInput } from '../registration/judging.js';
import {
  NEW_ORDER,
  type AvailableOrderEvent,
  type Change,
  type Judgement,
} from '../registration/registration-change.js';
import type { CommandActor, OrderCommand } from '../registration/registration-command.js';
import type { ObservedVerification, OrderFacts, RegistrationFacts } from '../registration/registration-facts.js';
import { ORDER_CONDITIONS, ORDER_GUARDS } from './guards/order-guards.js';
import { ORDER_EFFECTS } from './order-effects.js';

/** The order's machine as the engine takes it. */
export const ORDER_MACHINE: Machine<OrderState, OrderEvent, JudgingInput, Change> = {
  rows: ORDER_TRANSITIONS,
  path: ORDER_PATH,
  facts: ORDER_EVENT_FACTS,
  guards: ORDER_GUARDS,
  conditions: ORDER_CONDITIONS,
  effects: ORDER_EFFECTS,
};

/**
 * Judges one event of the order with this id; null only for `order_opened`. Throws when the id is not among the facts:
 * the caller has read them by it.
 */
export function judgeOrderEvent(
  facts: RegistrationFacts,
  orderId: string | null,
  command: OrderCommand,
  context: JudgingContext,
): Judgement {
  const order = orderId === null ? null : orderOf(facts, orderId);
  const input = inputOf(facts, order, command, context, false);
  const verdict = applyEvent(
    ORDER_MACHINE,
    attemptOf(input, command.event, order?.state ?? null, order?.enteredStateAt ?? context.now),
  );
  const { applied } = verdict;
  if (applied === null) return judgementOf(verdict, []);
  const { move, outcome, way, notSeen, acknowledged } = applied;
  const changes: Change[] = [];
  if (outcome === 'moved' && order !== null && move.from !== null) {
    changes.push({ kind: 'order_moved', orderId: order.id, from: move.from, to: move.to, at: move.at });
  }
  if (outcome === 'conflict') {
    const conflict = { code: 'order.final_state_differs', raisedAt: input.occurredAt, observed: resultTold(input) };
    changes.push({ kind: 'verification_set', fields: { conflict } });
  }
  changes.push(...applied.changes);
  const entry = {
    type: command.event,
    orderId: order?.id ?? NEW_ORDER,
    from: move.from,
    to: move.to,
    way,
    outcome,
    notSeen,
    acknowledged,
  };
  // The order's own entry stands before what follows from it for the registration.
  const follows = changes.findIndex((change) => change.kind === 'registration_moved');
  const at = follows < 0 ? changes.length : follows;
  return judgementOf(verdict, [...changes.slice(0, at), historyOf(input, entry), ...changes.slice(at)]);
}

/** What an event says of the account itself, apart from its order. */
const RESULTS: Partial<Record<string, Pick<ObservedVerification, 'qualification' | 'naming'>>> = {
  qualification_passed: { qualification: 'passed', naming: null },
  naming_passed: { qualification: 'passed', naming: 'passed' },
  qualification_failed: { qualification: 'failed', naming: null },
};

/** The news in the form in which a person can take it over; null when it says nothing of the account. */
function resultTold({ command, provenance }: JudgingInput): ObservedVerification | null {
  const result = RESULTS[command.event];
  if (!result) return null;
  const [until, untilOn] = [textFact(command, 'expiresAt'), textFact(command, 'expiresOn')];
  return { ...result, until, untilOn, provenance: provenance ?? 'typed' };
}

/** Every event the order's state knows, with why it may not be applied and what it takes. */
export function listAvailableOrderEvents(
  facts: RegistrationFacts,
  orderId: string,
  actor: CommandActor,
  context: JudgingContext,
): AvailableOrderEvent[] {
  const order = orderOf(facts, orderId);
  return availableEvents(ORDER_MACHINE, ORDER_EVENTS, order.state, (event) =>
    attemptOf(inputOf(facts, order, { event, actor }, context, true), event, order.state, order.enteredStateAt),
  );
}

function orderOf(facts: RegistrationFacts, orderId: string): OrderFacts {
  const order = facts.orders.find(({ id }) => id === orderId);
  if (!order) throw new Error('the order is not among the facts read with it');
  return order;
}
