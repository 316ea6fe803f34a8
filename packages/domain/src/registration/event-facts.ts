/** Which facts each event of a registration and of a verification order takes. Contracts build zod schemas from it, screens their forms, the engine its `factsNeeded`. */
import {
  ACCOUNT_TYPES,
  INVOICE_KINDS,
  NAMING_RESULTS,
  ORDER_KINDS,
  ORGANISATION_SIZES,
  PAYERS,
  PAYMENT_MEANS,
  QUALIFICATION_RESULTS,
  REGISTRATION_STATES,
  RESTRICTION_KINDS,
  ORDER_STATES,
  ROUTES,
  SUBJECT_TYPES,
  type OrderEvent,
  type RegistrationEvent,
} from '../enumerations/index.js';
import type { FactSpec } from '../machine/fact-spec.js';
import type { CustodyItem } from '../rulebook/rule-values.js';

/** Why a proof of the subject failed, in the words Tencent's answers come in. */
export const PROOF_FAILURES = [
  'wrong_amount',
  'wrong_name',
  'face_refused',
  'scan_refused',
  'time_over',
  'other',
] as const;
export type ProofFailure = (typeof PROOF_FAILURES)[number];

/** States a registration can be taken back to by `reopened`. */
export const REOPEN_TARGETS = [
  'draft',
  'awaiting_prerequisites',
  'awaiting_email',
  'awaiting_admin_verification',
] as const;

/** What becomes of the first payment when a second one is recorded. */
export const FIRST_PAYMENT_OUTCOMES = ['did_not_happen', 'asked_back'] as const;

/** How a person resolves a conflict about verification: what we held, or what WeChat told. */
export const CONFLICT_CHOICES = ['held', 'observed'] as const;

/** What has to be closed before an account is deregistered. */
export const SERVICES_TO_CLOSE = ['payClosed', 'adsClosed', 'servicesClosed'] as const;

/** What has to be another's before an account leaves our care: facts of `custody_handed_over`, in the words of the rule. */
export const CUSTODY_FACTS = {
  admin: 'adminChanged',
  login_email: 'emailChanged',
  phone: 'phoneChanged',
  operators: 'operatorsChanged',
  authorisation: 'authorisationChanged',
  app_secret: 'secretChanged',
  ip_whitelist: 'whitelistChanged',
} as const satisfies Record<CustodyItem, string>;

const LONG_TEXT = 2000;
const SHORT_TEXT = 200;

const expiresAt: FactSpec = { name: 'expiresAt', kind: 'instant', required: false };
const expiresOn: FactSpec = { name: 'expiresOn', kind: 'date', required: false };
const payer: FactSpec = { name: 'payer', kind: 'enum', options: PAYERS, required: false };
const wantedName: FactSpec = { name: 'wantedName', kind: 'text', required: false, maxLength: SHORT_TEXT };
const organisationSize: FactSpec = {
  name: 'organisationSize',
  kind: 'enum',
  options: ORGANISATION_SIZES,
  required: false,
};
const invoiceKind: FactSpec = { name: 'invoiceKind', kind: 'enum', options: INVOICE_KINDS, required: false };
/** The odd amount WeChat's page asks for on the small-transfer route. */
const transferAmount: FactSpec = { name: 'transferAmount', kind: 'money', required: false };
const yes = (name: string): FactSpec => ({ name, kind: 'boolean', required: false });
/** Told by whoever starts a migration into an account that is none of our cases. */
const OF_TARGET = { required: true, unless: 'targetRegistrationId' } as const;
const note: FactSpec = { name: 'note', kind: 'text', required: false, maxLength: LONG_TEXT };

/** Facts of a registration's events; an event that takes none has an empty list. */
export const EVENT_FACTS = {
  registration_created: [],
  registration_imported: [
    { name: 'state', kind: 'enum', options: REGISTRATION_STATES, required: true },
    { name: 'orderKind', kind: 'enum', options: ORDER_KINDS, required: false },
    { name: 'orderState', kind: 'enum', options: ORDER_STATES, required: false },
    { name: 'qualification', kind: 'enum', options: QUALIFICATION_RESULTS, required: false },
    { name: 'submittedOn', kind: 'date', required: false, past: true },
    { name: 'verifiedUntilOn', kind: 'date', required: false },
    payer,
  ],
  advice_accepted: [],
  prerequisites_completed: [],
  /** `controlProven`: the code WeChat mailed was read in this mailbox, or a mail of ours was answered from it. */
  email_confirmed: [{ name: 'controlProven', kind: 'boolean', required: false }],
  /** `scanSeen`: the admin scanned in front of us; asked of everyone but overseas subjects, whose step has no scan. */
  admin_verified: [{ name: 'scanSeen', kind: 'boolean', required: false }],
  information_submitted: [payer, wantedName, organisationSize, invoiceKind, transferAmount],
  transfer_sent: [
    { name: 'amount', kind: 'money', required: true },
    { name: 'payerName', kind: 'text', required: true, maxLength: SHORT_TEXT },
    { name: 'sentOn', kind: 'date', required: true, past: true },
  ],
  subject_proof_failed: [{ name: 'cause', kind: 'enum', options: PROOF_FAILURES, required: true }],
  route_changed: [{ name: 'route', kind: 'enum', options: ROUTES, required: true }, payer, invoiceKind, transferAmount],
  subject_proven: [],
  reopened: [{ name: 'to', kind: 'enum', options: REOPEN_TARGETS, required: true }],
  consent_withdrawn: [],
  registration_withdrawn: [],
  registration_lapsed: [],
  restarted: [],
  /** `restriction`: why, as far as Tencent says; absent: other. */
  account_restricted: [{ name: 'restriction', kind: 'enum', options: RESTRICTION_KINDS, required: false }, note],
  account_restored: [note],
  account_given_up: [],
  slots_released: [note],
  /** The new admin; `scanSeen` as for the first one's. */
  admin_changed: [
    { name: 'personId', kind: 'uuid', required: true, of: 'person' },
    yes('isLegalRepresentative'),
    yes('scanSeen'),
  ],
  /** To the address reserved beside the account's own. */
  email_changed: [yes('controlProven')],
  name_changed: [{ name: 'newName', kind: 'text', required: true, maxLength: SHORT_TEXT }],
  /** `code`: of the new licence; another one than the subject's is another subject. */
  subject_name_corrected: [
    { name: 'registeredName', kind: 'text', required: true, maxLength: SHORT_TEXT },
    { name: 'code', kind: 'text', required: false, maxLength: 64 },
  ],
  renewal_accepted: [note],
  renewal_declined: [note],
  migration_started: [
    /** The target's case, where it is one of ours: then what we hold of it counts, and these facts only where we hold nothing. */
    { name: 'targetRegistrationId', kind: 'uuid', required: false, of: 'registration' },
    { name: 'targetName', kind: 'text', maxLength: SHORT_TEXT, ...OF_TARGET },
    { name: 'targetAccountType', kind: 'enum', options: ACCOUNT_TYPES, ...OF_TARGET },
    { name: 'targetSubjectType', kind: 'enum', options: SUBJECT_TYPES, ...OF_TARGET },
    /** Where the target's subject is registered. */
    { name: 'targetCountryCode', kind: 'text', maxLength: 2, ...OF_TARGET },
    { name: 'targetVerified', kind: 'boolean', ...OF_TARGET },
    /** Its followers come along: then the target may only have so many. */
    yes('moveFollowers'),
    { name: 'targetFollowers', kind: 'count', onlyWith: 'moveFollowers', ...OF_TARGET },
  ],
  migration_approved: [note],
  migration_completed: [note],
  migration_ended: [note],
  deregistration_started: [{ name: 'followers', kind: 'count', required: true }, ...SERVICES_TO_CLOSE.map(yes), note],
  /** `freezeEndsOn`: as the console shows it; absent: computed. */
  deregistration_proven: [{ name: 'freezeEndsOn', kind: 'date', required: false }, note],
  deregistration_confirmed: [note],
  deregistration_cancelled: [note],
  custody_handed_over: [...Object.values(CUSTODY_FACTS).map(yes), note],
  case_paused: [],
  case_resumed: [],
  verification_observed: [
    { name: 'qualification', kind: 'enum', options: QUALIFICATION_RESULTS, required: true },
    { name: 'naming', kind: 'enum', options: NAMING_RESULTS, required: false },
    expiresAt,
    expiresOn,
    { name: 'windowOpensOn', kind: 'date', required: false },
    /** What WeChat says of the account itself; where it differs from ours, a person decides. */
    { name: 'accountType', kind: 'enum', options: ACCOUNT_TYPES, required: false },
    { name: 'subjectName', kind: 'text', required: false, maxLength: SHORT_TEXT },
  ],
  verification_conflict_resolved: [{ name: 'keep', kind: 'enum', options: CONFLICT_CHOICES, required: true }],
} as const satisfies Record<RegistrationEvent, readonly FactSpec[]>;

/** Facts of a verification order's events. */
export const ORDER_EVENT_FACTS = {
  order_opened: [
    { name: 'kind', kind: 'enum', options: ORDER_KINDS, required: true },
    { name: 'payer', kind: 'enum', options: PAYERS, required: true },
    wantedName,
    organisationSize,
    invoiceKind,
  ],
  application_submitted: [],
  fee_paid: [
    { name: 'amount', kind: 'money', required: true },
    { name: 'means', kind: 'enum', options: PAYMENT_MEANS, required: true },
    { name: 'paidOn', kind: 'date', required: true, past: true },
    /** Account number a bank transfer went to; it belongs to this one account. */
    { name: 'receivingNumber', kind: 'text', required: false, maxLength: 64 },
  ],
  fee_waived: [],
  second_payment_recorded: [
    { name: 'amount', kind: 'money', required: true },
    { name: 'means', kind: 'enum', options: PAYMENT_MEANS, required: true },
    { name: 'paidOn', kind: 'date', required: true, past: true },
    { name: 'firstPayment', kind: 'enum', options: FIRST_PAYMENT_OUTCOMES, required: true },
  ],
  auditor_assigned: [
    { name: 'provider', kind: 'text', required: true, maxLength: SHORT_TEXT },
    { name: 'contact', kind: 'text', required: false, maxLength: SHORT_TEXT },
  ],
  auditor_called: [{ name: 'answered', kind: 'boolean', required: true }, note],
  supplement_requested: [
    /** Tencent's own words. */
    { name: 'reason', kind: 'text', required: true, maxLength: LONG_TEXT },
    /** Ours: a code of the `reasons` texts. */
    { name: 'reasonCode', kind: 'text', required: false, maxLength: 64 },
    /** Last day to answer; null or absent: not stated. */
    { name: 'dueOn', kind: 'date', required: false },
  ],
  supplement_submitted: [{ name: 'nameOnly', kind: 'boolean', required: false }],
  qualification_passed: [expiresAt, expiresOn],
  qualification_failed: [{ name: 'reason', kind: 'text', required: true, maxLength: LONG_TEXT }],
  supplement_lapsed: [],
  naming_passed: [expiresAt, expiresOn],
  naming_failed: [{ name: 'reason', kind: 'text', required: true, maxLength: LONG_TEXT }],
  payment_lapsed: [],
  order_cancelled: [],
} as const satisfies Record<OrderEvent, readonly FactSpec[]>;
