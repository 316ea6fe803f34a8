/** The facts as they are once a judgement's changes are written. The API derives stage, holder and promise of the new state from it; replays and tests use it too. */
import type { OrderFacts, RegistrationFacts } from './registration-facts.js';
import type { Change } from './registration-change.js';

/** Applies changes in their order, without touching the given facts. `orderId` is the id the API gave to an order opened here. */
export function applyChanges(facts: RegistrationFacts, changes: readonly Change[], orderId = 'new'): RegistrationFacts {
  return changes.reduce((current, change) => applyChange(current, change, orderId), facts);
}

function applyChange(facts: RegistrationFacts, change: Change, newOrderId: string): RegistrationFacts {
  const { registration } = facts;
  switch (change.kind) {
    case 'registration_moved':
      return {
        ...facts,
        registration: {
          ...registration,
          state: change.to,
          enteredStateAt: change.at,
          version: registration.version + 1,
        },
      };
    case 'registration_set':
      return { ...facts, registration: { ...registration, ...change.fields } };
    case 'verification_set':
      return { ...facts, verification: { ...facts.verification, ...change.fields } };
    case 'order_opened':
      return {
        ...facts,
        orders: [
          { ...EMPTY_ORDER, ...change.order, id: newOrderId, enteredStateAt: change.order.openedAt },
          ...facts.orders,
        ],
      };
    case 'order_moved':
      return withOrder(facts, change.orderId, (order) => ({
        ...order,
        state: change.to,
        enteredStateAt: change.at,
        version: order.version + 1,
      }));
    case 'order_set':
      return withOrder(facts, change.orderId, (order) => ({ ...order, ...change.fields }));
    case 'email_moved': {
      if (facts.email === null) return facts;
      const isHere = change.to !== 'free' && change.to !== 'recheck' && change.to !== 'blocked';
      const email = { ...facts.email, state: change.to, reservedHere: isHere, reservedUntil: null };
      // A fresh check is asked of an address that was let go.
      return {
        ...facts,
        email: isHere
          ? { ...email, controlProven: email.controlProven || change.controlProven === true }
          : { ...email, check: null },
      };
    }
    case 'email_replaced': {
      const { nextEmail } = facts;
      if (nextEmail === null) return facts;
      const email = { ...nextEmail, state: 'in_use' as const, reservedUntil: null, controlProven: true };
      return { ...facts, email, nextEmail: null };
    }
    case 'admin_set':
      return facts.successor === null
        ? facts
        : {
            ...facts,
            admin: {
              ...facts.successor.admin,
              isLegalRepresentative: change.isLegalRepresentative,
              idPaperAcceptedBy: null,
            },
            counters: { ...facts.counters, ...facts.successor.counters },
            successor: null,
          };
    case 'subject_set':
      return { ...facts, subject: { ...facts.subject, ...change.fields } };
    case 'slots_set':
      return { ...facts, slots: change.state };
    case 'sign_off_voided':
      return { ...facts, signOff: facts.signOff && { ...facts.signOff, voidedAt: change.at } };
    case 'admin_papers_deleted':
      return {
        ...facts,
        admin: facts.admin && {
          ...facts.admin,
          consent: null,
          idUploadedBy: null,
          idCheckedBy: null,
          idPaperAcceptedBy: null,
        },
        // What was handed in stays what was handed in: nobody brings it a second time.
        prerequisites: facts.prerequisites.map((item) =>
          item.holder === 'admin_person' && item.orderId === null && registration.submittedAt === null
            ? { ...item, state: 'open' as const, expiresOn: null }
            : item,
        ),
      };
    case 'prerequisites_required': {
      const orderId = change.orderId === 'new' ? newOrderId : change.orderId;
      const missing = change.items.filter(
        ({ code }) => !facts.prerequisites.some((item) => item.code === code && item.orderId === orderId),
      );
      const added = missing.map((item) => ({
        ...item,
        id: `${orderId ?? registration.id}:${item.code}`,
        state: 'open' as const,
        expiresOn: null,
        orderId,
      }));
      return { ...facts, prerequisites: [...facts.prerequisites, ...added] };
    }
    // Written elsewhere than in these facts: another row of the subject, a sealed copy, the history.
    case 'small_transfer_set':
    case 'snapshot_sealed':
    case 'history':
      return facts;
  }
}

function withOrder(facts: RegistrationFacts, id: string, change: (order: OrderFacts) => OrderFacts): RegistrationFacts {
  return { ...facts, orders: facts.orders.map((order) => (order.id === id ? change(order) : order)) };
}

/** What a new order's row holds before anything happened to it. */
const EMPTY_ORDER = {
  version: 1,
  fee: null,
  receivingNumber: null,
  payment: null,
  feeWaived: false,
  paidAt: null,
  chancesUsed: 0,
  supplementDueOn: null,
  supplementReason: null,
  auditor: null,
  reviewStartedAt: null,
  missedCalls: 0,
} as const;
