/** Turns rows into what the domain judges and what the renewals page shows. Called by this feature's services. */
import type { Renewal } from '@daiban/contracts';
import {
  ladderRests,
  ladderSteps,
  viewVerification,
  type JudgingContext,
  type LadderFacts,
  type VerificationFacts,
  type VerificationView,
} from '@daiban/domain';
import { daysBetween } from '@daiban/domain/calendar';
import type { DeliveryState } from '@daiban/domain/enumerations';
import type { RenewalFactsRow, RenewalRow } from './renewals.repository.js';

type LadderState = Renewal['ladder'][number]['state'];

/** The few facts that the ladder looks at. */
export function toLadderFacts(row: RenewalFactsRow): LadderFacts {
  const { state, pausedAt, decision, decidedAt, openOrderState } = row;
  return {
    registration: {
      state,
      pausedAt,
      renewalDecision: decision === null || decidedAt === null ? null : { decision, at: decidedAt, by: null },
    },
    verification: toVerificationFacts(row),
    openOrderState,
  };
}

export function toVerificationFacts(row: RenewalFactsRow): VerificationFacts {
  return {
    qualification: row.qualification,
    naming: row.naming,
    until: row.until,
    untilOn: row.untilOn,
    provenance: row.provenance,
    untilProvenance: row.untilProvenance,
    windowOpensOn: row.windowOpensOn,
    conflict: row.conflict && { ...row.conflict, observed: null },
    readable: row.readable,
    lastReadAt: row.lastReadAt,
    inherited: row.inherited,
  };
}

/** @param toVerification writes the verification with its rules in the reader's language */
export function toRenewal(
  row: RenewalRow,
  context: JudgingContext,
  toVerification: (view: VerificationView) => Renewal['verification'],
): Renewal {
  const view = viewVerification(
    {
      registration: { accountType: row.accountType },
      subject: { type: row.subjectType },
      verification: toVerificationFacts(row),
    },
    context,
  );
  return {
    registrationId: row.registrationId,
    client: { id: row.clientId, name: row.clientName },
    accountName: row.accountName,
    verification: toVerification(view),
    endsOn: row.endsOn,
    daysLeft: daysBetween(context.today, row.endsOn),
    order: row.openOrderId && row.openOrderState ? { id: row.openOrderId, state: row.openOrderState } : null,
    decision: row.decision,
    ladder: toLadder(row, context),
  };
}

function toLadder(row: RenewalRow, { rules, today }: JudgingContext): Renewal['ladder'] {
  const rest = ladderRests(toLadderFacts(row), today);
  // A pause ends; whatever else stops a ladder stops it for good, unless the account's facts change.
  const isStopped = rest !== null && rest !== 'paused';
  return ladderSteps(row.endsOn, rules).map(({ step, on }) => {
    const sent = row.deliveries.filter((delivery) => delivery.step === step).map(({ state }) => state);
    const state = sent.length > 0 ? stateOf(sent) : on < today ? 'missed' : isStopped ? 'skipped' : 'planned';
    return { step, on, state };
  });
}

/** Of several receivers' mails the one that came furthest speaks for the step. */
const FURTHEST: readonly DeliveryState[] = ['accepted', 'sending', 'queued', 'bounced', 'dead', 'skipped'];

function stateOf(states: readonly DeliveryState[]): LadderState {
  const furthest = FURTHEST.find((state) => states.includes(state)) ?? 'skipped';
  return furthest === 'sending' ? 'queued' : furthest;
}
