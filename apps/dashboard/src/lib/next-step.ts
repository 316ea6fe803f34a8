/** Chooses the one next thing of a case, for the card on top of it: an event, a paper, an address, a person or a signature. Pure; the API still decides. */
import type { Prerequisite, RegistrationCase, VerificationOrder } from '@daiban/contracts';
import type { OrderEvent, OrderState, RegistrationEvent, RegistrationState } from '@daiban/domain/enumerations';
import { OPEN_ORDER_STATES } from '@daiban/domain/enumerations';

/** What the choice looks at. */
export type NextStepCase = Pick<
  RegistrationCase,
  | 'state'
  | 'stage'
  | 'route'
  | 'holder'
  | 'paused'
  | 'accountEmail'
  | 'admin'
  | 'signOff'
  | 'availableEvents'
  | 'verification'
  | 'renewalDecision'
  | 'lifeAfter'
>;
export type NextStepPaper = Pick<Prerequisite, 'id' | 'state' | 'required' | 'holder' | 'orderId'>;
export type NextStepOrder = Pick<VerificationOrder, 'id' | 'state' | 'naming' | 'availableEvents'>;

export type NextStep =
  | { kind: 'registration_event'; event: RegistrationEvent }
  | { kind: 'order_event'; orderId: string; event: OrderEvent }
  /** Nothing for us to do; when the answer comes, one of these is recorded. */
  | { kind: 'hear_tencent'; orderId: string; events: readonly OrderEvent[] }
  | { kind: 'open_order'; orderKind: 'first' | 'renewal' | 're_verification' }
  | { kind: 'review_papers'; ids: readonly string[] }
  | { kind: 'collect_papers'; ids: readonly string[] }
  | { kind: 'sign_off' }
  | { kind: 'reserve_email' }
  | { kind: 'check_email' }
  | { kind: 'set_admin' }
  | { kind: 'record_consent' }
  | { kind: 'nothing' };

/** The event that carries a case out of each state, where it is one. */
const WAY_ON: Partial<Record<RegistrationState, RegistrationEvent>> = {
  draft: 'advice_accepted',
  awaiting_prerequisites: 'prerequisites_completed',
  awaiting_email: 'email_confirmed',
  awaiting_admin_verification: 'admin_verified',
  ready_to_submit: 'information_submitted',
  lapsed: 'restarted',
};

/** The event of ours that carries an order on, in the order in which they are looked for. */
const ORDER_WAY_ON: Partial<Record<OrderState, readonly OrderEvent[]>> = {
  preparing: ['application_submitted'],
  awaiting_fee: ['fee_waived', 'fee_paid'],
  awaiting_supplement: ['supplement_submitted'],
};

/** What Tencent may say next, the most frequent first. */
const ORDER_ANSWERS: Partial<Record<OrderState, readonly OrderEvent[]>> = {
  awaiting_dispatch: ['auditor_assigned'],
  in_review: ['qualification_passed', 'supplement_requested', 'qualification_failed'],
};

/** @param orders newest first */
export function chooseNextStep(
  found: NextStepCase,
  papers: readonly NextStepPaper[],
  orders: readonly NextStepOrder[],
): NextStep {
  if (found.paused) return { kind: 'registration_event', event: 'case_resumed' };
  if (found.verification.conflict) return { kind: 'registration_event', event: 'verification_conflict_resolved' };
  const leaving = lifeAfterStep(found);
  if (leaving) return { kind: 'registration_event', event: leaving };
  const order = orders.find(({ state }) => (OPEN_ORDER_STATES as readonly OrderState[]).includes(state));
  if (order) return papersFirst(papers, order) ?? orderStep(order);
  switch (found.state) {
    case 'awaiting_prerequisites':
      return papersFirst(papers, null) ?? (found.signOff?.standing ? wayOn(found) : { kind: 'sign_off' });
    case 'awaiting_email':
      if (!found.accountEmail) return { kind: 'reserve_email' };
      return found.accountEmail.lastCheck?.result === 'unused' ? wayOn(found) : { kind: 'check_email' };
    case 'awaiting_admin_verification':
      if (!found.admin) return { kind: 'set_admin' };
      return found.admin.consent ? wayOn(found) : { kind: 'record_consent' };
    case 'proving_subject':
      if (found.route === 'wechat_verification') return { kind: 'open_order', orderKind: 'first' };
      return {
        kind: 'registration_event',
        event: isOffered(found, 'transfer_sent') ? 'transfer_sent' : 'subject_proven',
      };
    case 'live': {
      // A name may be decided long after the rest; a renewal that is due does not wait for it.
      const unnamed = orders.find(({ state, naming }) => state === 'passed' && naming === 'pending');
      if (unnamed && found.stage === 'live') {
        return { kind: 'hear_tencent', orderId: unnamed.id, events: ['naming_passed', 'naming_failed'] };
      }
      if (found.stage === 'verification_expired') return { kind: 'open_order', orderKind: 're_verification' };
      if (found.stage !== 'renewal_due' || found.renewalDecision?.decision === 'declined') return { kind: 'nothing' };
      return found.renewalDecision
        ? { kind: 'open_order', orderKind: 'renewal' }
        : { kind: 'registration_event', event: 'renewal_accepted' };
    }
    default:
      return wayOn(found);
  }
}

/** What an account waits for that is frozen, moves or closes, whatever order of it is open. */
function lifeAfterStep({ state, lifeAfter }: NextStepCase): RegistrationEvent | null {
  if (state === 'restricted') return 'account_restored';
  if (state === 'migrating') return lifeAfter.migration?.approvedAt ? 'migration_completed' : 'migration_approved';
  if (state !== 'closing') return null;
  return lifeAfter.closing?.freezeEndsOn ? 'deregistration_confirmed' : 'deregistration_proven';
}

function wayOn({ state }: NextStepCase): NextStep {
  const event = WAY_ON[state];
  return event ? { kind: 'registration_event', event } : { kind: 'nothing' };
}

function isOffered({ availableEvents }: NextStepCase, event: RegistrationEvent): boolean {
  return availableEvents.some((each) => each.event === event && each.allowed);
}

function orderStep(order: NextStepOrder): NextStep {
  const answers = ORDER_ANSWERS[order.state];
  if (answers) return { kind: 'hear_tencent', orderId: order.id, events: answers };
  const events = ORDER_WAY_ON[order.state] ?? [];
  const allowed = order.availableEvents.find(({ event, allowed: may }) => may && events.includes(event));
  const event = allowed?.event ?? events.at(-1);
  return event ? { kind: 'order_event', orderId: order.id, event } : { kind: 'nothing' };
}

/** Papers that hold up this order (or, without one, the registration): what waits for us before what we wait for. */
function papersFirst(papers: readonly NextStepPaper[], order: NextStepOrder | null): NextStep | null {
  if (order && order.state !== 'preparing' && order.state !== 'awaiting_supplement') return null;
  const mine = papers.filter(({ required, orderId }) => required && (order ? orderId === order.id : orderId === null));
  const submitted = mine.filter(({ state }) => state === 'submitted');
  if (submitted.length > 0) return { kind: 'review_papers', ids: submitted.map(({ id }) => id) };
  const open = mine.filter(({ state }) => state === 'open' || state === 'returned');
  return open.length > 0 ? { kind: 'collect_papers', ids: open.map(({ id }) => id) } : null;
}
