/** Brings a decided case to its end: who holds it and since when, what the client heard, which station it reached. Pure; called by `CasesService` before it writes. */
import {
  deriveCase,
  deriveHolder,
  turnPassedOn,
  type DerivedCase,
  type HistoryKind,
  type JudgingContext,
  type OrderFacts,
} from '@daiban/domain';
import { shanghaiInstant } from '@daiban/domain/calendar';
import { OPEN_ORDER_STATES } from '@daiban/domain/enumerations';
import type { CaseDecision } from './case-decision.js';
import type { Case, CaseParticulars } from './case.js';

/** An entry as the history stores it: what the machine did stands in its payload, under the chain's hash. */
export interface ReadyEntry {
  readonly kind: HistoryKind;
  readonly voice: 'we_did' | 'we_heard' | 'the_clock';
  readonly visibility: 'internal' | 'client';
  readonly occurredAt: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** @param heardAt when the client last heard from us, this change included */
export function completeCase(
  before: Case,
  decision: CaseDecision,
  heardAt: string | null,
  context: JudgingContext,
): { completed: Case; derived: DerivedCase; entries: ReadyEntry[] } {
  const decided = {
    ...decision.facts,
    registration: { ...decision.facts.registration, lastClientNewsAt: heardAt },
  };
  const holder = deriveHolder(decided, context);
  const changedHands = holder !== before.particulars.holder;
  // The last thing that happened is what handed it over, unless time had done so before.
  const passedOn = deriveHolder(before.facts, context) === holder ? turnPassedOn(before.facts, context.today) : null;
  const since =
    passedOn === null ? (decision.entries.at(-1)?.occurredAt ?? context.now) : shanghaiInstant(passedOn, '00:00');
  const facts = {
    ...decided,
    registration: {
      ...decided.registration,
      holderSince: changedHands ? since : before.facts.registration.holderSince,
    },
  };
  const moved = decision.entries
    .filter((entry) => entry.outcome === 'moved' && entry.to !== null)
    .map((entry) => ({ orderId: entry.orderId, to: entry.to, at: entry.occurredAt, holder }));
  // Nothing moved, but it is somebody else's turn.
  const moves = moved.length === 0 && changedHands ? [{ orderId: null, to: null, at: since, holder }] : moved;
  const becameLive = facts.registration.state === 'live' && before.facts.registration.state !== 'live';
  const { particulars } = decision;
  return {
    completed: {
      facts,
      particulars: {
        ...particulars,
        holder,
        moves: [...before.particulars.moves, ...moves],
        liveAt: particulars.liveAt ?? (becameLive ? facts.registration.enteredStateAt : null),
        orders: placesOfOrders(facts.orders, particulars.orders),
      },
    },
    derived: deriveCase(facts, context),
    entries: decision.entries.map(({ type, voice, visibility, occurredAt, payload, ...machine }) => ({
      kind: type,
      voice,
      visibility,
      occurredAt,
      payload: { ...payload, ...machine, holder },
    })),
  };
}

/** Numbers new orders, and notes when one began to wait for its fee and when it ended. */
function placesOfOrders(orders: readonly OrderFacts[], known: CaseParticulars['orders']): CaseParticulars['orders'] {
  let last = Math.max(0, ...Object.values(known).map((place) => place.number));
  const places: Record<string, CaseParticulars['orders'][string]> = {};
  for (const order of orders.toReversed()) {
    const place = known[order.id];
    const isOpen = OPEN_ORDER_STATES.some((state) => state === order.state);
    places[order.id] = {
      number: place?.number ?? ++last,
      awaitingFeeSince: order.state === 'awaiting_fee' ? order.enteredStateAt : (place?.awaitingFeeSince ?? null),
      closedAt: isOpen ? null : (place?.closedAt ?? order.enteredStateAt),
    };
  }
  return places;
}
