/** Whose turn it is: of a registration and of one of its orders. Derived; called by `deriveCase` and the order's mapper. */
import { addDays, shanghaiDate } from '../calendar/index.js';
import type { Holder } from '../enumerations/index.js';
import { openOrder, type JudgingContext } from './judging.js';
import type { OrderFacts, PrerequisiteFacts, RegistrationFacts } from './registration-facts.js';
import { isSignedOff } from './sign-off.js';

/** Exactly one holder for every registration. A freeze passes the turn on by its last day alone. */
export function deriveHolder(
  facts: RegistrationFacts,
  { rulesOn, today }: Pick<JudgingContext, 'rulesOn' | 'today'>,
): Holder {
  const { registration, subject, email } = facts;
  switch (registration.state) {
    case null:
    case 'draft':
    case 'ready_to_submit':
    case 'restricted':
    case 'lapsed':
      return 'agency';
    case 'awaiting_prerequisites':
      if (!isSignedOff(facts)) return 'client';
      return papersHolder(facts.prerequisites.filter(({ orderId }) => orderId === null));
    case 'awaiting_email':
      return email?.holder ?? 'agency';
    case 'awaiting_admin_verification':
      return subject.type === 'overseas_enterprise' || registration.appointmentAt === null ? 'agency' : 'admin_person';
    case 'proving_subject':
      return proofHolder(facts);
    case 'live': {
      // A conflict or a failed name is ours to decide before anything else counts.
      if (isContradicted(facts)) return 'agency';
      const [newest] = facts.orders;
      const order = openOrder(facts) ?? newest;
      return order === undefined ? 'none' : deriveOrderHolder(order, facts);
    }
    case 'migrating':
      return registration.migrationApprovedAt === null ? 'tencent' : 'admin_person';
    case 'closing':
      if (registration.freezeEndsOn !== null) return today <= registration.freezeEndsOn ? 'tencent' : 'admin_person';
      return rulesOn(shanghaiDate(registration.enteredStateAt)).entries['deregistration.proof'].value[subject.type] ===
        'small_transfer'
        ? 'client'
        : 'agency';
    case 'withdrawn':
    case 'closed':
    case 'migrated':
    case 'handed_over':
      // Over for us, and Tencent says otherwise: somebody has to look.
      return isContradicted(facts) ? 'agency' : 'none';
  }
}

/** The day from which time alone has passed the turn on: the one after a freeze; null: the last event did. */
export function turnPassedOn({ registration }: Pick<RegistrationFacts, 'registration'>, today: string): string | null {
  const { state, freezeEndsOn } = registration;
  return state === 'closing' && freezeEndsOn !== null && today > freezeEndsOn ? addDays(freezeEndsOn, 1) : null;
}

function isContradicted({ registration, verification }: RegistrationFacts): boolean {
  return verification.conflict !== null || registration.importedConflict !== null;
}

/** Whose turn an order is. */
export function deriveOrderHolder(
  order: OrderFacts,
  facts: Pick<RegistrationFacts, 'registration' | 'prerequisites'>,
): Holder {
  const items = facts.prerequisites.filter(({ orderId }) => orderId === order.id);
  switch (order.state) {
    case 'preparing':
      return papersHolder(items);
    case 'awaiting_fee':
      return order.payer;
    case 'awaiting_dispatch':
    case 'in_review':
      return 'tencent';
    case 'awaiting_supplement':
      return papersHolder(items) === 'client' ? 'client' : 'agency';
    case 'passed':
      return order.naming === 'pending' ? 'tencent' : 'none';
    case 'failed':
      return 'agency';
    case 'payment_expired':
    case 'cancelled':
      return facts.registration.state === 'proving_subject' ? 'agency' : 'none';
  }
}

/** Client first, then the admin person; ours once nothing of theirs is open or returned. */
function papersHolder(items: readonly PrerequisiteFacts[]): Holder {
  const waiting = items.filter(({ required, state }) => required && (state === 'open' || state === 'returned'));
  const isOf = (holder: Holder) => waiting.some((item) => item.holder === holder);
  return isOf('client') ? 'client' : isOf('admin_person') ? 'admin_person' : 'agency';
}

function proofHolder(facts: RegistrationFacts): Holder {
  const { registration, admin } = facts;
  if (registration.proof === 'failed') return 'agency';
  switch (registration.route) {
    case 'wechat_verification': {
      const order = openOrder(facts) ?? facts.orders[0];
      return order === undefined ? 'agency' : deriveOrderHolder(order, facts);
    }
    case 'small_transfer':
      return registration.proof === 'transfer_sent' ? 'tencent' : 'client';
    case 'legal_representative':
      return admin?.isLegalRepresentative ? 'admin_person' : 'client';
    case 'identity_scan':
      return 'tencent';
  }
}
