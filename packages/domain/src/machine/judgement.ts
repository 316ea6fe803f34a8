/** The answer to "may this event be applied": findings when not, and the plain changes to write when it may. */
import type { FactSpec } from './fact-spec.js';
import type { Finding } from './finding.js';

/** Answer of a machine; `C` is the machine's own kind of change. */
export interface JudgementOf<C> {
  /** Nothing refuses and every warning and unknown was acknowledged: write `changes`. */
  allowed: boolean;
  /** Hard and policy findings, missing facts and reasons. */
  refusals: readonly Finding[];
  /** Soft findings that nobody has acknowledged yet. */
  warnings: readonly Finding[];
  /** Unknown findings without a named person's answer yet. */
  unknowns: readonly Finding[];
  /** What the event takes, `reason` and `evidence` included. */
  factsNeeded: readonly FactSpec[];
  /** Empty unless allowed. In the order they are to be written. */
  changes: readonly C[];
}

/** An event as a screen offers it: judged without facts, so that missing ones are `factsNeeded` and not refusals. */
export interface AvailableEventOf<E extends string> {
  event: E;
  /** No hard or policy finding stands against it; warnings and unknowns are to be acknowledged with it. */
  allowed: boolean;
  refusals: readonly Finding[];
  warnings: readonly Finding[];
  unknowns: readonly Finding[];
  factsNeeded: readonly FactSpec[];
}
