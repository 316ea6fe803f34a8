/** Builds what a client sees of one account: a whitelist of what was derived from the case, without numbers of people, notes of ours or texts of Tencent's. */
import type { HistoryEntry, PortalRegistration } from '@daiban/contracts';
import {
  deriveJourney,
  feeOfOrder,
  isSignedOff,
  openOrder,
  verificationFee,
  type DerivedCase,
  type JourneyStation,
  type JudgingContext,
  type RegistrationFacts,
} from '@daiban/domain';
import { countWorkingDays, shanghaiDate } from '@daiban/domain/calendar';
import { FINAL_REGISTRATION_STATES, type PrerequisiteState, type RegistrationState } from '@daiban/domain/enumerations';
import type { Case } from '../registrations/case.js';
import { nextJob, stillNeeded } from './next-job.js';
import { SIGNING_STATES } from './portal-sign-off.mapper.js';

/** Nothing is submitted: the type can still be chosen. A lapsed case is submitted anew from the beginning. */
const CHOOSING_STATES: readonly RegistrationState[] = [
  'draft',
  'awaiting_prerequisites',
  'awaiting_email',
  'awaiting_admin_verification',
  'ready_to_submit',
  'lapsed',
];

/** Of an account that is no more. */
const GONE = {
  status: 'unverified',
  untilOn: null,
  provenance: null,
  ruleId: null,
} as const satisfies PortalRegistration['verification'];

/** What stands beside the case itself. */
export interface PortalExtras {
  readonly assigneeName: string | null;
  /** Entries a client may read, newest first. */
  readonly history: readonly HistoryEntry[];
  /** When each paper was sent last, by its id. */
  readonly submittedAt: ReadonlyMap<string, string>;
  /** Whether the reader may know persons by name and see what they brought. */
  readonly withNames: boolean;
}

export function toPortalRegistration(
  { facts, particulars }: Case,
  derived: DerivedCase,
  context: JudgingContext,
  { assigneeName, history, submittedAt, withNames }: PortalExtras,
): PortalRegistration {
  const { registration, subject } = facts;
  const stations = toStations({ facts, particulars }, derived, context);
  const ending = FINAL_REGISTRATION_STATES.find((state) => state === registration.state) ?? null;
  // What is handed over lives on, verified as it was and with a fee of its own; of all others there is nothing left.
  const isGone = ending !== null && ending !== 'handed_over';
  const { status } = derived.verification;
  return {
    id: registration.id,
    accountName: registration.proposedName ?? '',
    accountType: registration.accountType,
    stage: derived.stage,
    holder: derived.holder,
    holderSince: derived.holderSince,
    paused: registration.pausedAt !== null,
    promise: derived.promise?.by ?? null,
    promiseRuleId: derived.promise?.ruleId ?? null,
    assigneeName: withNames ? assigneeName : null,
    wait: toWait(derived, context),
    nextJob: nextJob(facts, derived, context),
    journey: stations.flatMap(({ stage, outcome, at, holder, days, lost }) =>
      outcome === 'expected' || at === null
        ? []
        : [
            {
              stage,
              kind: outcome === 'done' ? ('reached' as const) : outcome,
              on: shanghaiDate(at),
              holder,
              days: outcome === 'current' ? null : days,
              amount: lost,
            },
          ],
    ),
    expectedLive: toExpectedLive(facts, stations),
    verification: isGone ? GONE : toVerification(derived),
    fee: isGone || status === 'not_available' ? null : toFee(facts, context),
    typeSwitch: {
      possible: CHOOSING_STATES.some((state) => state === registration.state),
      ruleId: 'type.switch',
      ruleValidFrom: context.rules.entries['type.switch'].validFrom,
    },
    ending,
    owner: {
      // A subject that is a person is named by its account.
      subjectName: withNames || subject.type !== 'individual' ? subject.name : (registration.proposedName ?? ''),
      adminName: withNames ? (particulars.admin?.name ?? null) : null,
      hasAdmin: particulars.admin !== null,
    },
    papers: withNames ? toPapers({ facts, particulars }, submittedAt) : [],
    signOff: toSignOff(facts),
    stillNeeded: stillNeeded(facts).map(({ code, state }) => ({ code, state })),
    history: history.map((entry) => ({
      id: entry.id,
      type: entry.kind,
      at: entry.occurredAt,
      voice: entry.voice,
      params: toParams(entry),
    })),
  };
}

/** In the order in which somebody wants to know of them. */
const PAPER_ORDER: readonly PrerequisiteState[] = ['returned', 'open', 'submitted', 'accepted'];

/** Those of the order that runs, or of the registration until it is submitted. */
function toPapers(
  { facts, particulars }: Case,
  submittedAt: ReadonlyMap<string, string>,
): PortalRegistration['papers'] {
  const order = openOrder(facts);
  const isGathering = facts.registration.submittedAt === null && order === null;
  return facts.prerequisites
    .filter(({ holder, orderId }) => holder === 'client' && (orderId === null ? isGathering : orderId === order?.id))
    .map(({ id, code, state }) => ({
      prerequisiteId: id,
      code,
      state,
      submittedAt: submittedAt.get(id) ?? null,
      reasonCode: state === 'returned' ? (particulars.papers[id]?.reasonCode ?? null) : null,
    }))
    .toSorted((one, other) => PAPER_ORDER.indexOf(one.state) - PAPER_ORDER.indexOf(other.state));
}

/** Asked for once the choices are made, until the case is submitted. */
function toSignOff(facts: RegistrationFacts): PortalRegistration['signOff'] {
  if (!SIGNING_STATES.some((state) => state === facts.registration.state)) return null;
  if (isSignedOff(facts)) return 'signed';
  return facts.signOff === null ? 'wanted' : 'changed';
}

function toStations({ facts, particulars }: Case, derived: DerivedCase, { today }: JudgingContext): JourneyStation[] {
  const { expectedRange, stage, holder } = derived;
  return deriveJourney(particulars.moves, facts, { stage, holder, expectedRange, today });
}

/** The first days live, expected; null where it is live already or the answer under way is not the last one. */
function toExpectedLive(
  { registration }: RegistrationFacts,
  stations: readonly JourneyStation[],
): PortalRegistration['expectedLive'] {
  const live = stations.find(({ stage, outcome }) => stage === 'live' && outcome === 'expected');
  if (registration.state === 'live' || !live?.expectedFromOn || !live.expectedToOn) return null;
  return { fromOn: live.expectedFromOn, toOn: live.expectedToOn };
}

function toWait({ expectedRange }: DerivedCase, { calendar, today }: JudgingContext): PortalRegistration['wait'] {
  if (!expectedRange) return null;
  const { startOn, fromOn, toOn, minDays, maxDays, provisional, ownCases, ruleId, days } = expectedRange;
  return {
    startedOn: startOn,
    fromOn,
    toOn,
    minDays,
    maxDays,
    dayNumber: countWorkingDays(calendar, startOn, today).workingDays,
    provisional,
    ownCases,
    ruleId,
    days: days.map(({ on, kind }) => ({ on, working: kind !== 'off', makeUp: kind === 'make_up' })),
  };
}

function toVerification({ verification }: DerivedCase): PortalRegistration['verification'] {
  const { status, until, untilOn, untilRuleId, provenance } = verification;
  return { status, untilOn: untilOn ?? (until && shanghaiDate(until)), provenance, ruleId: untilRuleId };
}

function toFee(facts: RegistrationFacts, context: JudgingContext): NonNullable<PortalRegistration['fee']> {
  const order = openOrder(facts);
  const size = facts.orders[0]?.organisationSize ?? null;
  const { fee, ruleId, ruledOn } = order
    ? feeOfOrder(order, facts, context)
    : { ...verificationFee(facts, size, context.rules), ruledOn: context.today };
  return {
    amount: fee,
    ruleId,
    ruleValidFrom: ruleId === null ? null : context.rulesOn(ruledOn).entries[ruleId].validFrom,
  };
}

/** Values of an entry that its sentence may show; everything else stays with us. */
const SHOWN = ['paper', 'untilOn', 'dueOn', 'step', 'paidOn', 'expiresOn', 'startsAt'] as const;

function toParams({ payload }: HistoryEntry): Record<string, string | number> {
  const { facts } = payload;
  const values: Record<string, unknown> = { ...(typeof facts === 'object' ? facts : null), ...payload };
  const params: Record<string, string | number> = {};
  for (const name of SHOWN) {
    const value = values[name];
    if (typeof value === 'string' || typeof value === 'number') params[name] = value;
  }
  return params;
}
