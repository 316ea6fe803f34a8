/** The words of a verification order and of an account's verification status. */

export const ORDER_KINDS = ['first', 'renewal', 're_verification', 'rename'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

export const ORDER_STATES = [
  'preparing',
  'awaiting_fee',
  'awaiting_dispatch',
  'in_review',
  'awaiting_supplement',
  'passed',
  'failed',
  'payment_expired',
  'cancelled',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** An order that still runs; a registration has at most one. */
export const OPEN_ORDER_STATES = [
  'preparing',
  'awaiting_fee',
  'awaiting_dispatch',
  'in_review',
  'awaiting_supplement',
] as const satisfies readonly OrderState[];

export const ORDER_EVENTS = [
  'order_opened',
  'application_submitted',
  'fee_paid',
  'fee_waived',
  'second_payment_recorded',
  'auditor_assigned',
  'auditor_called',
  'supplement_requested',
  'supplement_submitted',
  'qualification_passed',
  'qualification_failed',
  'supplement_lapsed',
  'naming_passed',
  'naming_failed',
  'payment_lapsed',
  'order_cancelled',
] as const;
export type OrderEvent = (typeof ORDER_EVENTS)[number];

/** First part of a verification: is the subject who it says it is. */
export const QUALIFICATION_RESULTS = ['pending', 'passed', 'failed'] as const;
export type QualificationResult = (typeof QUALIFICATION_RESULTS)[number];

/** Second part: may the account carry the name. `unchanged`: the order asked for no new name. */
export const NAMING_RESULTS = ['pending', 'passed', 'failed', 'unchanged'] as const;
export type NamingResult = (typeof NAMING_RESULTS)[number];

export const VERIFICATION_STATUSES = [
  'unverified',
  'claimed',
  'verified',
  'verified_without_name',
  'expired',
  'not_available',
  'inherited',
] as const;
export type VerificationStatus = (typeof VERIFICATION_STATUSES)[number];

/** How we know it, strongest first. A typed note alone never makes an account verified. */
export const EVIDENCE_RANKS = ['wechat_event', 'wechat_api', 'screenshot', 'typed'] as const;
export type EvidenceRank = (typeof EVIDENCE_RANKS)[number];

/** Where a date comes from; `assumed` means we computed it. */
export const PROVENANCES = [
  'wechat_event',
  'wechat_api',
  'screenshot',
  'typed_countersigned',
  'typed',
  'assumed',
] as const;
export type Provenance = (typeof PROVENANCES)[number];

export const PAYERS = ['client', 'agency'] as const;
export type Payer = (typeof PAYERS)[number];

export const PAYMENT_MEANS = ['wechat_pay', 'bank_transfer'] as const;
export type PaymentMeans = (typeof PAYMENT_MEANS)[number];

export const ORGANISATION_SIZES = ['small', 'medium', 'large'] as const;
export type OrganisationSize = (typeof ORGANISATION_SIZES)[number];

export const INVOICE_KINDS = ['none', 'e_invoice', 'vat_special'] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];
