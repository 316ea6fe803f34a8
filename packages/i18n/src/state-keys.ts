/** The keys of the `states` texts, built from the domain's own word lists: a new word without a text does not compile. */
import type {
  AccountType,
  ConsentPurpose,
  DeliveryState,
  EmailCheckResult,
  EmailState,
  Employer,
  EvidenceRank,
  Holder,
  IdKind,
  InvoiceKind,
  LicenceOwner,
  NamingResult,
  OperatorTerm,
  OrderEvent,
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
  Role,
  Route,
  SkipReason,
  SlotKind,
  Stage,
  SubjectClass,
  SubjectStanding,
  SubjectType,
  VerificationStatus,
  Visibility,
  Voice,
} from '@daiban/domain/enumerations';
import type { FindingKind, QuotaRaiseEvent, QuotaRaiseState } from '@daiban/domain';

/** `<list>.<word>`: `stage.review`, `holder.tencent`. */
export type StateKey =
  | `stage.${Stage}`
  | `registration.${RegistrationState}`
  | `order.${OrderState}`
  | `order_kind.${OrderKind}`
  | `holder.${Holder}`
  | `route.${Route}`
  | `account_type.${AccountType}`
  | `account_type_short.${AccountType}`
  | `subject_type.${SubjectType}`
  | `subject_class.${SubjectClass}`
  | `licence_of.${LicenceOwner}`
  | `standing.${SubjectStanding}`
  | `verification.${VerificationStatus}`
  | `qualification.${QualificationResult}`
  | `naming.${NamingResult}`
  | `evidence.${EvidenceRank}`
  | `provenance.${Provenance}`
  | `email_state.${EmailState}`
  | `email_check.${EmailCheckResult}`
  | `id_kind.${IdKind}`
  | `employer.${Employer}`
  | `prerequisite_state.${PrerequisiteState}`
  | `consent_purpose.${ConsentPurpose}`
  | `restriction.${RestrictionKind}`
  | `slot.${SlotKind}`
  | `operator_term.${OperatorTerm}`
  | `quota_raise.${QuotaRaiseState}`
  | `payer.${Payer}`
  | `payment_means.${PaymentMeans}`
  | `organisation_size.${OrganisationSize}`
  | `invoice_kind.${InvoiceKind}`
  | `finding_kind.${FindingKind}`
  | `role.${Role}`
  | `voice.${Voice}`
  | `visibility.${Visibility}`
  | `delivery_state.${DeliveryState}`
  | `skip_reason.${SkipReason}`;

/** `event.fee_paid`: an event as the verb on a button. In the `states` namespace, in a file of its own: a client's browser never needs it. */
export type EventKey = `event.${RegistrationEvent | OrderEvent | QuotaRaiseEvent}`;
