/** Draws a case's way from its history: which stages it reached, when, who held it there, what was lost, what is still expected. Called by the API for the journey line. */
import { daysBetween, shanghaiDate } from '../calendar/calendar-date.js';
import type { Holder, OrderState, RegistrationState, Route, Stage } from '../enumerations/index.js';
import type { Money } from '../machine/money.js';
import type { RegistrationFacts } from '../registration/registration-facts.js';
import { deriveBoardStage, TIMED_STAGES } from '../registration/stage.js';

/** A move of the registration or of one of its orders, as the history keeps it. */
export interface JourneyMove {
  /** The order that moved; null: the registration. */
  orderId: string | null;
  to: string;
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

/** One station of the line. */
export interface JourneyStation {
  stage: Stage;
  /** 2 for the second review and so on. */
  attempt: number;
  /** done: behind us · current: here · lost: an attempt that failed · expected: ahead. */
  outcome: 'done' | 'current' | 'lost' | 'expected';
  /** When it was reached; null while expected. */
  at: string | null;
  /** Who held it from here on. */
  holder: Holder;
  /** Whole days (Asia/Shanghai) on the stretch that begins here; null while expected. */
  days: number | null;
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
  const stations = reached.map(({ stage, at, holder, lost }, index): JourneyStation => {
    const attempt = (attempts.get(stage) ?? 0) + 1;
    attempts.set(stage, attempt);
    const next = reached[index + 1];
    return {
      stage,
      attempt,
      outcome: next === undefined ? 'current' : stage === 'rejected' ? 'lost' : 'done',
      at,
      holder: next === undefined ? now.holder : holder,
      days: Math.max(0, daysBetween(shanghaiDate(at), next === undefined ? now.today : shanghaiDate(next.at))),
      expectedFromOn: null,
      expectedToOn: null,
      lost,
    };
  });
  return [...stations, ...stationsAhead(facts, now, attempts)];
}

interface Reached {
  stage: Stage;
  at: string;
  holder: Holder;
  lost: Money | null;
}

/** Replays the moves; the stage after each is the one a board showed then. */
function stationsReached(moves: readonly JourneyMove[], facts: Facts, now: JourneyNow): Reached[] {
  const reached: Reached[] = [];
  const orderStates = new Map<string, OrderState>();
  let state: RegistrationState | null = null;
  for (const move of moves) {
    if (move.orderId === null) state = move.to as RegistrationState;
    else orderStates.set(move.orderId, move.to as OrderState);
    const orders = facts.orders
      .filter((order) => orderStates.has(order.id))
      .map((order) => ({ ...order, state: orderStates.get(order.id) ?? order.state }));
    const stage = deriveBoardStage({ registration: { ...facts.registration, state }, orders });
    const last = reached.at(-1);
    if (last?.stage === stage) continue;
    const lost =
      stage === 'rejected' ? (orders.find((order) => order.id === move.orderId)?.payment?.amount ?? null) : null;
    const station = { stage, at: move.at, holder: move.holder, lost };
    // An unpaid order that ends together with the registration is no station of its own.
    if (last?.stage === 'rejected' && last.lost === null && last.at === move.at) reached.pop();
    reached.push(station);
  }
  const last = reached.at(-1);
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
    expectedFromOn: index === 0 ? (now.expectedRange?.fromOn ?? null) : null,
    expectedToOn: index === 0 ? (now.expectedRange?.toOn ?? null) : null,
    lost: null,
  }));
}
