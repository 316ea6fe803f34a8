/** Draws a case's way from its history: which stages it reached, when, who held it there, what was lost, what is still expected. Called by the API for the journey line. */
import { daysBetween, shanghaiDate } from '../calendar/calendar-date.js';
import type { Holder, OrderState, RegistrationState, Route, Stage } from '../enumerations/index.js';
import type { Money } from '../machine/money.js';
import { turnPassedOn } from '../registration/holder.js';
import type { RegistrationFacts } from '../registration/registration-facts.js';
import { deriveBoardStage, TIMED_STAGES } from '../registration/stage.js';

/** A move of the registration or of one of its orders, or a change of hands without one, as the history keeps it. */
export interface JourneyMove {
  /** The order that moved; null: the registration. */
  orderId: string | null;
  /** null: nothing moved, only whose turn it is. */
  to: string | null;
  at: string;
  /** Whose turn it was from then on. */
  holder: Holder;
}

/** What ends the line today. */
export interface JourneyNow {
  stage: Stage;
  holder: Holder;
  /** When the answer under way is expected. */
  expectedRange: { fromOn: string; toOn: string } | null;
  today: string;
}

/** Whole days that somebody held a case. */
export interface HeldDays {
  holder: Holder;
  days: number;
}

/** One station of the line. */
export interface JourneyStation {
  stage: Stage;
  /** 2 for the second review and so on. */
  attempt: number;
  /** done: behind us · current: here · lost: an attempt that failed · expected: ahead. */
  outcome: 'done' | 'current' | 'lost' | 'expected';
  /** When it was reached; null while expected. */
  at: string | null;
  /** Who holds it now, or held it longest on the stretch that begins here. */
  holder: Holder;
  /** Whole days (Asia/Shanghai) on the stretch that begins here; null while expected. */
  days: number | null;
  /** The same days by who held it, each once, in the order of their first turn; none while expected. */
  held: HeldDays[];
  expectedFromOn: string | null;
  expectedToOn: string | null;
  /** The fee that burnt here. */
  lost: Money | null;
}

type Facts = Pick<RegistrationFacts, 'registration' | 'orders'>;

const WAY_TO_SUBMISSION: readonly Stage[] = ['draft', 'prerequisites', 'email', 'admin_verification', 'ready'];
/** A fee and a review stand before `live` on the verification route only. */
const PROOF_OF_ROUTE: Readonly<Record<Route, readonly Stage[]>> = {
  wechat_verification: ['fee', 'review'],
  small_transfer: ['proof'],
  legal_representative: ['proof'],
  identity_scan: ['proof'],
};
/** Behind which station of the way a stage waits that is itself none. */
const WAITS_BEHIND: Readonly<Partial<Record<Stage, Stage>>> = {
  supplement: 'review',
  rejected: 'ready',
  lapsed: 'draft',
};

/**
 * The stations in the order they were reached, the present one, and those expected after it up to `live`.
 * @param moves oldest first
 */
export function deriveJourney(moves: readonly JourneyMove[], facts: Facts, now: JourneyNow): JourneyStation[] {
  const reached = stationsReached(moves, facts, now);
  const attempts = new Map<Stage, number>();
  const stations = reached.map(({ stage, at, turns, lost }, index): JourneyStation => {
    const attempt = (attempts.get(stage) ?? 0) + 1;
    attempts.set(stage, attempt);
    const next = reached[index + 1];
    const endsOn = next === undefined ? now.today : shanghaiDate(next.at);
    const held = heldDays(turns, endsOn);
    return {
      stage,
      attempt,
      outcome: next === undefined ? 'current' : stage === 'rejected' ? 'lost' : 'done',
      at,
      holder: next === undefined ? now.holder : longest(held),
      days: Math.max(0, daysBetween(shanghaiDate(at), endsOn)),
      held,
      expectedFromOn: null,
      expectedToOn: null,
      lost,
    };
  });
  return [...stations, ...stationsAhead(facts, now, attempts)];
}

/** From this day on it was theirs. */
interface Turn {
  on: string;
  holder: Holder;
}

interface Reached {
  stage: Stage;
  at: string;
  /** The first on the day it was reached. */
  turns: Turn[];
  lost: Money | null;
}

function heldDays(turns: readonly Turn[], endsOn: string): HeldDays[] {
  const days = new Map<Holder, number>();
  turns.forEach(({ on, holder }, index) => {
    const until = turns[index + 1]?.on ?? endsOn;
    days.set(holder, (days.get(holder) ?? 0) + Math.max(0, daysBetween(on, until)));
  });
  return [...days].map(([holder, count]) => ({ holder, days: count }));
}

/** The first of them where they held it equally long. */
function longest(held: readonly HeldDays[]): Holder {
  return held.reduce((one, other) => (other.days > one.days ? other : one)).holder;
}

/** Replays the moves; the stage after each is the one a board showed then. */
function stationsReached(moves: readonly JourneyMove[], facts: Facts, now: JourneyNow): Reached[] {
  const reached: Reached[] = [];
  const orderStates = new Map<string, OrderState>();
  let state: RegistrationState | null = null;
  for (const move of moves) {
    if (move.to !== null) {
      if (move.orderId === null) state = move.to as RegistrationState;
      else orderStates.set(move.orderId, move.to as OrderState);
    }
    const orders = facts.orders
      .filter((order) => orderStates.has(order.id))
      .map((order) => ({ ...order, state: orderStates.get(order.id) ?? order.state }));
    const stage = deriveBoardStage({ registration: { ...facts.registration, state }, orders });
    const last = reached.at(-1);
    const turn = { on: shanghaiDate(move.at), holder: move.holder };
    if (last?.stage === stage) {
      last.turns.push(turn);
      continue;
    }
    const lost =
      stage === 'rejected' ? (orders.find((order) => order.id === move.orderId)?.payment?.amount ?? null) : null;
    const station = { stage, at: move.at, turns: [turn], lost };
    // An unpaid order that ends together with the registration is no station of its own.
    if (last?.stage === 'rejected' && last.lost === null && last.at === move.at) reached.pop();
    reached.push(station);
  }
  const last = reached.at(-1);
  // No entry tells of it, and one that came later says whose turn it was by then.
  const passedOn = turnPassedOn(facts, now.today);
  if (last && passedOn !== null) {
    const later = last.turns.findIndex(({ on }) => on > passedOn);
    last.turns.splice(later < 0 ? last.turns.length : later, 0, { on: passedOn, holder: now.holder });
  }
  // Time alone makes a live account due or expired: the station stays, its name is today's.
  if (last?.stage === 'live' && TIMED_STAGES.some((stage) => stage === now.stage)) last.stage = now.stage;
  return reached;
}

function stationsAhead(facts: Facts, now: JourneyNow, attempts: ReadonlyMap<Stage, number>): JourneyStation[] {
  const way = [...WAY_TO_SUBMISSION, ...PROOF_OF_ROUTE[facts.registration.route], 'live' as const];
  const here = now.stage === 'renewal_in_progress' ? way.length - 2 : way.indexOf(WAITS_BEHIND[now.stage] ?? now.stage);
  if (here < 0) return [];
  return way.slice(here + 1).map((stage, index) => ({
    stage,
    attempt: (attempts.get(stage) ?? 0) + 1,
    outcome: 'expected',
    at: null,
    holder: 'none',
    days: null,
    held: [],
    expectedFromOn: index === 0 ? (now.expectedRange?.fromOn ?? null) : null,
    expectedToOn: index === 0 ? (now.expectedRange?.toOn ?? null) : null,
    lost: null,
  }));
}
