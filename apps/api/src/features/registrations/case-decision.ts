/** What a change of a case comes down to: the facts as they will be, what stands beside them, and what the history says. Made by judges' changes or by the services; written by `CasesService`. */
import {
  applyChanges,
  NEW_ORDER,
  type Change,
  type Finding,
  type HistoryDraft,
  type HistoryKind,
  type RegistrationFacts,
  type SubjectFields,
} from '@daiban/domain';
import { FINAL_REGISTRATION_STATES, type SlotState } from '@daiban/domain/enumerations';
import { v7 } from 'uuid';
import type { Case, CaseEntry, CaseParticulars } from './case.js';

export interface CaseDecision {
  /** As they are afterwards; their version is one more, but for news of the case. */
  readonly facts: RegistrationFacts;
  readonly particulars: CaseParticulars;
  readonly entries: readonly CaseEntry[];
  readonly beside: Beside;
  /** What does not forbid the change and should be said at once. */
  readonly warnings?: readonly Finding[];
  /** Other statements of this transaction have written something: COMMIT waits for the case's own answer. */
  readonly amongOthers?: boolean;
}

/** Where a lapsed case may go and what it let go is of no more use to it. */
const NAMES_NO_LOST_ADDRESS = ['awaiting_prerequisites', ...FINAL_REGISTRATION_STATES] as const;

/** Rows beside the case's own that the change touches. */
export interface Beside {
  /** The state of all its places under limits from now on; null frees them. Absent: as before. */
  readonly slots?: SlotState | null;
  readonly transferRunning?: boolean;
  readonly emailMoved?: {
    readonly emailId: string;
    readonly state: string;
    readonly kept: boolean;
    readonly controlProven: boolean;
  };
  /** The address before, by its id: it is let go for the next one. */
  readonly emailReplaced?: { readonly emailId: string };
  /** What an event learnt about the subject itself. */
  readonly subject?: SubjectFields;
  readonly signOffVoidedAt?: string;
  readonly signOff?: {
    readonly id: string;
    readonly contactId: string;
    readonly textVersion: string;
    readonly choices: object;
    readonly signedAt: string;
    readonly recordedBy: string | null;
  };
  readonly consentWithdrawnOf?: string;
  readonly sealed?: true;
}

/** The decision that a judgement's changes make. */
export function decisionOf(before: Case, changes: readonly Change[]): CaseDecision {
  const newOrderId = v7();
  const facts = withRows(before.facts, applyChanges(before.facts, changes, newOrderId));
  const { particulars } = before;
  let beside: Beside = {};
  const drafts: HistoryDraft[] = [];
  for (const change of changes) {
    switch (change.kind) {
      case 'slots_set':
        beside = { ...beside, slots: change.state };
        break;
      case 'small_transfer_set':
        beside = { ...beside, transferRunning: change.running };
        break;
      case 'email_moved':
        if (particulars.emailId && before.facts.email) {
          const kept = change.to !== 'free' && change.to !== 'recheck';
          beside = {
            ...beside,
            emailMoved: {
              emailId: particulars.emailId,
              state: change.to,
              kept,
              controlProven: change.controlProven === true,
            },
          };
        }
        break;
      case 'email_replaced':
        // The new one is written like any address that moves, the old one beside it.
        if (particulars.nextEmailId !== null) {
          const moved = { emailId: particulars.nextEmailId, state: 'in_use', kept: true, controlProven: true };
          // One that the case only names may be another account's by now.
          const old = before.facts.email?.reservedHere ? particulars.emailId : null;
          beside = { ...beside, emailMoved: moved, ...(old !== null && { emailReplaced: { emailId: old } }) };
        }
        break;
      case 'subject_set':
        beside = { ...beside, subject: { ...beside.subject, ...change.fields } };
        break;
      case 'sign_off_voided':
        beside = { ...beside, signOffVoidedAt: change.at };
        break;
      case 'admin_papers_deleted':
        beside = { ...beside, consentWithdrawnOf: change.personId };
        break;
      case 'snapshot_sealed':
        beside = { ...beside, sealed: true };
        break;
      case 'history':
        drafts.push(change.entry);
        break;
      // The rest changes the case's own facts, which are written whole.
      case 'registration_moved':
      case 'registration_set':
      case 'admin_set':
      case 'verification_set':
      case 'order_opened':
      case 'order_moved':
      case 'order_set':
      case 'prerequisites_required':
        break;
    }
  }
  const entries = drafts.map((entry) => (entry.orderId === NEW_ORDER ? { ...entry, orderId: newOrderId } : entry));
  return {
    facts,
    particulars: { ...particulars, ...addressesAfter(before, facts) },
    entries,
    beside,
    // The subject's row is written by a statement of its own.
    ...(beside.subject && { amongOthers: true }),
  };
}

/** An address that was let go is nobody's; one that followed it is the account's. */
function addressesAfter(
  { facts: before, particulars }: Case,
  after: RegistrationFacts,
): Pick<CaseParticulars, 'emailId' | 'nextEmailId'> {
  if (before.nextEmail !== null && after.nextEmail === null)
    return { emailId: particulars.nextEmailId, nextEmailId: null };
  return { emailId: before.email && !after.email ? null : particulars.emailId, nextEmailId: particulars.nextEmailId };
}

/**
 * The facts as the rows will hold them. One version more for the case and for each order that changed, however many changes there were;
 * an id for each new paper; an address that was let go is nobody's; what stands on the person's own row stays there.
 */
function withRows(before: RegistrationFacts, after: RegistrationFacts): RegistrationFacts {
  const papers = new Set(before.prerequisites.map((paper) => paper.id));
  return {
    ...after,
    registration: { ...after.registration, version: before.registration.version + 1 },
    orders: after.orders.map((order) => {
      const known = before.orders.find(({ id }) => id === order.id);
      return known === undefined
        ? { ...order, version: 1 }
        : known === order
          ? order
          : { ...order, version: known.version + 1 };
    }),
    prerequisites: after.prerequisites.map((paper) => (papers.has(paper.id) ? paper : { ...paper, id: v7() })),
    email: emailAfter(before, after),
    admin:
      after.admin &&
      before.admin &&
      (after.admin.personId === before.admin.personId
        ? { ...before.admin, consent: after.admin.consent }
        : after.admin),
  };
}

/** A lapsed case goes on naming the address that Tencent knew, since late news may yet bring its account to life; begun again or ended, it does not. */
function emailAfter(before: RegistrationFacts, after: RegistrationFacts): RegistrationFacts['email'] {
  const { email, registration } = after;
  if (email === null || (email.state !== 'free' && email.state !== 'recheck')) return email;
  if (registration.state === 'lapsed') return email;
  const isOver = NAMES_NO_LOST_ADDRESS.some((state) => state === registration.state);
  return email !== before.email || (before.registration.state === 'lapsed' && isOver) ? null : email;
}

/**
 * News of a case: something came of itself or was only looked at, and its history tells it. The version stays, so that nobody's open form goes
 * stale over a mail; two who write at once are told apart by the numbers of their entries.
 */
export function newsOf({ facts, particulars }: Case, entry: CaseEntry): CaseDecision {
  return { facts, particulars, entries: [entry], beside: {}, amongOthers: true };
}

/** A change that is no event of a machine: an entry of the history beside new facts. */
export function plainEntry(
  type: HistoryKind,
  occurredAt: string,
  payload: Readonly<Record<string, unknown>>,
  more: Partial<CaseEntry> = {},
): CaseEntry {
  return {
    type,
    orderId: null,
    voice: 'we_did',
    visibility: 'internal',
    occurredAt,
    from: null,
    to: null,
    outcome: 'stayed',
    notSeen: [],
    payload,
    ...more,
  };
}
