/** The rows that `READ_CASE` answers, as PostgreSQL writes them to JSON: names of columns, instants with an offset, bytes as `\x…`. Read by `case.mapper.ts` only. */
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
  RegistrationState,
  RestrictionKind,
  Route,
  SlotKind,
  SlotState,
  Stage,
  SubjectClass,
  SubjectStanding,
  SubjectType,
} from '@daiban/domain/enumerations';
import type { EmailTakenBy, MigrationTarget, ProofState, QuotaRaiseFacts, VerificationConflict } from '@daiban/domain';

export interface RegistrationRecord {
  id: string;
  agency_id: string;
  client_id: string;
  subject_id: string;
  account_type: AccountType;
  route: Route;
  proposed_name: string;
  name_alternatives: string[] | null;
  state: RegistrationState;
  state_since: string;
  version: number;
  history_head: string | null;
  history_length: number;
  rulebook_version: string | null;
  admin_person_id: string | null;
  admin_is_legal_representative: boolean;
  account_email_id: string | null;
  assignee_id: string | null;
  created_from_id: string | null;
  advice_id: string | null;
  followers: number | null;
  original_id: string | null;
  app_id: string | null;
  email_confirmed_at: string | null;
  submitted_at: string | null;
  route_started_at: string | null;
  proof_state: ProofState;
  transfer_amount_minor: number | null;
  transfer_currency: string | null;
  appointment_at: string | null;
  live_at: string | null;
  paused_at: string | null;
  renewal_decision: 'accepted' | 'declined' | null;
  renewal_decided_at: string | null;
  renewal_decided_by: string | null;
  imported_conflict: string | null;
  restriction_kind: RestrictionKind | null;
  migration_target: MigrationTarget | null;
  migration_approved_at: string | null;
  freeze_ends_on: string | null;
  name_changed_at: string[] | null;
  slots_released_at: string | null;
  verification_qualification: QualificationResult | null;
  verification_naming: NamingResult | null;
  verified_until: string | null;
  verified_until_on: string | null;
  verification_provenance: Provenance | null;
  until_provenance: Provenance | null;
  window_opens_on: string | null;
  verification_inherited: boolean;
  verification_read_at: string | null;
  verification_conflict: VerificationConflict | null;
  verification_readable: boolean;
  client_heard_at: string;
  holder: Holder;
  holder_since: string;
  board_stage: Stage;
  created_at: string;
}

export interface OrderRecord {
  id: string;
  kind: OrderKind;
  payer: Payer;
  state: OrderState;
  state_since: string;
  version: number;
  number: number;
  wanted_name: string | null;
  organisation_size: OrganisationSize | null;
  invoice_kind: InvoiceKind | null;
  qualification: QualificationResult;
  naming: NamingResult;
  fee_amount_minor: number | null;
  fee_currency: string | null;
  paid_amount_minor: number | null;
  paid_currency: string | null;
  paid_on: string | null;
  payment_means: PaymentMeans | null;
  receiving_number: string | null;
  paid_at: string | null;
  fee_waived: boolean;
  auditor_provider: string | null;
  auditor_contact: string | null;
  missed_calls: number;
  chances_used: number;
  supplement_reason: string | null;
  supplement_due_on: string | null;
  review_started_at: string | null;
  awaiting_fee_since: string | null;
  opened_at: string;
  closed_at: string | null;
}

export interface PrerequisiteRecord {
  id: string;
  order_id: string | null;
  code: string;
  holder: Holder;
  required: boolean;
  state: PrerequisiteState;
  reason_code: string | null;
  note: string | null;
  expires_on: string | null;
  reviewed_by: string | null;
  reviewed_at: string | null;
}

export interface PersonRecord {
  id: string;
  name: string;
  id_kind: IdKind;
  id_number_sealed: string | null;
  id_number_index: string | null;
  id_number_masked: string | null;
  id_uploaded_by: string | null;
  id_checked_by: string | null;
  id_replaced_at: string | null;
  phone_index: string | null;
  phone_masked: string | null;
  wechat_has_phone: boolean;
  wechat_has_own_card: boolean;
  employer: Employer;
  version: number;
}

/** One place under a limit that counts for this case; `own`: this registration's. */
export interface SlotRecord {
  kind: SlotKind;
  state: SlotState;
  position: number | null;
  own: boolean;
}

/** An address of the pool. */
export interface EmailRecord {
  id: string;
  address: string;
  state: EmailState;
  holder: 'agency' | 'client';
  registration_id: string | null;
  reserved_until: string | null;
  control_proven_at: string | null;
}

/** What somebody found about an address. */
export interface EmailCheckRecord {
  result: EmailCheckResult;
  evidence_rank: EvidenceRank;
  checked_at: string;
}

/** The whole of a case in one row. */
export interface CaseRow {
  registration: RegistrationRecord;
  client: { id: string; name: string; country_code: string; locale: Locale; time_zone: string };
  subject: {
    id: string;
    type: SubjectType;
    class: SubjectClass | null;
    name: string;
    code: string | null;
    country_code: string;
    licence_of: LicenceOwner;
    standing: SubjectStanding;
    licence_expires_on: string | null;
    version: number;
  };
  email: EmailRecord | null;
  /** Who has that address when it is not this case. */
  email_taken_by: EmailTakenBy | null;
  /** Reserved beside it, for a change of address. */
  next_email: (EmailRecord & { check: EmailCheckRecord | null }) | null;
  admin: PersonRecord | null;
  email_check: EmailCheckRecord | null;
  /** The admin's latest to have their identity used for this case. */
  consent: { id: string; text_version: string; given_at: string; withdrawn_at: string | null } | null;
  sign_off: {
    id: string;
    contact_id: string;
    text_version: string;
    choices: Record<string, string | null>;
    signed_at: string;
    voided_at: string | null;
  } | null;
  orders: OrderRecord[] | null;
  prerequisites: PrerequisiteRecord[] | null;
  slots: SlotRecord[] | null;
  subject_elsewhere: number;
  admin_elsewhere: number;
  other_transfer: boolean;
  standing_told_at: string | null;
  quota_raise: QuotaRaiseFacts;
  members: string[] | null;
  moves: { order_id: string | null; to: string | null; at: string; holder: Holder | null }[] | null;
}
