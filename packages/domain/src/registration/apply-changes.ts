/** The case as it is after a judgement: the same facts with its changes in. The API derives its projections and its answer from it, so nothing is read twice. */
import type { OrderFacts, PrerequisiteFacts, RegistrationFacts } from './registration-facts.js';
import { NEW_ORDER, type Change } from './registration-change.js';

/**
 * Applies the changes in their order. Version moves by one however many there are; so does the version of each order they touch.
 * @param newId makes the id of a new order or paper, so that what is written is what was answered
 */
export function applyChanges(
  facts: RegistrationFacts,
  changes: readonly Change[],
  newId: () => string,
): RegistrationFacts {
  let after: RegistrationFacts = {
    ...facts,
    registration: { ...facts.registration, version: facts.registration.version + 1 },
  };
  let openedId: string | null = null;
  const touched = new Set<string>();

  const changeOrder = (orderId: string, patch: Partial<OrderFacts>) => {
    const id = orderId === NEW_ORDER ? openedId : orderId;
    const known = after.orders.find((order) => order.id === id);
    if (!known) throw new Error(`a change names order ${orderId}, which this case does not have`);
    // A new order begins with version 1 whatever else the same judgement does to it.
    const version = known.version + (touched.has(known.id) ? 0 : 1);
    touched.add(known.id);
    after = {
      ...after,
      orders: after.orders.map((order) => (order === known ? { ...order, ...patch, version } : order)),
    };
  };

  for (const change of changes) {
    switch (change.kind) {
      case 'registration_moved':
        after = {
          ...after,
          registration: { ...after.registration, state: change.to, enteredStateAt: change.at },
        };
        break;
      case 'registration_set':
        after = { ...after, registration: { ...after.registration, ...change.fields } };
        break;
      case 'verification_set':
        after = { ...after, verification: { ...after.verification, ...change.fields } };
        break;
      case 'order_opened':
        openedId = newId();
        touched.add(openedId);
        after = {
          ...after,
          orders: [{ ...EMPTY_ORDER, ...change.order, ...enteredBy(change.order), id: openedId }, ...after.orders],
        };
        break;
      case 'order_moved':
        changeOrder(change.orderId, { state: change.to, enteredStateAt: change.at });
        break;
      case 'order_set':
        changeOrder(change.orderId, change.fields);
        break;
      case 'email_moved':
        // An address that is free again or has to be checked again is no longer this registration's.
        after = { ...after, email: change.to === 'free' || change.to === 'recheck' ? null : movedEmail(after, change) };
        break;
      case 'slots_set':
        after = { ...after, slots: change.state };
        break;
      case 'prerequisites_required':
        after = { ...after, prerequisites: [...after.prerequisites, ...missingPapers(after, change, openedId, newId)] };
        break;
      case 'sign_off_voided':
        after = { ...after, signOff: after.signOff && { ...after.signOff, voidedAt: change.at } };
        break;
      case 'admin_papers_deleted':
        after = {
          ...after,
          admin: after.admin && { ...after.admin, consent: null },
          prerequisites: after.prerequisites.map((paper) =>
            paper.holder === 'admin_person' ? { ...paper, state: 'open', expiresOn: null } : paper,
          ),
        };
        break;
      case 'small_transfer_set':
      case 'snapshot_sealed':
      case 'history':
        // Written beside the case; no later decision about this case reads them from it.
        break;
    }
  }
  return after;
}

/** An order as nothing has happened to it yet. */
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
} as const satisfies Partial<OrderFacts>;

function enteredBy(order: { openedAt: string }): Pick<OrderFacts, 'enteredStateAt'> {
  return { enteredStateAt: order.openedAt };
}

function movedEmail(
  facts: RegistrationFacts,
  change: Extract<Change, { kind: 'email_moved' }>,
): RegistrationFacts['email'] {
  if (!facts.email) return null;
  return {
    ...facts.email,
    state: change.to,
    reservedUntil: change.to === 'reserved' ? facts.email.reservedUntil : null,
    controlProven: facts.email.controlProven || change.controlProven === true,
  };
}

/** A paper that is already asked for, in whatever state, stays as it is. */
function missingPapers(
  facts: RegistrationFacts,
  change: Extract<Change, { kind: 'prerequisites_required' }>,
  openedId: string | null,
  newId: () => string,
): PrerequisiteFacts[] {
  const orderId = change.orderId === NEW_ORDER ? openedId : change.orderId;
  const present = new Set(facts.prerequisites.filter((paper) => paper.orderId === orderId).map((paper) => paper.code));
  return change.items
    .filter((item) => !present.has(item.code))
    .map((item) => ({ ...item, id: newId(), state: 'open', expiresOn: null, orderId }));
}
