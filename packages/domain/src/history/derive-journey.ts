/** Draws a case's way from its history: which stages it reached, when, who held it there, what was lost, what is still expected. Called by the API for the journey line. */
import { daysBetween, shanghaiDate } from '../calendar/calendar-date.js';
import {
  OPEN_ORDER_STATES,
  type Holder,
  type OrderState,
  type RegistrationState,
  type Route,
  type Stage,
} from '../enumerations/index.js';
import type { Money } from '../machine/money.js';

/** A move of the registration or of one of its orders, as the history keeps it, oldest first. */
export interface JourneyMove {
  /** The order that moved; null: the registration. */
  orderId: string | null;
  to: string;
  at: string;
  /** Whose turn it was from then on. */
  holder: Holder;
}

/** The case as it is now: what ends the line and what lies ahead of it. */
export interface JourneyNow {
  stage: Stage;
  holder: Holder;
  route: Route;
  /** When the answer under way is expected. */
  expectedRange: { fromOn: string; toOn: string } | null;
  /** What was paid for each order, by its id: lost where the order failed. */
  paid: Readonly<Record<string, Money | null>>;
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

const STAGE_OF_STATE: Readonly<Record<RegistrationState, Stage>> = {
  draft: 'draft',
  awaiting_prerequisites: 'prerequisites',
  awaiting_email: 'email',
  awaiting_admin_verification: 'admin_verification',
  ready_to_submit: 'ready',
  proving_subject: 'proof',
  live: 'live',
  restricted: 'restricted',
  migrating: 'migrating',
  closing: 'closing',
  lapsed: 'lapsed',
  withdrawn: 'closed',
  closed: 'closed',
  migrated: 'closed',
  handed_over: 'closed',
};

const STAGE_OF_ORDER: Readonly<Partial<Record<OrderState, Stage>>> = {
  preparing: 'fee',
  awaiting_fee: 'fee',
  awaiting_dispatch: 'review',
  in_review: 'review',
  awaiting_supplement: 'supplement',
  failed: 'rejected',
};

/** The way to `live`, by route: a fee stands before it on the verification route only. */
const WAY_TO_LIVE: readonly Stage[] = ['draft', 'prerequisites', 'email', 'admin_verification', 'ready'];
const PROOF_OF_ROUTE: Readonly<Record<Route, readonly Stage[]>> = {
  wechat_verification: ['fee', 'review'],
  small_transfer: ['proof'],
  legal_representative: ['proof'],
  identity_scan: ['proof'],
};
/** Where a stage stands on that way when it is not itself a station of it. */
const STANDS_AT: Readonly<Partial<Record<Stage, Stage>>> = {
  supplement: 'review',
  rejected: 'ready',
  lapsed: 'draft',
};

/** The stations in the order they were reached, the present one, and those expected after it; `live` or the end of the order under way is the last. */
export function deriveJourney(moves: readonly JourneyMove[], now: JourneyNow): JourneyStation[] {
  const reached = stationsReached(moves, now);
  const attempts = new Map<Stage, number>();
  const stations = reached.map(({ stage, at, holder, lost }, index): JourneyStation => {
    const attempt = (attempts.get(stage) ?? 0) + 1;
    attempts.set(stage, attempt);
    const next = reached[index + 1];
    const until = next ? shanghaiDate(next.at) : now.today;
    const days = Math.max(0, daysBetween(shanghaiDate(at), until));
    const outcome = next ? (stage === 'rejected' ? 'lost' : 'done') : 'current';
    return {
      stage,
      attempt,
      outcome,
      at,
      holder: next ? holder : now.holder,
      days,
      expectedFromOn: null,
      expectedToOn: null,
      lost,
    };
  });
  return [...stations, ...stationsAhead(now, attempts)];
}

interface Reached {
  stage: Stage;
  at: string;
  holder: Holder;
  lost: Money | null;
}

function stationsReached(moves: readonly JourneyMove[], now: JourneyNow): Reached[] {
  const reached: Reached[] = [];
  let state: RegistrationState = 'draft';
  let order: { id: string; state: OrderState } | null = null;
  for (const move of moves) {
    if (move.orderId === null) state = move.to as RegistrationState;
    else order = { id: move.orderId, state: move.to as OrderState };
    const stage = stageAt(state, order?.state ?? null);
    const last = reached.at(-1);
    if (last?.stage === stage) continue;
    const lost = stage === 'rejected' && order ? (now.paid[order.id] ?? null) : null;
    // A registration and its first order move together: two entries of one moment are one station.
    if (last && last.at === move.at && last.stage === 'proof') reached.pop();
    reached.push({ stage, at: move.at, holder: move.holder, lost });
  }
  const last = reached.at(-1);
  // Time alone makes a live account due or expired: the station is the same, its name is today's.
  if (last && last.stage !== now.stage && STAGE_OF_TIME.has(now.stage)) last.stage = now.stage;
  return reached;
}

const STAGE_OF_TIME: ReadonlySet<Stage> = new Set(['renewal_due', 'verification_expired']);

function stageAt(state: RegistrationState, order: OrderState | null): Stage {
  if (state === 'proving_subject') return (order && STAGE_OF_ORDER[order]) ?? 'proof';
  if (state === 'live' && order && (OPEN_ORDER_STATES as readonly string[]).includes(order))
    return 'renewal_in_progress';
  return STAGE_OF_STATE[state];
}

function stationsAhead(now: JourneyNow, attempts: ReadonlyMap<Stage, number>): JourneyStation[] {
  const way = [...WAY_TO_LIVE, ...PROOF_OF_ROUTE[now.route], 'live' as const];
  const renewing = now.stage === 'renewal_in_progress';
  const here = renewing ? way.length - 2 : way.indexOf(STANDS_AT[now.stage] ?? now.stage);
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
