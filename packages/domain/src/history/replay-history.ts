/** Reads a registration's history from its first entry and gives the states again; what the tables do not allow is named. Called by the check of stored histories and by tests. */
import type { OrderState, RegistrationState } from '../enumerations/index.js';
import type { TransitionRow } from '../machine/transition-row.js';
import type { HistoryDraft } from '../registration/registration-change.js';
import { ORDER_TRANSITIONS } from '../rulebook/order-transitions.js';
import { REGISTRATION_TRANSITIONS } from '../rulebook/registration-transitions.js';

/** The two tables a history is read by. */
export interface ReplayTables {
  registration: readonly TransitionRow<string, string, string, string, string>[];
  order: readonly TransitionRow<string, string, string, string, string>[];
}

/** An entry as it is stored: `orderId` is the real id. */
export type ReplayEntry = Pick<HistoryDraft, 'type' | 'orderId' | 'from' | 'to' | 'outcome'>;

export interface ReplayedState {
  /** null: the history is empty. */
  state: RegistrationState | null;
  /** State of each order by its id. */
  orders: ReadonlyMap<string, OrderState>;
}

/** A history that the tables could not have written. */
export class HistoryDoesNotReplay extends Error {
  /** Index of the entry that does not fit, 0 for the first. */
  readonly index: number;

  constructor(index: number, why: string) {
    super(`entry ${index}: ${why}`);
    this.name = 'HistoryDoesNotReplay';
    this.index = index;
  }
}

const TABLES: ReplayTables = { registration: REGISTRATION_TRANSITIONS, order: ORDER_TRANSITIONS };

/** Entries from oldest to newest. Throws HistoryDoesNotReplay at the first that does not follow from those before it. */
export function replayHistory(entries: readonly ReplayEntry[], tables: ReplayTables = TABLES): ReplayedState {
  let state: string | null = null;
  const orders = new Map<string, OrderState>();
  entries.forEach((entry, index) => {
    const held: string | null = entry.orderId === null ? state : (orders.get(entry.orderId) ?? null);
    if (entry.from !== held)
      throw new HistoryDoesNotReplay(index, `${entry.type} starts from ${entry.from}, not ${held}`);
    const rows = (entry.orderId === null ? tables.registration : tables.order).filter(
      (row) => row.event === entry.type,
    );
    const isStill = entry.outcome === 'already' || entry.outcome === 'conflict' || entry.outcome === 'stayed';
    const fits = isStill ? entry.to === held : rows.some((row) => leads(row, held, entry.to));
    if (rows.length === 0 || !fits)
      throw new HistoryDoesNotReplay(index, `${entry.type} does not lead from ${held} to ${entry.to}`);
    if (entry.orderId === null) state = entry.to;
    else if (entry.to !== null) orders.set(entry.orderId, entry.to as OrderState);
  });
  return { state: state, orders };
}

/** Whether the row could lead from one state to the other; an observation may come from any state. */
function leads(row: ReplayTables['order'][number], from: string | null, to: string | null): boolean {
  const starts =
    row.from === 'none' ? from === null : from !== null && (row.way === 'observation' || row.from.includes(from));
  if (!starts || to === null) return false;
  // An imported order is opened in the state it was found in.
  if (row.from === 'none') return true;
  if (typeof row.to === 'object') return row.to.oneOf.includes(to);
  return row.to === 'stays' ? to === from || to === row.tells : row.to === to;
}
