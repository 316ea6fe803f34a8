/** May this event be applied to this registration, and what is to be written: `judgeRegistrationEvent` and `listAvailableEvents`, called by the API. */
import { spellInstant } from '../calendar/index.js';
import { REGISTRATION_EVENTS, type RegistrationEvent, type RegistrationState } from '../enumerations/index.js';
import { historyOf } from '../history/history-draft.js';
import { applyEvent, type Attempt, type Verdict } from '../machine/apply-event.js';
import { availableEvents } from '../machine/available-events.js';
import type { Machine } from '../machine/transition-row.js';
import { REGISTRATION_PATH, REGISTRATION_TRANSITIONS } from '../rulebook/registration-transitions.js';
import { evidenceFindings, isHeard, weighEvidence } from '../verification/weigh-evidence.js';
import { EVENT_FACTS } from './event-facts.js';
import { REGISTRATION_CONDITIONS, REGISTRATION_GUARDS, REGISTRATION_ON_RECORD } from './guards/registration-guards.js';
import { keepEmail } from './keep-email.js';
import { actorClassesOf, type JudgingContext, type JudgingInput } from './judging.js';
import type { AvailableRegistrationEvent, Change, Judgement } from './registration-change.js';
import type { CommandActor, OrderCommand, RegistrationCommand } from './registration-command.js';
import { REGISTRATION_EFFECTS } from './registration-effects.js';
import type { OrderFacts, RegistrationFacts } from './registration-facts.js';

/** The registration's machine as the engine takes it. */
export const REGISTRATION_MACHINE: Machine<RegistrationState, RegistrationEvent, JudgingInput, Change> = {
  rows: REGISTRATION_TRANSITIONS,
  path: REGISTRATION_PATH,
  facts: EVENT_FACTS,
  guards: REGISTRATION_GUARDS,
  conditions: REGISTRATION_CONDITIONS,
  effects: REGISTRATION_EFFECTS,
  onRecord: REGISTRATION_ON_RECORD,
};

/** Open states in which we do not know of a working account. */
const NOT_YET_LIVE = [
  'draft',
  'awaiting_prerequisites',
  'awaiting_email',
  'awaiting_admin_verification',
  'ready_to_submit',
  'proving_subject',
  'lapsed',
] as const satisfies readonly RegistrationState[];

/** Judges one event. An expected no is in the answer; `changes` are what the API writes, in one transaction, when `allowed`. */
export function judgeRegistrationEvent(
  facts: RegistrationFacts,
  command: RegistrationCommand,
  context: JudgingContext,
): Judgement {
  const input = inputOf(facts, null, command, context, false);
  const verdict = applyEvent(
    REGISTRATION_MACHINE,
    attemptOf(input, command.event, facts.registration.state, facts.registration.enteredStateAt),
  );
  const changes = registrationChanges(input, command.event, verdict);
  return judgementOf(verdict, [...changes, ...provenByVerification(input, changes)]);
}

/** Every event the registration's state knows, with why it may not be applied and what it takes. */
export function listAvailableEvents(
  facts: RegistrationFacts,
  actor: CommandActor,
  context: JudgingContext,
): AvailableRegistrationEvent[] {
  return availableEvents(REGISTRATION_MACHINE, REGISTRATION_EVENTS, facts.registration.state, (event) =>
    attemptOf(
      inputOf(facts, null, { event, actor }, context, true),
      event,
      facts.registration.state,
      facts.registration.enteredStateAt,
    ),
  );
}

/** What follows for the registration when an order's event proves its subject: the same table, heard from Tencent. */
export function applyToRegistration(input: JudgingInput, event: RegistrationEvent): Change[] {
  const { registration } = input.facts;
  const attempt = attemptOf(input, event, registration.state, registration.enteredStateAt);
  const verdict = applyEvent(REGISTRATION_MACHINE, { ...attempt, isHeard: true, hasEvidence: true });
  return registrationChanges(input, event, verdict);
}

/** What the guards see of a command. */
export function inputOf(
  facts: RegistrationFacts,
  order: OrderFacts | null,
  command: RegistrationCommand | OrderCommand,
  context: JudgingContext,
  isProbe: boolean,
): JudgingInput {
  const provenance = weighEvidence(command.evidence, command.actor);
  // One spelling of instants, so that they compare as text.
  const occurredAt =
    command.occurredAt === undefined ? spellInstant(context.now) : new Date(command.occurredAt).toISOString();
  return { facts, order, command, context, provenance, occurredAt, isProbe };
}

/** The attempt as the engine takes it. */
export function attemptOf<State, Event>(
  input: JudgingInput,
  event: Event,
  state: State | null,
  enteredStateAt: string,
): Attempt<State, Event, JudgingInput> {
  const { facts, command, provenance, occurredAt, context, isProbe } = input;
  const acknowledgements = command.acknowledgements ?? [];
  return {
    state,
    enteredStateAt: spellInstant(enteredStateAt),
    event,
    actorClasses: actorClassesOf(command.actor),
    role: command.actor.role,
    facts: command.facts ?? {},
    hasReason: (command.reason ?? '').trim() !== '',
    hasEvidence: provenance !== null,
    isHeard: isHeard(provenance),
    inadmissible: evidenceFindings(command.evidence, acknowledgements, command.actor, facts.agency),
    acknowledgements,
    occurredAt,
    now: spellInstant(context.now),
    today: context.today,
    isProbe,
    input,
  };
}

/** The verdict with its changes as the API takes it. */
export function judgementOf<State>(verdict: Verdict<State, Change>, changes: readonly Change[]): Judgement {
  const { allowed, refusals, warnings, unknowns, factsNeeded } = verdict;
  return { allowed, refusals, warnings, unknowns, factsNeeded, changes };
}

/** An account that WeChat calls verified works, wherever we believed it to be and whichever order of ours it came without. */
function provenByVerification(input: JudgingInput, changes: readonly Change[]): Change[] {
  const { registration, verification } = input.facts;
  if (!NOT_YET_LIVE.some((state) => state === registration.state)) return [];
  const set = changes.find((change) => change.kind === 'verification_set' && change.fields.provenance !== undefined);
  if (set?.kind !== 'verification_set') return [];
  const { qualification, provenance } = { ...verification, ...set.fields };
  return qualification === 'passed' && isHeard(provenance) ? applyToRegistration(input, 'subject_proven') : [];
}

function registrationChanges(
  input: JudgingInput,
  event: RegistrationEvent,
  verdict: Verdict<RegistrationState, Change>,
): Change[] {
  const { applied } = verdict;
  if (applied === null) return [];
  const { move, outcome, way, notSeen, acknowledged } = applied;
  const changes: Change[] = [];
  if (outcome === 'moved') changes.push({ kind: 'registration_moved', from: move.from, to: move.to, at: move.at });
  if (outcome === 'conflict') {
    changes.push({
      kind: 'verification_set',
      fields: {
        conflict: { code: 'registration.state_differs', raisedAt: input.occurredAt, observed: null, event },
      },
    });
  }
  return [
    ...changes,
    ...applied.changes,
    ...(outcome === 'moved' ? keepEmail(input, move.to) : []),
    historyOf(input, { type: event, orderId: null, from: move.from, to: move.to, way, outcome, notSeen, acknowledged }),
  ];
}
