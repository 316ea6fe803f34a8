/**
 * Everything about a case that is derived at the moment of asking: stage, holder, promise, range, deadlines, verification.
 * Called by the API's mappers. `boardStage`, `holder` and `dueAt` are also stored as projections so that lists can be
 * filtered and sorted; nothing is ever decided from a projection.
 */
import { shanghaiInstant } from '../calendar/index.js';
import type {
  Holder,
  NamingResult,
  Provenance,
  QualificationResult,
  Stage,
  VerificationStatus,
} from '../enumerations/index.js';
import type { Money } from '../machine/money.js';
import type { RuleId } from '../rulebook/rule-values.js';
import { renewalWindow } from '../renewal/renewal-window.js';
import { deriveVerificationStatus } from '../verification/verification-status.js';
import { deriveExpectedRange, type ExpectedRange } from './expected-range.js';
import { deriveHolder } from './holder.js';
import type { JudgingContext } from './judging.js';
import { listDeadlines, type Deadline } from './registration-deadlines.js';
import type {
  ProofState,
  RegistrationFacts,
  RegistrationRow,
  SubjectFacts,
  VerificationConflict,
  VerificationFacts,
} from './registration-facts.js';
import { deriveBoardStage, deriveStage } from './stage.js';
import { deriveUpdatePromise, type UpdatePromise } from './update-promise.js';

/** What is known of the verification, as it is shown. */
export interface VerificationView {
  status: VerificationStatus;
  qualification: QualificationResult | null;
  naming: NamingResult | null;
  until: string | null;
  untilOn: string | null;
  /** Where the end comes from, else where the result does. */
  provenance: Provenance | null;
  /** The rule that an assumed end was counted by; null: it was told. */
  untilRuleId: RuleId | null;
  /** `ruleId` null: WeChat told the opening. */
  window: { opensOn: string; basis: 'wechat' | 'computed'; ruleId: RuleId | null } | null;
  conflict: VerificationConflict | null;
  readable: boolean;
  lastReadAt: string | null;
}

export interface DerivedCase {
  stage: Stage;
  /** The stage as far as it does not depend on the day. */
  boardStage: Stage;
  holder: Holder;
  /** Since when, as stored when the holder last changed. */
  holderSince: string;
  promise: UpdatePromise | null;
  expectedRange: ExpectedRange | null;
  deadlines: readonly Deadline[];
  proof: { state: ProofState; startedAt: string | null; transferAmount: Money | null };
  verification: VerificationView;
  /** The next thing with a time: the promise or the nearest deadline (its day's end), whichever is first. */
  dueAt: string | null;
}

/** The case as it stands at `context.now`. */
export function deriveCase(facts: RegistrationFacts, context: JudgingContext): DerivedCase {
  const { registration } = facts;
  const stage = deriveStage(facts, context);
  const promise = deriveUpdatePromise(facts, stage, context);
  const deadlines = listDeadlines(facts, context);
  return {
    stage,
    boardStage: deriveBoardStage(facts),
    holder: deriveHolder(facts, context),
    holderSince: registration.holderSince,
    promise,
    expectedRange: deriveExpectedRange(facts, context),
    deadlines,
    proof: {
      state: registration.proof,
      startedAt: registration.routeStartedAt,
      transferAmount: registration.transferAmount,
    },
    verification: viewVerification(facts, context),
    dueAt: earliest([promise?.by ?? null, deadlines[0] ? shanghaiInstant(deadlines[0].on, '23:59') : null]),
  };
}

/** The verification as it is shown at `context.now`. */
export function viewVerification(
  facts: {
    registration: Pick<RegistrationRow, 'accountType'>;
    subject: Pick<SubjectFacts, 'type'>;
    verification: VerificationFacts;
  },
  context: Pick<JudgingContext, 'rules' | 'now'>,
): VerificationView {
  const { registration, subject, verification } = facts;
  const window = renewalWindow(verification, context.rules);
  const account = { accountType: registration.accountType, subjectType: subject.type };
  return {
    status: deriveVerificationStatus(verification, account, context.now),
    qualification: verification.qualification,
    naming: verification.naming,
    until: verification.until,
    untilOn: verification.untilOn,
    provenance: verification.untilProvenance ?? verification.provenance,
    untilRuleId: verification.untilProvenance === 'assumed' ? 'verification.validity_months' : null,
    window: window && {
      opensOn: window.opensOn,
      basis: window.basis,
      ruleId: window.basis === 'computed' ? 'renewal.window_days' : null,
    },
    conflict: verification.conflict,
    readable: verification.readable,
    lastReadAt: verification.lastReadAt,
  };
}

function earliest(instants: readonly (string | null)[]): string | null {
  return instants.filter((instant) => instant !== null).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}
