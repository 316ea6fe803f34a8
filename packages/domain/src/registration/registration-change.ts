/** The plain values a judgement hands to the API to write, one database statement each. */
import type {
  EmailState,
  Holder,
  OrderEvent,
  OrderState,
  RegistrationEvent,
  RegistrationState,
  SlotState,
  Visibility,
  Voice,
} from '../enumerations/index.js';
import type { AvailableEventOf, JudgementOf } from '../machine/judgement.js';
import type { OrderFacts, RegistrationRow, SubjectFacts, VerificationFacts } from './registration-facts.js';

/** Stands for the id of the order that the same judgement opens; the API makes the id. */
export const NEW_ORDER = 'new' as const;

/** Columns of the registration that events write; its state has a change of its own. */
export type RegistrationFields = Partial<
  Pick<
    RegistrationRow,
    | 'route'
    | 'emailConfirmedAt'
    | 'submittedAt'
    | 'routeStartedAt'
    | 'proof'
    | 'transferAmount'
    | 'appointmentAt'
    | 'pausedAt'
    | 'renewalDecision'
    | 'importedConflict'
    | 'accountType'
    | 'proposedName'
    | 'followers'
    | 'restrictionKind'
    | 'standingToldAt'
    | 'migrationTarget'
    | 'migrationApprovedAt'
    | 'freezeEndsOn'
    | 'nameChangedAt'
    | 'slotsReleasedAt'
    | 'rulebookVersion'
  >
>;

/** Columns of the subject that events of a registration write. */
export type SubjectFields = Partial<Pick<SubjectFacts, 'name' | 'standing'>>;

/** Columns of an order that events write. */
export type OrderFields = Partial<
  Pick<
    OrderFacts,
    | 'fee'
    | 'payment'
    | 'feeWaived'
    | 'paidAt'
    | 'receivingNumber'
    | 'qualification'
    | 'naming'
    | 'chancesUsed'
    | 'supplementDueOn'
    | 'supplementReason'
    | 'auditor'
    | 'reviewStartedAt'
    | 'missedCalls'
  >
>;

/** A new order, as its row begins. */
export type NewOrder = Pick<
  OrderFacts,
  | 'kind'
  | 'state'
  | 'payer'
  | 'wantedName'
  | 'organisationSize'
  | 'invoiceKind'
  | 'openedAt'
  | 'qualification'
  | 'naming'
>;

/** What an event did to the machine: it moved it, left it, or could not fit. */
export type EntryOutcome = 'moved' | 'stayed' | 'already' | 'conflict';

/** An entry for the history, without author, number and hash: the API adds these. */
export interface HistoryDraft {
  /** The event; also the key of the text a person reads. */
  type: RegistrationEvent | OrderEvent;
  /** The order it concerns: its id, `new` for the one opened here, null for the registration. */
  orderId: string | null;
  voice: Voice;
  visibility: Visibility;
  /** When it happened in the world. */
  occurredAt: string;
  from: string | null;
  to: string | null;
  outcome: EntryOutcome;
  /** Steps on the way that nobody told us of. */
  notSeen: readonly string[];
  /** Facts of the command, evidence, acknowledgements, reason: never a personal number. */
  payload: Readonly<Record<string, unknown>>;
}

export type Change =
  | { kind: 'registration_moved'; from: RegistrationState | null; to: RegistrationState; at: string }
  | { kind: 'registration_set'; fields: RegistrationFields }
  | { kind: 'verification_set'; fields: Partial<VerificationFacts> }
  | { kind: 'order_opened'; order: NewOrder }
  | { kind: 'order_moved'; orderId: string; from: OrderState; to: OrderState; at: string }
  | { kind: 'order_set'; orderId: string; fields: OrderFields }
  /** The address of this registration; `free` and `recheck` also take it off the registration's hands. */
  | { kind: 'email_moved'; to: EmailState; controlProven?: true }
  /** The address reserved beside it becomes the account's; the one before it is let go and must be checked again. */
  | { kind: 'email_replaced' }
  /** The person of `successor` is the admin from now on. */
  | { kind: 'admin_set'; personId: string; isLegalRepresentative: boolean }
  /** What is known of the subject itself, in all its registrations. */
  | { kind: 'subject_set'; fields: SubjectFields }
  /** All slots of this registration at once: subject (Official Accounts only), admin's ID, phone and WeChat; null frees them. */
  | { kind: 'slots_set'; state: SlotState | null }
  /** Makes the unique "one small transfer per subject" row, or ends it. */
  | { kind: 'small_transfer_set'; running: boolean }
  /** Items to add where a row of this code (and order) is missing; present ones stay as they are. */
  | {
      kind: 'prerequisites_required';
      orderId: string | null;
      items: readonly { code: string; holder: Holder; required: boolean }[];
    }
  | { kind: 'sign_off_voided'; at: string }
  /** The admin person's papers are deleted but for the legal minimum. */
  | { kind: 'admin_papers_deleted'; personId: string }
  /** The form as submitted is copied and can never be edited again. */
  | { kind: 'snapshot_sealed'; at: string }
  | { kind: 'history'; entry: HistoryDraft };

/** What a judge answers about a registration or one of its orders. */
export type Judgement = JudgementOf<Change>;
export type AvailableRegistrationEvent = AvailableEventOf<RegistrationEvent>;
export type AvailableOrderEvent = AvailableEventOf<OrderEvent>;
