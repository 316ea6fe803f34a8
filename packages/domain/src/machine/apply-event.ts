/**
 * The one engine: reads a machine's table and says whether an event may be applied, where it leads and which changes it
 * brings. Called by the judges of registration and order; it knows rows, guards and effects, and no word of WeChat.
 */
import { engineFinding } from './engine-findings.js';
import { isFactRequired, type CommandFacts, type FactSpec } from './fact-spec.js';
import type { Acknowledgement, Finding } from './finding.js';
import type { ActorClass, Machine, Move, TransitionRow } from './transition-row.js';

/** An event somebody wants to apply to a thing in a state. */
export interface Attempt<State, Event, Input> {
  /** null: the thing does not exist yet. */
  state: State | null;
  enteredStateAt: string;
  event: Event;
  /** What the actor counts as in the tables. */
  actorClasses: readonly ActorClass[];
  /** The actor's role, for findings only one role may acknowledge. */
  role: string | null;
  facts: CommandFacts;
  hasReason: boolean;
  hasEvidence: boolean;
  /** The evidence is WeChat's own or as good as it: then an observation meets no guards and may jump. */
  isHeard: boolean;
  /** What cannot be taken of the command as it stands, an observation or not. */
  inadmissible: readonly Finding[];
  acknowledgements: readonly Acknowledgement[];
  occurredAt: string;
  now: string;
  /** The day of `now`. */
  today: string;
  /** Asked by a screen before a form is filled: what is missing is not refused. */
  isProbe: boolean;
  /** What guards, conditions and effects look at. */
  input: Input;
}

/** moved: to another state · stayed: the row stays, or only facts changed · already: the news is old · conflict: it cannot fit. */
export type Outcome = 'moved' | 'stayed' | 'already' | 'conflict';

export interface Verdict<State, Change> {
  allowed: boolean;
  refusals: readonly Finding[];
  warnings: readonly Finding[];
  unknowns: readonly Finding[];
  factsNeeded: readonly FactSpec[];
  /** null unless allowed. */
  applied: {
    outcome: Outcome;
    way: 'decision' | 'observation';
    move: Move<State>;
    /** Steps on the way that nobody told us of. */
    notSeen: readonly string[];
    /** Warnings and unknowns that stood against it and were passed with a person's word. */
    acknowledged: readonly Finding[];
    changes: readonly Change[];
  } | null;
}

const REASON: FactSpec = { name: 'reason', kind: 'text', required: true, maxLength: 2000 };
const EVIDENCE: FactSpec = { name: 'evidence', kind: 'evidence', required: true };

/** Judges one attempt. Expected refusals are in the verdict; it throws only when a table names a function that is not there. */
export function applyEvent<State extends string, Event extends string, Input, Change>(
  machine: Machine<State, Event, Input, Change>,
  attempt: Attempt<State, Event, Input>,
): Verdict<State, Change> {
  const ofEvent = machine.rows.filter((row) => row.event === attempt.event);
  const byActor = ofEvent.filter((row) => row.who.some((who) => attempt.actorClasses.includes(who)));
  const possible = ofEvent.some((row) => startsIn(row, attempt.state));
  if (byActor.length === 0) {
    const allowed = [...new Set(ofEvent.flatMap((row) => row.who))].join(', ');
    const refusals = [engineFinding('actor.not_allowed', { event: attempt.event, allowed })];
    if (!possible) refusals.unshift(notPossible(attempt, ofEvent));
    return refused(refusals, []);
  }
  const holds = (row: (typeof byActor)[number]) =>
    row.when === undefined || called(machine.conditions, row.when)(attempt.input);
  const row = byActor.find((candidate) => startsIn(candidate, attempt.state) && holds(candidate));
  if (row) return judgeRow(machine, attempt, row);

  const observed = byActor.find((candidate) => candidate.way === 'observation' && candidate.from !== 'none');
  if (attempt.isProbe || !observed || !attempt.isHeard || attempt.state === null) {
    return refused([notPossible(attempt, ofEvent)], []);
  }
  // A row from this very state that does not hold: what it tells is past.
  const isPast = byActor.some((candidate) => candidate.way === 'observation' && startsIn(candidate, attempt.state));
  return recordUnexpected(
    machine,
    attempt,
    byActor.find((candidate) => candidate.way === 'observation' && holds(candidate)) ?? observed,
    isPast,
  );
}

/** A row from the very state we are in. */
function judgeRow<State extends string, Event extends string, Input, Change>(
  machine: Machine<State, Event, Input, Change>,
  attempt: Attempt<State, Event, Input>,
  row: TransitionRow<State, Event, string, string, string>,
): Verdict<State, Change> {
  const needed = [...machine.facts[attempt.event]].map((spec) => narrowed(spec, row));
  if (row.reason) needed.push(REASON);
  if (row.evidence) needed.push(row.evidence === 'required' ? EVIDENCE : { ...EVIDENCE, required: false });
  const findings = attempt.isProbe ? [] : missing(attempt, row, needed);
  const guarded = row.way === 'decision' || !attempt.isHeard;
  if (guarded) for (const name of row.guards) findings.push(...called(machine.guards, name)(attempt.input));
  const told = distinct(findings);
  const open = told.filter((finding) => !isAcknowledged(finding, attempt));
  const refusals = open.filter((finding) => finding.kind === 'hard' || finding.kind === 'policy');
  const warnings = open.filter((finding) => finding.kind === 'soft');
  const unknowns = open.filter((finding) => finding.kind === 'unknown');
  const allowed = open.length === 0;
  if (!allowed || attempt.isProbe) return { allowed, refusals, warnings, unknowns, factsNeeded: needed, applied: null };

  const move = { from: attempt.state, to: target(row, attempt), at: attempt.occurredAt };
  const notSeen = row.way === 'observation' ? skipped(machine, attempt, row, move.to) : [];
  return {
    allowed,
    refusals,
    warnings,
    unknowns,
    factsNeeded: needed,
    applied: {
      outcome: move.from === move.to ? 'stayed' : 'moved',
      way: row.way,
      move,
      notSeen,
      acknowledged: told,
      changes: row.effects.flatMap((name) => called(machine.effects, name)(attempt.input, move)),
    },
  };
}

/**
 * Something WeChat told us although the table has no row from here. Ahead of where we believed to be, it moves the table; what
 * we know already, or what later news has overtaken, is kept as old news; all else cannot fit and is a conflict for a person.
 */
function recordUnexpected<State extends string, Event extends string, Input, Change>(
  machine: Machine<State, Event, Input, Change>,
  attempt: Attempt<State, Event, Input>,
  row: TransitionRow<State, Event, string, string, string>,
  isPast: boolean,
): Verdict<State, Change> {
  const state = attempt.state as State;
  const problems = missing(attempt, row, machine.facts[attempt.event]);
  if (problems.length > 0) return refused(problems, machine.facts[attempt.event]);
  const here = position(machine, state);
  const starts = fromStates(row).map((from) => position(machine, from) ?? Number.POSITIVE_INFINITY);
  const to = row.to === 'stays' ? (row.tells ?? state) : target(row, attempt);
  const move = { from: state, to, at: attempt.occurredAt };
  if (here !== null && here < Math.min(...starts))
    return recorded('moved', move, skipped(machine, attempt, row, to), row.effects);
  // Of a target off the way (a failure) only its time can tell that it is old.
  const finish = row.to === 'stays' ? Math.max(...starts) : (position(machine, to) ?? Number.POSITIVE_INFINITY);
  const isOldNews =
    isPast ||
    (here !== null && here > finish) ||
    (row.to !== 'stays' && to === state) ||
    row.oldIn?.includes(state) ||
    attempt.occurredAt < attempt.enteredStateAt;
  const stay = { from: state, to: state, at: attempt.occurredAt };
  if (isOldNews) return recorded('already', stay, [], row.late ?? []);
  return here !== null && row.tells !== undefined
    ? recorded('moved', move, skipped(machine, attempt, row, to), row.effects)
    : recorded('conflict', stay, [], []);

  function recorded(
    outcome: Outcome,
    move: Move<State>,
    notSeen: readonly string[],
    effects: readonly string[],
  ): Verdict<State, Change> {
    const changes = effects.flatMap((name) => called(machine.effects, name)(attempt.input, move));
    const settled: Outcome = outcome === 'moved' && move.from === move.to ? 'stayed' : outcome;
    const applied = { outcome: settled, way: row.way, move, notSeen, acknowledged: [], changes };
    return {
      allowed: true,
      refusals: [],
      warnings: [],
      unknowns: [],
      factsNeeded: machine.facts[attempt.event],
      applied,
    };
  }
}

function missing<State extends string, Event extends string, Input>(
  attempt: Attempt<State, Event, Input>,
  row: TransitionRow<State, Event, string, string, string>,
  specs: readonly FactSpec[],
): Finding[] {
  const findings: Finding[] = [...attempt.inadmissible];
  if (attempt.occurredAt > attempt.now)
    findings.push(engineFinding('time.in_future', { occurredAt: attempt.occurredAt }));
  if (row.reason && !attempt.hasReason) findings.push(engineFinding('reason.missing', { event: attempt.event }));
  if (row.evidence === 'required' && !attempt.hasEvidence)
    findings.push(engineFinding('evidence.missing', { event: attempt.event }));
  for (const spec of specs) {
    if (spec.kind === 'evidence' || spec === REASON) continue;
    const value = attempt.facts[spec.name];
    const isAbsent = value === undefined || value === null || value === '';
    const isForeign = !isAbsent && spec.options !== undefined && !spec.options.some((option) => option === value);
    if (isForeign && isTarget(spec, row) && attempt.state !== null) {
      findings.push(engineFinding('state.target_not_open', { event: attempt.event, state: String(attempt.state) }));
    } else if ((isAbsent && isFactRequired(spec, attempt.facts)) || isForeign) {
      findings.push(engineFinding('facts.missing', { event: attempt.event, fact: spec.name }));
    }
    if (spec.past && typeof value === 'string' && value > attempt.today)
      findings.push(engineFinding('time.day_in_future', { fact: spec.name, day: value }));
  }
  return findings;
}

/** A fact that picks the target may only name this row's targets. */
function narrowed(spec: FactSpec, row: TransitionRow<string, string, string, string, string>): FactSpec {
  return typeof row.to === 'object' && isTarget(spec, row) ? { ...spec, options: row.to.oneOf } : spec;
}

/** The fact says where the event leads. */
function isTarget<State extends string>(
  { name }: FactSpec,
  { to }: Pick<TransitionRow<State, string, string, string, string>, 'to'>,
): boolean {
  return typeof to === 'object' && to.fact === name;
}

function target<State extends string>(
  row: TransitionRow<State, string, string, string, string>,
  attempt: Attempt<State, string, unknown>,
): State {
  if (row.to === 'stays') return attempt.state as State;
  return typeof row.to === 'object' ? (attempt.facts[row.to.fact] as State) : row.to;
}

/** What must have happened between here and the target and nobody told us of: on the straight way, then off it. */
function skipped<State extends string, Event extends string, Input, Change>(
  machine: Machine<State, Event, Input, Change>,
  attempt: Attempt<State, Event, Input>,
  row: TransitionRow<State, Event, string, string, string>,
  to: State,
): readonly string[] {
  const aside = (row.after ?? []).filter((event) => !machine.onRecord?.[event]?.(attempt.input));
  const here = attempt.state === null ? null : position(machine, attempt.state);
  if (here === null || to === attempt.state) return aside;
  // A target off the straight way (a failure) is reached from the last state the row names.
  const end = position(machine, to) ?? Math.max(...fromStates(row).map((from) => position(machine, from) ?? -1));
  const along = machine.path
    .slice(here, end)
    .flatMap((step) => (step.leftBy === null || step.leftBy === attempt.event ? [] : [step.leftBy]));
  return [...along, ...aside];
}

/** How far a state lies along the straight way; null when it lies off it. */
function position<State extends string>(
  machine: Pick<Machine<State, string, never, never>, 'path'>,
  state: State,
): number | null {
  const index = machine.path.findIndex((step) => step.state === state || step.beside?.includes(state));
  return index < 0 ? null : index;
}

function fromStates<State extends string>(row: TransitionRow<State, string, string, string, string>): readonly State[] {
  return row.from === 'none' ? [] : row.from;
}

function startsIn<State extends string>(
  row: TransitionRow<State, string, string, string, string>,
  state: State | null,
): boolean {
  return row.from === 'none' ? state === null : state !== null && row.from.includes(state);
}

/** A finding passes when the named person may acknowledge it and says why, and for an unknown whom they asked. */
function isAcknowledged(
  finding: Finding,
  attempt: Pick<Attempt<unknown, unknown, unknown>, 'acknowledgements' | 'role'>,
): boolean {
  if (finding.kind === 'hard' || finding.kind === 'policy') return false;
  if (finding.acknowledgedBy !== undefined && finding.acknowledgedBy !== attempt.role) return false;
  return attempt.acknowledgements.some(
    (ack) =>
      ack.code === finding.code &&
      ack.reason.trim() !== '' &&
      (finding.kind === 'soft' || (ack.answeredBy !== undefined && ack.answeredBy.trim() !== '')),
  );
}

/** Two guards may see the same thing: it is said once. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = JSON.stringify([finding.code, finding.params]);
    return seen.has(key) ? false : seen.add(key);
  });
}

function notPossible<State extends string, Event extends string>(
  attempt: Attempt<State, Event, unknown>,
  rows: readonly TransitionRow<State, Event, string, string, string>[],
): Finding {
  const possibleIn = [...new Set(rows.flatMap(fromStates))].join(', ');
  return engineFinding('state.not_possible', { event: attempt.event, state: attempt.state ?? 'none', possibleIn });
}

function refused<State, Change>(
  refusals: readonly Finding[],
  factsNeeded: readonly FactSpec[],
): Verdict<State, Change> {
  return { allowed: false, refusals, warnings: [], unknowns: [], factsNeeded, applied: null };
}

function called<F>(functions: Readonly<Record<string, F>>, name: string): F {
  const found = functions[name];
  if (!found) throw new Error(`a table names ${name}, but there is no such function`);
  return found;
}
