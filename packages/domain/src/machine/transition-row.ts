/** One row of a machine's table, and the machine as the engine takes it: words and functions by name, no word of WeChat. */
import type { Finding } from './finding.js';
import type { FactSpec } from './fact-spec.js';

/** Classes of actors a row may name. `agency`: a member who may write, or an API key · `system`: time itself or Tencent's messages. */
export const ACTOR_CLASSES = ['agency', 'owner', 'client', 'admin_person', 'system'] as const;
export type ActorClass = (typeof ACTOR_CLASSES)[number];

/** Where a row leads: a state, the same state, or one of several that a fact of the command names. */
export type Target<State> = State | 'stays' | { readonly fact: string; readonly oneOf: readonly State[] };

export interface TransitionRow<State, Event, Guard, Condition, Effect> {
  readonly event: Event;
  /** `none`: the thing does not exist yet. */
  readonly from: 'none' | readonly State[];
  readonly to: Target<State>;
  /** A decision meets the guards; an observation is recorded from whatever state we believed in. */
  readonly way: 'decision' | 'observation';
  readonly who: readonly ActorClass[];
  readonly reason?: 'required';
  /** welcome: asked for, and it counts where there is some. */
  readonly evidence?: 'required' | 'welcome';
  /** The row holds only while this is true; rows are tried from top to bottom. */
  readonly when?: Condition;
  readonly guards: readonly Guard[];
  readonly effects: readonly Effect[];
  /** Effects of an observation that comes when its move is already past: facts worth keeping all the same. */
  readonly late?: readonly Effect[];
  /** States in which an observation is no news although it leads elsewhere: they come after it, or say as much. */
  readonly oldIn?: readonly State[];
  /** Of an observation that stays: the state in which it can be true. Heard in another open state, it moves there. */
  readonly tells?: State;
  /** What must have happened off the straight way before an observation: marked as not seen where it is not on record. */
  readonly after?: readonly Event[];
}

/** A step of the straight way: the state, the event that leaves it, and open states off the way that are as far along. */
export interface PathStep<State, Event> {
  readonly state: State;
  readonly leftBy: Event | null;
  readonly beside?: readonly State[];
}

/** A machine: its table, its words, and one function for each name in the table. */
export interface Machine<State extends string, Event extends string, Input, Change> {
  readonly rows: readonly TransitionRow<State, Event, string, string, string>[];
  /** The straight way through the states. */
  readonly path: readonly PathStep<State, Event>[];
  readonly facts: Readonly<Record<Event, readonly FactSpec[]>>;
  readonly guards: Readonly<Record<string, (input: Input) => readonly Finding[]>>;
  readonly conditions: Readonly<Record<string, (input: Input) => boolean>>;
  readonly effects: Readonly<Record<string, (input: Input, move: Move<State>) => readonly Change[]>>;
  /** Whether a step off the straight way is on record. */
  readonly onRecord?: Readonly<Partial<Record<Event, (input: Input) => boolean>>>;
}

/** What the row does to the state. */
export interface Move<State> {
  readonly from: State | null;
  readonly to: State;
  /** When it happened in the world. */
  readonly at: string;
}
