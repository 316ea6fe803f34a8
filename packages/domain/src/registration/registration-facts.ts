/** Every fact a decision about a registration looks at, read by the API in one statement and judged here without any further input. */
import type {
  AccountType,
  EmailCheckResult,
  EmailState,
  Employer,
  EvidenceRank,
  Holder,
  IdKind,
  InvoiceKind,
  LicenceOwner,
  Locale,
  NamingResult,
  OrderKind,
  OrderState,
  OrganisationSize,
  Payer,
  PaymentMeans,
  PrerequisiteState,
  Provenance,
  QualificationResult,
  RegistrationEvent,
  RegistrationState,
  RestrictionKind,
  Route,
  SlotState,
  SubjectClass,
  SubjectStanding,
  SubjectType,
} from '../enumerations/index.js';
import type { Money } from '../machine/money.js';
import type { QuotaRaiseFacts } from '../quota/subject-quota.js';

/** The proof of the subject on the three routes without a verification order. `running`: Tencent waits for us or for the client. */
export const PROOF_STATES = ['none', 'running', 'transfer_sent', 'failed', 'accepted'] as const;
export type ProofState = (typeof PROOF_STATES)[number];

/** The registration's own row. */
export interface RegistrationRow {
  id: string;
  /** null: not there yet (before `registration_created` or `registration_imported`). */
  state: RegistrationState | null;
  version: number;
  accountType: AccountType;
  route: Route;
  proposedName: string | null;
  nameAlternatives: readonly string[];
  /** When the present state began. */
  enteredStateAt: string;
  /** Since when the present holder holds; written by the API whenever the derived holder changes. */
  holderSince: string;
  /** Tencent knows the address and its half-registration's days run from here. */
  emailConfirmedAt: string | null;
  submittedAt: string | null;
  /** The route's days run from here: submission, or the last `route_changed`. */
  routeStartedAt: string | null;
  proof: ProofState;
  /** The odd amount the small transfer must have, once the page showed it. */
  transferAmount: Money | null;
  /** Appointment of admin and agency for the scan. */
  appointmentAt: string | null;
  pausedAt: string | null;
  renewalDecision: RenewalDecision | null;
  /** Followers as last known; null: nobody said. */
  followers: number | null;
  /** Why Tencent froze or banned it; null: not restricted, or closed for another reason. */
  restrictionKind: RestrictionKind | null;
  /** When the newest word about the account's standing (restricted, restored) is from: an older one is old news. Read from the history. */
  standingToldAt: string | null;
  /** Where it moves to; null: no migration under way. */
  migrationTarget: MigrationTarget | null;
  /** Both admins' days to confirm the migration run from here. */
  migrationApprovedAt: string | null;
  /** Last day of the freeze before it is deregistered; null: the subject has not proven itself, or nothing is closing. */
  freezeEndsOn: string | null;
  /** Every change of its name by an event of this registration, oldest first. */
  nameChangedAt: readonly string[];
  /** When Tencent let the places of a given-up account go. */
  slotsReleasedAt: string | null;
  /** What an import could not fit (`import.above_limit`, …), kept until a person resolves it. */
  importedConflict: string | null;
  /** Version of the rulebook the case was advised under; null before `advice_accepted`. */
  rulebookVersion: string | null;
  /** When the client last got news they can see; the update promise counts from it. */
  lastClientNewsAt: string | null;
}

/** An own case of the agency that a migration is to lead into, as we hold it. */
export interface OwnTargetFacts {
  registrationId: string;
  name: string;
  state: RegistrationState;
  accountType: AccountType;
  subjectType: SubjectType;
  countryCode: string;
  /** As it stands at the moment of asking; null: nobody but a typed note has told. */
  verified: boolean | null;
  followers: number | null;
}

/** The account that another one moves into, as far as a migration asks. */
export interface MigrationTarget {
  name: string;
  /** The target's own case with us, if it has one. */
  registrationId: string | null;
  accountType: AccountType;
  subjectType: SubjectType;
  countryCode: string;
  followers: number | null;
}

/** The client's answer to "shall we renew". */
export interface RenewalDecision {
  decision: 'accepted' | 'declined';
  at: string;
  /** Id of the contact or member who said it. */
  by: string | null;
}

/** What is known of the account's verification; its status is derived (`verification-status.ts`). */
export interface VerificationFacts {
  /** Result of the last qualification review known; null: never heard of one. */
  qualification: QualificationResult | null;
  naming: NamingResult | null;
  /** End as WeChat told it, to the second. */
  until: string | null;
  /** End known by its day only; counts to the end of that day in Shanghai. */
  untilOn: string | null;
  /** How we know the result. */
  provenance: Provenance | null;
  /** How we know the end; `assumed`: computed as one year from the success. */
  untilProvenance: Provenance | null;
  /** Opening of the renewal window as WeChat told it; null: it is computed. */
  windowOpensOn: string | null;
  /** What WeChat told and cannot fit; a person resolves it. */
  conflict: VerificationConflict | null;
  /** The WeChat API answers for this account (it is authorised to us). */
  readable: boolean;
  lastReadAt: string | null;
  /** A Mini Program that took its verification over from an account before that ended. */
  inherited: boolean;
}

/** An observation that does not fit what we hold. */
export interface VerificationConflict {
  /** `verification.result_differs`, `order.final_state_differs`, … */
  code: string;
  raisedAt: string;
  /** What was observed, to be taken over when the person keeps `observed`. */
  observed: ObservedVerification | null;
  /** What WeChat says of the account itself that differs from what we hold. */
  account?: ObservedAccount;
  /** What WeChat told of a registration that has come to its end with us. */
  event?: RegistrationEvent;
  /** Who has the address of this account by now, although the account goes on. */
  email?: EmailTakenBy;
}

/** The account as it was told, where it differs. */
export interface ObservedAccount {
  accountType?: AccountType;
  /** The subject's registered name. */
  subjectName?: string;
}

/** A result as it was told. */
export interface ObservedVerification {
  qualification: QualificationResult;
  naming: NamingResult | null;
  until: string | null;
  untilOn: string | null;
  provenance: Provenance;
}

/** The subject (主体): whose licence the account stands on. */
export interface SubjectFacts {
  id: string;
  type: SubjectType;
  class: SubjectClass | null;
  name: string;
  /** Unified social credit code or registry number; null until known; individuals have none. */
  code: string | null;
  countryCode: string;
  licenceOf: LicenceOwner;
  standing: SubjectStanding;
  licenceExpiresOn: string | null;
  quotaRaise: QuotaRaiseFacts;
}

/** The login address, as the pool sees it. */
export interface EmailFacts {
  address: string;
  state: EmailState;
  reservedUntil: string | null;
  /** Reserved for, or in use by, this very registration. */
  reservedHere: boolean;
  /** Last recorded check that no WeChat product uses it. */
  check: { result: EmailCheckResult; evidenceRank: EvidenceRank; checkedAt: string } | null;
  /** A mail sent there was answered, or WeChat's code was read. */
  controlProven: boolean;
  /** Whose mailbox it is. */
  holder: Extract<Holder, 'agency' | 'client'>;
}

/** Who has the address by now that this registration named and let go. */
export interface EmailTakenBy {
  address: string;
  /** null: outside the agency, and never whose. */
  registrationId: string | null;
  accountName: string | null;
}

/** The admin person, without a number of theirs. */
export interface AdminFacts {
  personId: string;
  idKind: IdKind;
  hasIdNumber: boolean;
  /** Arithmetic and form of the number hold; null when there is none to check or the kind has no arithmetic. */
  idNumberValid: boolean | null;
  /** The 18th birthday, read from the number or the paper; null: unknown. */
  adultOn: string | null;
  wechatHasPhone: boolean | null;
  wechatHasOwnCard: boolean | null;
  employer: Employer;
  isLegalRepresentative: boolean;
  /** Member who brought the ID number in; null: there is none, or nobody of ours did. */
  idUploadedBy: string | null;
  /** Member who compared it with the paper, on record with the person. */
  idCheckedBy: string | null;
  /** Member who compared it by accepting this registration's paper of it (`ADMIN_ID_PAPERS`), which is the named admin's and nobody else's. */
  idPaperAcceptedBy: string | null;
  /** Consent of purpose `admin_identity` for this registration, not withdrawn. */
  consent: { id: string; textVersion: string; givenAt: string } | null;
  /** Admin and subject are one person (individuals). */
  isSubject: boolean;
}

/** How many accounts count against one thing, this registration left out. */
export interface SlotCount {
  reserved: number;
  planned: number;
  /** Accounts known elsewhere, typed by somebody. */
  elsewhere: number;
}

/** A required paper or fact. */
export interface PrerequisiteFacts {
  id: string;
  code: string;
  holder: Holder;
  state: PrerequisiteState;
  required: boolean;
  expiresOn: string | null;
  /** The order it belongs to; null: to the registration. */
  orderId: string | null;
}

/** A verification order. */
export interface OrderFacts {
  id: string;
  kind: OrderKind;
  state: OrderState;
  version: number;
  payer: Payer;
  openedAt: string;
  enteredStateAt: string;
  wantedName: string | null;
  organisationSize: OrganisationSize | null;
  invoiceKind: InvoiceKind | null;
  /** What is to be paid, from the rule of the day of `application_submitted`; null: unknown, the page will show it. */
  fee: Money | null;
  /** Number a bank transfer must go to; one per account. */
  receivingNumber: string | null;
  payment: { amount: Money; means: PaymentMeans; paidOn: string } | null;
  feeWaived: boolean;
  /** When it was paid or waived: the review range counts from the assignment, the promise from here. */
  paidAt: string | null;
  qualification: QualificationResult;
  naming: NamingResult;
  /** Supplement chances used. */
  chancesUsed: number;
  supplementDueOn: string | null;
  supplementReason: string | null;
  auditor: { provider: string; contact: string | null } | null;
  reviewStartedAt: string | null;
  /** A call of the auditor that nobody took. */
  missedCalls: number;
}

/** The person who is to follow the admin, with what counts against their limits. */
export interface SuccessorFacts {
  admin: AdminFacts;
  counters: Pick<RegistrationFacts['counters'], 'admin_id' | 'admin_phone' | 'admin_wechat'>;
}

/** Everything at once. */
export interface RegistrationFacts {
  registration: RegistrationRow;
  verification: VerificationFacts;
  client: { id: string; countryCode: string; locale: Locale };
  subject: SubjectFacts;
  email: EmailFacts | null;
  /** Another account has the address that this one names; null: none has. */
  emailTakenBy: EmailTakenBy | null;
  /** An address reserved for this registration beside the one that Tencent knows, for `email_changed`. */
  nextEmail: EmailFacts | null;
  admin: AdminFacts | null;
  /** The person that `admin_changed` names; null otherwise. */
  successor: SuccessorFacts | null;
  /** The own case that `migration_started` names; null otherwise. */
  ownTarget: OwnTargetFacts | null;
  /** A key is null when there is nothing to count (no admin yet, no code yet). */
  counters: {
    subject: SlotCount | null;
    admin_id: SlotCount | null;
    admin_phone: SlotCount | null;
    admin_wechat: SlotCount | null;
  };
  /** What this registration itself holds. */
  slots: SlotState | null;
  /** Another registration of this subject, of any client, has its small transfer under way. */
  otherSmallTransferRunning: boolean;
  prerequisites: readonly PrerequisiteFacts[];
  /** The last sign-off of the irreversible choices; `choices` as they were signed. */
  signOff: {
    signedAt: string;
    textVersion: string;
    choices: Readonly<Record<string, string | null>>;
    voidedAt: string | null;
  } | null;
  /** Newest first. */
  orders: readonly OrderFacts[];
  /** `memberIds`: its active members; one means that nobody can countersign. `fileIds`: the uploaded files that the command may name. */
  agency: { memberIds: readonly string[]; fileIds: readonly string[] };
}
