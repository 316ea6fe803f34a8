/** Every event a table knows from a state for an actor, each judged without its facts: what a screen offers, and why not. */
import { applyEvent, type Attempt } from './apply-event.js';
import type { AvailableEventOf } from './judgement.js';
import type { Machine } from './transition-row.js';

/** Events with a row from this state that holds now, in the order given; one the actor may not apply is listed with its refusal. */
export function availableEvents<State extends string, Event extends string, Input, Change>(
  machine: Machine<State, Event, Input, Change>,
  events: readonly Event[],
  state: State | null,
  attemptOf: (event: Event) => Attempt<State, Event, Input>,
): AvailableEventOf<Event>[] {
  if (state === null) return [];
  const rowsHere = machine.rows.filter((row) => row.from !== 'none' && row.from.includes(state));
  const known = new Set(rowsHere.map((row) => row.event));
  return events.flatMap((event) => {
    if (!known.has(event)) return [];
    const attempt = { ...attemptOf(event), isProbe: true };
    // Nobody is told that they cannot do what the case gives no occasion for.
    const hasOccasion = rowsHere.some(
      (row) => row.event === event && (row.when === undefined || machine.conditions[row.when]?.(attempt.input)),
    );
    if (!hasOccasion) return [];
    const { refusals, warnings, unknowns, factsNeeded } = applyEvent(machine, attempt);
    return [{ event, allowed: refusals.length === 0, refusals, warnings, unknowns, factsNeeded }];
  });
}
