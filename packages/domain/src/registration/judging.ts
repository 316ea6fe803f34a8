/** What every decision about a registration takes beside the facts, and how a guard says no. */
import type { WorkCalendar } from '../calendar/index.js';
import { OPEN_ORDER_STATES, type Provenance } from '../enumerations/index.js';
import type { ActorClass } from '../machine/transition-row.js';
import type { Finding } from '../machine/finding.js';
import { FINDINGS, type FindingCode } from '../rulebook/findings.js';
import type { Rulebook, RuleId } from '../rulebook/rule-values.js';
import type { CommandActor, OrderCommand, RegistrationCommand } from './registration-command.js';
import type { FinishedReview } from './own-review-times.js';
import type { OrderFacts, RegistrationFacts } from './registration-facts.js';

/** Rules and calendar of the day, and the day itself: arguments, never read from anywhere. */
export interface JudgingContext {
  rules: Rulebook;
  /** The book of any other day (`YYYY-MM-DD`, Shanghai): what has begun keeps the rules of the day it began. */
  rulesOn: (day: string) => Rulebook;
  calendar: WorkCalendar;
  /** The agency's own finished reviews, in any order; absent: nobody looked, so ranges are the rules'. */
  ownReviews?: readonly FinishedReview[];
  /** Business time, ISO 8601 UTC. */
  now: string;
  /** The Shanghai day of `now`. */
  today: string;
}

/** What a guard, a condition and an effect see. */
export interface JudgingInput {
  facts: RegistrationFacts;
  /** The order concerned; null for a registration's event and for `order_opened`. */
  order: OrderFacts | null;
  command: RegistrationCommand | OrderCommand;
  context: JudgingContext;
  /** What the command's evidence is worth; null: none was given. */
  provenance: Provenance | null;
  /** When it happened in the world. */
  occurredAt: string;
  /** A screen asks before the form is filled: guards on the command's own facts stay silent. */
  isProbe: boolean;
}

export type Guard = (input: JudgingInput) => readonly Finding[];
export type Condition = (input: JudgingInput) => boolean;

/** A finding of the catalogue with the rule it rests on and the values of its text. `clearedByHolder` where it depends on the case. */
export function found(
  code: FindingCode,
  ruleId: RuleId | null,
  params: Finding['params'] = {},
  clearedByHolder?: Finding['clearedByHolder'],
): Finding {
  const definition: Pick<Finding, 'kind' | 'clearedBy' | 'clearedByHolder' | 'acknowledgedBy'> = FINDINGS[code];
  return { code, ruleId, params, ...definition, ...(clearedByHolder ? { clearedByHolder } : {}) };
}

/** A finding judged by the rules of another day than today. */
export function foundOn(ruledOn: string, ...finding: Parameters<typeof found>): Finding {
  return { ...found(...finding), ruledOn };
}

/** What an actor counts as in the tables; a viewer and an actor without a role are nobody. */
export function actorClassesOf(actor: CommandActor): readonly ActorClass[] {
  switch (actor.kind) {
    case 'member':
    case 'api_key':
      if (actor.role === null || actor.role === 'viewer') return [];
      return actor.role === 'owner' ? ['agency', 'owner'] : ['agency'];
    case 'contact':
      return ['client'];
    case 'admin_person':
      return ['admin_person'];
    case 'system':
    case 'wechat':
      return ['system'];
  }
}

/** A text fact of the command; null when absent. */
export function textFact(command: JudgingInput['command'], name: string): string | null {
  const value = command.facts?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A money fact of the command; null when absent. */
export function moneyFact(command: JudgingInput['command'], name: string): OrderFacts['fee'] {
  const value = command.facts?.[name];
  return typeof value === 'object' && value !== null
    ? { amountMinor: value.amountMinor, currency: value.currency }
    : null;
}

/** A whole number among the command's facts; null when absent. */
export function countFact(command: JudgingInput['command'], name: string): number | null {
  const value = command.facts?.[name];
  return typeof value === 'number' ? value : null;
}

/** The order that still runs, if any. */
export function openOrder(facts: Pick<RegistrationFacts, 'orders'>): OrderFacts | null {
  return facts.orders.find((order) => OPEN_ORDER_STATES.some((state) => state === order.state)) ?? null;
}

/** An open order whose fee is paid or waived: it ends by Tencent's answer only. */
export function paidOpenOrder(facts: Pick<RegistrationFacts, 'orders'>): OrderFacts | null {
  const order = openOrder(facts);
  return order !== null && order.state !== 'preparing' && order.state !== 'awaiting_fee' ? order : null;
}
