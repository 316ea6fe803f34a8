/** The stage a board shows, first that fits; derived, never decided from. Called by `deriveCase`. */
import type { OrderState, RegistrationState, Stage } from '../enumerations/index.js';
import { renewalWindow } from '../renewal/renewal-window.js';
import { deriveVerificationStatus } from '../verification/verification-status.js';
import { openOrder, type JudgingContext } from './judging.js';
import type { RegistrationFacts } from './registration-facts.js';

/** Stages that depend on the day: a list stores `live` for them and works them out when it is read. */
export const TIMED_STAGES = ['live', 'renewal_due', 'verification_expired'] as const satisfies readonly Stage[];

const OF_STATE: Record<Exclude<RegistrationState, 'proving_subject' | 'live'>, Stage> = {
  withdrawn: 'closed',
  closed: 'closed',
  migrated: 'closed',
  handed_over: 'closed',
  lapsed: 'lapsed',
  closing: 'closing',
  migrating: 'migrating',
  restricted: 'restricted',
  draft: 'draft',
  awaiting_prerequisites: 'prerequisites',
  awaiting_email: 'email',
  awaiting_admin_verification: 'admin_verification',
  ready_to_submit: 'ready',
};

const OF_ORDER: Record<OrderState, Stage> = {
  preparing: 'fee',
  awaiting_fee: 'fee',
  awaiting_dispatch: 'review',
  in_review: 'review',
  awaiting_supplement: 'supplement',
  passed: 'review',
  failed: 'rejected',
  payment_expired: 'fee',
  cancelled: 'fee',
};

/** The stage today. */
export function deriveStage(facts: RegistrationFacts, context: JudgingContext): Stage {
  const stage = deriveBoardStage(facts);
  if (stage !== 'live') return stage;
  const { registration, subject, verification } = facts;
  const status = deriveVerificationStatus(
    verification,
    { accountType: registration.accountType, subjectType: subject.type },
    context.now,
  );
  if (status === 'expired') return 'verification_expired';
  const window = renewalWindow(verification, context.rules);
  const isDue =
    window !== null && context.today >= window.opensOn && registration.renewalDecision?.decision !== 'declined';
  return isDue ? 'renewal_due' : 'live';
}

/** The stage as far as it does not depend on the day: `live` stands for all of `TIMED_STAGES`. */
export function deriveBoardStage(facts: Pick<RegistrationFacts, 'registration' | 'orders'>): Stage {
  const { state, route } = facts.registration;
  if (state === null) return 'draft';
  if (state === 'live') return openOrder(facts) === null ? 'live' : 'renewal_in_progress';
  if (state !== 'proving_subject') return OF_STATE[state];
  if (route !== 'wechat_verification') return 'proof';
  const order = openOrder(facts) ?? facts.orders[0];
  return order ? OF_ORDER[order.state] : 'fee';
}
