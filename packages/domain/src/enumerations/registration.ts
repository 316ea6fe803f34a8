/** The words of a registration: states, events, stages, holders. One list each; database, API and screens take them from here. */

/** States of a registration. A final one has no way out: the account is closed, merged, handed over, or was given up. */
export const REGISTRATION_STATES = [
  'draft',
  'awaiting_prerequisites',
  'awaiting_email',
  'awaiting_admin_verification',
  'ready_to_submit',
  'proving_subject',
  'live',
  'restricted',
  'migrating',
  'closing',
  'lapsed',
  'withdrawn',
  'closed',
  'migrated',
  'handed_over',
] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** States that nothing leaves. */
export const FINAL_REGISTRATION_STATES = [
  'withdrawn',
  'closed',
  'migrated',
  'handed_over',
] as const satisfies readonly RegistrationState[];

/** Events that can be applied to a registration: facts in the past tense. */
export const REGISTRATION_EVENTS = [
  'registration_created',
  'registration_imported',
  'advice_accepted',
  'prerequisites_completed',
  'email_confirmed',
  'admin_verified',
  'information_submitted',
  'transfer_sent',
  'subject_proof_failed',
  'route_changed',
  'subject_proven',
  'reopened',
  'consent_withdrawn',
  'registration_withdrawn',
  'registration_lapsed',
  'restarted',
  'account_restricted',
  'account_restored',
  'account_given_up',
  'slots_released',
  'admin_changed',
  'email_changed',
  'name_changed',
  'subject_name_corrected',
  'renewal_accepted',
  'renewal_declined',
  'migration_started',
  'migration_approved',
  'migration_completed',
  'migration_ended',
  'deregistration_started',
  'deregistration_proven',
  'deregistration_confirmed',
  'deregistration_cancelled',
  'custody_handed_over',
  'case_paused',
  'case_resumed',
  'verification_observed',
  'verification_conflict_resolved',
] as const;
export type RegistrationEvent = (typeof REGISTRATION_EVENTS)[number];

/** Derived, never decided from: what a board shows of a registration, its orders and its dates. */
export const STAGES = [
  'draft',
  'prerequisites',
  'email',
  'admin_verification',
  'ready',
  'proof',
  'fee',
  'review',
  'supplement',
  'rejected',
  'live',
  'renewal_due',
  'renewal_in_progress',
  'verification_expired',
  'restricted',
  'migrating',
  'closing',
  'lapsed',
  'closed',
] as const;
export type Stage = (typeof STAGES)[number];

/** Whose turn it is; every case has exactly one. */
export const HOLDERS = ['agency', 'client', 'admin_person', 'tencent', 'none'] as const;
export type Holder = (typeof HOLDERS)[number];

/** How the subject proves itself to Tencent. */
export const ROUTES = ['wechat_verification', 'small_transfer', 'legal_representative', 'identity_scan'] as const;
export type Route = (typeof ROUTES)[number];
