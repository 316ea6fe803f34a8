/** The one thing a client can do now for an account, or that there is none. Pure; called by the portal's mapper. */
import type { PortalRegistration } from '@daiban/contracts';
import {
  isSignedOff,
  renewalWindow,
  type Deadline,
  type DerivedCase,
  type JudgingContext,
  type OrderFacts,
  type PrerequisiteFacts,
  type RegistrationFacts,
} from '@daiban/domain';
import { OPEN_ORDER_STATES } from '@daiban/domain/enumerations';

type NextJob = NonNullable<PortalRegistration['nextJob']>;

/** Papers and facts the client still has to bring for what is under way: the open order's, before submission the registration's own; what came back is first. */
export function stillNeeded(facts: RegistrationFacts): PrerequisiteFacts[] {
  const order = openOrder(facts);
  const isGathering = facts.registration.state === 'awaiting_prerequisites';
  return facts.prerequisites
    .filter(
      ({ holder, state, orderId }) =>
        holder === 'client' &&
        (state === 'open' || state === 'returned') &&
        (orderId === null ? isGathering : orderId === order?.id),
    )
    .toSorted((one, other) => Number(other.state === 'returned') - Number(one.state === 'returned'));
}

/** Papers before the signature on them, a running order before a decision about the next. null: it is not the client's turn. */
export function nextJob(facts: RegistrationFacts, derived: DerivedCase, context: JudgingContext): NextJob | null {
  const { registration } = facts;
  const endOf = (kind: Deadline['kind']) => derived.deadlines.find((deadline) => deadline.kind === kind)?.on ?? null;
  const [paper] = stillNeeded(facts);
  if (registration.state === 'awaiting_prerequisites') {
    if (paper) return paperJob('paper', paper, null);
    return isSignedOff(facts) ? null : plainJob('sign_off', null);
  }
  if (registration.state === 'proving_subject' && registration.route === 'small_transfer')
    return derived.holder === 'client' ? plainJob('transfer', endOf('small_transfer')) : null;
  // Nothing is asked for an account that Tencent has restricted; one that closes or moves waits for its own confirmation only.
  if (registration.state === 'restricted') return null;
  if (registration.state === 'closing' || registration.state === 'migrating') return leavingJob(derived.deadlines);
  const order = openOrder(facts);
  if (order) return orderJob(order, paper, endOf);
  if (registration.state !== 'live' || registration.renewalDecision !== null) return null;
  const window = renewalWindow(facts.verification, context.rules);
  const isOpen = window !== null && context.today >= window.opensOn && context.today <= window.untilOn;
  return isOpen ? plainJob('renewal_decision', window.untilOn) : null;
}

/** What the client or their admin does for an account to move or to close, as long as its days run. */
function leavingJob(deadlines: readonly Deadline[]): NextJob | null {
  for (const kind of ['deregistration_proof', 'deregistration_confirmation', 'migration_confirmation'] as const) {
    const deadline = deadlines.find((one) => one.kind === kind);
    if (deadline) return plainJob(kind, deadline.on);
  }
  return null;
}

function orderJob(
  order: OrderFacts,
  paper: PrerequisiteFacts | undefined,
  endOf: (kind: Deadline['kind']) => string | null,
): NextJob | null {
  switch (order.state) {
    case 'preparing':
      return paper ? paperJob('paper', paper, null) : null;
    case 'awaiting_fee':
      return order.payer === 'client' ? plainJob('fee', endOf('payment')) : null;
    case 'awaiting_supplement':
      return paper ? paperJob('supplement', paper, endOf('supplement')) : null;
    case 'awaiting_dispatch':
    case 'in_review':
    case 'passed':
    case 'failed':
    case 'payment_expired':
    case 'cancelled':
      return null;
  }
}

function openOrder({ orders }: RegistrationFacts): OrderFacts | undefined {
  return orders.find(({ state }) => (OPEN_ORDER_STATES as readonly string[]).includes(state));
}

function paperJob(kind: 'paper' | 'supplement', { id, code }: PrerequisiteFacts, dueOn: string | null): NextJob {
  return { kind, code, prerequisiteId: id, dueOn };
}

function plainJob(kind: NextJob['kind'], dueOn: string | null): NextJob {
  return { kind, code: null, prerequisiteId: null, dueOn };
}
