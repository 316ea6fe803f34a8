/** The registration machine as data: from, event, to, who, guards and effects by name. The engine reads it; the drawn states and the tests too. */
import type { RegistrationEvent, RegistrationState } from '../enumerations/index.js';
import type { PathStep, TransitionRow } from '../machine/transition-row.js';

/** Names of the guards of this table; each is one function. */
export type RegistrationGuardName =
  | 'type_open_to_subject'
  | 'route_open_to_subject'
  | 'new_route_open'
  | 'region_fits_subject'
  | 'code_fits_subject'
  | 'class_fits_subject'
  | 'subject_as_registered'
  | 'subject_slot_free_or_raise'
  | 'subject_slot_free'
  | 'licence_owner_accepted'
  | 'papers_complete'
  | 'signed_off'
  | 'email_ready'
  | 'admin_scan'
  | 'admin_identity'
  | 'admin_wechat'
  | 'admin_age'
  | 'admin_slots'
  | 'admin_consent'
  | 'admin_id_four_eyes'
  | 'admin_is_subject'
  | 'admin_not_outsider'
  | 'preflight_clean'
  | 'preflight_has_no_blocker'
  | 'no_other_transfer'
  | 'transfer_expected'
  | 'transfer_exact'
  | 'proof_not_by_order'
  | 'route_may_change'
  | 'time_is_over'
  | 'may_lapse'
  | 'no_paid_order_undecided'
  | 'not_paused'
  | 'paused'
  | 'something_to_resolve'
  | 'slots_held'
  | 'successor_ready'
  | 'next_email_ready'
  | 'name_change_open'
  | 'new_name_fits'
  | 'same_licence_code'
  | 'registered_name_new'
  | 'migration_in_mainland'
  | 'migration_target_fits'
  | 'migration_direction_open'
  | 'migration_confirmable'
  | 'migration_days_over'
  | 'services_closed'
  | 'deregistration_confirmable'
  | 'closing_days_over'
  | 'own_licence'
  | 'custody_changed';

/** Names of the effects: which plain changes the event writes besides the move. */
export type RegistrationEffectName =
  | 'take_imported_facts'
  | 'pin_rulebook'
  | 'plan_slots'
  | 'reserve_slots'
  | 'free_slots'
  | 'require_papers'
  | 'take_email'
  | 'return_email'
  | 'recheck_email'
  | 'begin_submission'
  | 'begin_proof'
  | 'transfer_sent'
  | 'fail_proof'
  | 'change_route'
  | 'accept_proof'
  | 'void_changed_sign_off'
  | 'delete_admin_papers'
  | 'cancel_unpaid_order'
  | 'end_transfer'
  | 'begin_again'
  | 'drop_appointment'
  | 'accept_renewal'
  | 'decline_renewal'
  | 'pause'
  | 'resume'
  | 'take_observed_verification'
  | 'resolve_conflict'
  | 'restrict'
  | 'lift_restriction'
  | 'note_standing'
  | 'release_slots'
  | 'change_admin'
  | 'change_email'
  | 'change_name'
  | 'correct_subject_name'
  | 'start_migration'
  | 'approve_migration'
  | 'end_migration'
  | 'start_closing'
  | 'start_freeze'
  | 'end_closing'
  | 'hold_slots';

/** Conditions that tell two rows of one event apart. */
export type RegistrationConditionName =
  | 'standing_is_news'
  | 'other_restriction_is_news'
  | 'restricted_and_standing_is_news'
  | 'still_restricted'
  | 'told_by_tencent'
  | 'told_by_tencent_and_still_restricted';

type Row = TransitionRow<
  RegistrationState,
  RegistrationEvent,
  RegistrationGuardName,
  RegistrationConditionName,
  RegistrationEffectName
>;

const NOT_FINAL = [
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
] as const satisfies readonly RegistrationState[];

const ANY = [
  ...NOT_FINAL,
  'withdrawn',
  'closed',
  'migrated',
  'handed_over',
] as const satisfies readonly RegistrationState[];

export const REGISTRATION_TRANSITIONS = [
  {
    event: 'registration_created',
    from: 'none',
    to: 'draft',
    way: 'decision',
    who: ['agency'],
    guards: [],
    effects: [],
  },
  {
    event: 'registration_imported',
    from: 'none',
    to: { fact: 'state', oneOf: ANY },
    way: 'decision',
    who: ['agency'],
    guards: [],
    effects: ['take_imported_facts'],
  },
  {
    event: 'advice_accepted',
    from: ['draft'],
    to: 'awaiting_prerequisites',
    way: 'decision',
    who: ['agency'],
    guards: [
      'type_open_to_subject',
      'route_open_to_subject',
      'region_fits_subject',
      'code_fits_subject',
      'class_fits_subject',
      'subject_slot_free_or_raise',
      'licence_owner_accepted',
    ],
    effects: ['pin_rulebook', 'plan_slots', 'require_papers'],
  },
  {
    event: 'prerequisites_completed',
    from: ['awaiting_prerequisites'],
    to: 'awaiting_email',
    way: 'decision',
    who: ['agency'],
    guards: ['subject_as_registered', 'papers_complete', 'signed_off'],
    effects: [],
  },
  {
    event: 'email_confirmed',
    from: ['awaiting_email'],
    to: 'awaiting_admin_verification',
    way: 'decision',
    who: ['agency'],
    guards: ['email_ready'],
    effects: ['take_email'],
  },
  {
    event: 'admin_verified',
    from: ['awaiting_admin_verification'],
    to: 'ready_to_submit',
    way: 'decision',
    who: ['agency'],
    guards: [
      'admin_scan',
      'admin_identity',
      'admin_wechat',
      'admin_age',
      'admin_slots',
      'admin_consent',
      'admin_id_four_eyes',
      'admin_is_subject',
      'admin_not_outsider',
      'preflight_clean',
    ],
    effects: [],
  },
  {
    event: 'information_submitted',
    from: ['ready_to_submit'],
    to: 'proving_subject',
    way: 'decision',
    who: ['agency'],
    guards: ['preflight_has_no_blocker', 'subject_slot_free', 'admin_slots', 'no_other_transfer'],
    effects: ['begin_submission', 'reserve_slots', 'begin_proof'],
  },
  {
    event: 'transfer_sent',
    from: ['proving_subject'],
    to: 'stays',
    way: 'decision',
    who: ['client', 'agency'],
    guards: ['transfer_expected', 'transfer_exact'],
    effects: ['transfer_sent'],
  },
  {
    event: 'subject_proof_failed',
    from: ['proving_subject'],
    to: 'stays',
    tells: 'proving_subject',
    way: 'observation',
    who: ['agency', 'system'],
    guards: ['proof_not_by_order', 'time_is_over'],
    effects: ['fail_proof', 'hold_slots'],
    oldIn: ['lapsed', 'closed', 'migrated', 'handed_over'],
  },
  {
    event: 'route_changed',
    from: ['proving_subject'],
    to: 'stays',
    way: 'decision',
    who: ['agency'],
    reason: 'required',
    guards: ['new_route_open', 'route_may_change', 'admin_slots', 'no_other_transfer'],
    effects: ['change_route'],
  },
  {
    event: 'subject_proven',
    from: ['proving_subject', 'lapsed'],
    to: 'live',
    way: 'observation',
    who: ['agency', 'system'],
    evidence: 'required',
    guards: ['proof_not_by_order'],
    effects: ['accept_proof', 'reserve_slots'],
    oldIn: ['restricted', 'migrating', 'closing', 'closed', 'migrated', 'handed_over'],
  },
  {
    event: 'reopened',
    from: ['awaiting_prerequisites'],
    to: { fact: 'to', oneOf: ['draft'] },
    way: 'decision',
    who: ['agency'],
    reason: 'required',
    guards: [],
    effects: ['void_changed_sign_off', 'drop_appointment'],
  },
  {
    event: 'reopened',
    from: ['awaiting_email'],
    to: { fact: 'to', oneOf: ['draft', 'awaiting_prerequisites'] },
    way: 'decision',
    who: ['agency'],
    reason: 'required',
    guards: [],
    effects: ['void_changed_sign_off', 'drop_appointment'],
  },
  {
    event: 'reopened',
    from: ['awaiting_admin_verification'],
    to: { fact: 'to', oneOf: ['draft', 'awaiting_prerequisites', 'awaiting_email'] },
    way: 'decision',
    who: ['agency'],
    reason: 'required',
    guards: [],
    effects: ['void_changed_sign_off', 'drop_appointment'],
  },
  {
    event: 'reopened',
    from: ['ready_to_submit'],
    to: { fact: 'to', oneOf: ['draft', 'awaiting_prerequisites', 'awaiting_email', 'awaiting_admin_verification'] },
    way: 'decision',
    who: ['agency'],
    reason: 'required',
    guards: [],
    effects: ['void_changed_sign_off', 'drop_appointment'],
  },
  {
    event: 'consent_withdrawn',
    from: ['awaiting_email', 'awaiting_admin_verification', 'ready_to_submit'],
    to: 'awaiting_prerequisites',
    way: 'decision',
    who: ['admin_person', 'agency'],
    guards: [],
    effects: ['delete_admin_papers', 'drop_appointment'],
  },
  {
    event: 'consent_withdrawn',
    from: [
      'draft',
      'awaiting_prerequisites',
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
    ],
    to: 'stays',
    way: 'decision',
    who: ['admin_person', 'agency'],
    guards: [],
    effects: ['delete_admin_papers', 'drop_appointment'],
  },
  {
    event: 'registration_withdrawn',
    from: [
      'draft',
      'awaiting_prerequisites',
      'awaiting_email',
      'awaiting_admin_verification',
      'ready_to_submit',
      'lapsed',
    ],
    to: 'withdrawn',
    way: 'decision',
    who: ['agency'],
    reason: 'required',
    guards: [],
    effects: ['cancel_unpaid_order', 'free_slots', 'return_email', 'drop_appointment'],
  },
  {
    event: 'registration_lapsed',
    from: ['awaiting_admin_verification', 'ready_to_submit', 'proving_subject'],
    to: 'lapsed',
    way: 'decision',
    who: ['agency', 'system'],
    guards: ['may_lapse', 'no_paid_order_undecided'],
    effects: ['cancel_unpaid_order', 'end_transfer', 'free_slots', 'recheck_email', 'drop_appointment'],
  },
  {
    event: 'restarted',
    from: ['lapsed'],
    to: 'awaiting_prerequisites',
    way: 'decision',
    who: ['agency'],
    guards: ['type_open_to_subject', 'route_open_to_subject', 'subject_slot_free_or_raise', 'licence_owner_accepted'],
    effects: ['begin_again', 'pin_rulebook', 'plan_slots', 'require_papers'],
  },
  {
    event: 'renewal_accepted',
    from: ['live'],
    to: 'stays',
    way: 'decision',
    who: ['client', 'agency'],
    guards: [],
    effects: ['accept_renewal'],
  },
  {
    event: 'renewal_declined',
    from: ['live'],
    to: 'stays',
    way: 'decision',
    who: ['client', 'agency'],
    guards: [],
    effects: ['decline_renewal'],
  },
  // The life after `live`. What WeChat says of the account's standing counts by its time, in whatever order it comes.
  {
    event: 'account_restricted',
    from: ['live', 'migrating', 'closing'],
    to: 'restricted',
    when: 'standing_is_news',
    way: 'observation',
    who: ['agency', 'system'],
    evidence: 'required',
    guards: [],
    effects: ['restrict', 'reserve_slots', 'end_migration', 'end_closing'],
    late: ['note_standing'],
  },
  // Frozen first, banned later: the newer reason counts.
  {
    event: 'account_restricted',
    from: ['restricted'],
    to: 'stays',
    when: 'other_restriction_is_news',
    way: 'observation',
    who: ['agency', 'system'],
    evidence: 'required',
    guards: [],
    effects: ['restrict'],
  },
  {
    event: 'account_restored',
    from: ['restricted'],
    to: 'live',
    when: 'standing_is_news',
    way: 'observation',
    who: ['agency', 'system'],
    evidence: 'required',
    guards: [],
    effects: ['lift_restriction', 'reserve_slots'],
    late: ['note_standing'],
    oldIn: ['migrating', 'handed_over'],
    after: ['account_restricted'],
  },
  {
    event: 'account_restored',
    from: ['closing'],
    to: 'stays',
    when: 'restricted_and_standing_is_news',
    way: 'observation',
    who: ['agency', 'system'],
    evidence: 'required',
    guards: [],
    effects: ['lift_restriction'],
  },
  {
    event: 'account_given_up',
    from: ['restricted'],
    to: 'closed',
    way: 'decision',
    who: ['owner'],
    reason: 'required',
    guards: [],
    effects: ['cancel_unpaid_order', 'recheck_email'],
  },
  {
    event: 'slots_released',
    from: ['closed'],
    to: 'stays',
    way: 'decision',
    who: ['agency'],
    reason: 'required',
    evidence: 'required',
    guards: ['slots_held'],
    effects: ['release_slots', 'free_slots', 'recheck_email'],
  },
  {
    event: 'admin_changed',
    from: ['live'],
    to: 'stays',
    way: 'decision',
    who: ['agency'],
    guards: ['successor_ready'],
    effects: ['change_admin', 'reserve_slots'],
  },
  {
    event: 'email_changed',
    from: ['live'],
    to: 'stays',
    way: 'decision',
    who: ['agency'],
    guards: ['next_email_ready'],
    effects: ['change_email'],
  },
  {
    event: 'name_changed',
    from: ['live'],
    to: 'stays',
    way: 'decision',
    who: ['agency'],
    guards: ['name_change_open', 'new_name_fits'],
    effects: ['change_name'],
  },
  {
    event: 'name_changed',
    from: ['live', 'restricted', 'migrating', 'closing'],
    to: 'stays',
    way: 'observation',
    who: ['system'],
    guards: [],
    effects: ['change_name'],
  },
  {
    event: 'subject_name_corrected',
    from: ['live'],
    to: 'stays',
    way: 'decision',
    who: ['agency'],
    evidence: 'required',
    guards: ['same_licence_code', 'registered_name_new'],
    effects: ['correct_subject_name'],
  },
  {
    event: 'subject_name_corrected',
    from: ['live'],
    to: 'stays',
    way: 'decision',
    who: ['system'],
    evidence: 'required',
    guards: ['same_licence_code'],
    effects: ['correct_subject_name'],
  },
  {
    event: 'migration_started',
    from: ['live'],
    to: 'migrating',
    way: 'decision',
    who: ['agency'],
    guards: ['migration_in_mainland', 'migration_target_fits', 'migration_direction_open'],
    effects: ['start_migration'],
  },
  // Tencent may tell a step or the end of what our clock had ended, or what nobody has told us of.
  {
    event: 'migration_approved',
    from: ['migrating'],
    to: 'stays',
    tells: 'migrating',
    way: 'observation',
    who: ['agency', 'system'],
    evidence: 'required',
    guards: [],
    effects: ['approve_migration', 'hold_slots', 'end_closing'],
    oldIn: ['migrated'],
    after: ['migration_started'],
  },
  {
    event: 'migration_completed',
    from: ['migrating', 'live', 'restricted', 'closing'],
    to: 'migrated',
    way: 'observation',
    who: ['agency', 'system'],
    evidence: 'required',
    guards: ['migration_confirmable'],
    effects: ['cancel_unpaid_order', 'end_transfer', 'free_slots', 'recheck_email'],
    after: ['migration_started', 'migration_approved'],
  },
  {
    event: 'migration_ended',
    from: ['migrating'],
    to: 'live',
    way: 'observation',
    who: ['agency', 'system'],
    guards: ['migration_days_over'],
    effects: ['end_migration', 'hold_slots'],
    oldIn: ['restricted', 'closing', 'handed_over'],
    after: ['migration_started'],
  },
  {
    event: 'deregistration_started',
    from: ['live', 'restricted'],
    to: 'closing',
    way: 'decision',
    who: ['agency'],
    guards: ['services_closed'],
    effects: ['start_closing'],
  },
  {
    event: 'deregistration_proven',
    from: ['closing'],
    to: 'stays',
    tells: 'closing',
    way: 'observation',
    who: ['agency', 'system'],
    evidence: 'required',
    guards: [],
    effects: ['start_freeze', 'hold_slots', 'end_migration'],
    oldIn: ['closed'],
    after: ['deregistration_started'],
  },
  // The end as Tencent tells it counts wherever we believed the account to be.
  {
    event: 'deregistration_confirmed',
    from: ['closing', 'live', 'restricted', 'migrating'],
    to: 'closed',
    way: 'observation',
    who: ['agency', 'system'],
    evidence: 'required',
    guards: ['deregistration_confirmable'],
    effects: ['cancel_unpaid_order', 'end_transfer', 'free_slots', 'recheck_email'],
    after: ['deregistration_started', 'deregistration_proven'],
  },
  // Called off by Tencent, it is news like any other; called off by us or by the clock, a decision.
  {
    event: 'deregistration_cancelled',
    from: ['closing'],
    to: 'restricted',
    when: 'told_by_tencent_and_still_restricted',
    way: 'observation',
    who: ['agency', 'system'],
    evidence: 'welcome',
    guards: [],
    effects: ['end_closing'],
  },
  {
    event: 'deregistration_cancelled',
    from: ['closing'],
    to: 'live',
    when: 'told_by_tencent',
    way: 'observation',
    who: ['agency', 'system'],
    evidence: 'welcome',
    guards: [],
    effects: ['end_closing', 'hold_slots'],
    oldIn: ['restricted', 'migrating', 'handed_over'],
    after: ['deregistration_started'],
  },
  {
    event: 'deregistration_cancelled',
    from: ['closing'],
    to: 'restricted',
    when: 'still_restricted',
    way: 'decision',
    who: ['agency', 'system'],
    evidence: 'welcome',
    guards: ['closing_days_over'],
    effects: ['end_closing'],
  },
  {
    event: 'deregistration_cancelled',
    from: ['closing'],
    to: 'live',
    way: 'decision',
    who: ['agency', 'system'],
    evidence: 'welcome',
    guards: ['closing_days_over'],
    effects: ['end_closing'],
  },
  {
    event: 'custody_handed_over',
    from: ['live', 'restricted'],
    to: 'handed_over',
    way: 'decision',
    who: ['agency'],
    guards: ['own_licence', 'custody_changed'],
    effects: ['cancel_unpaid_order'],
  },
  {
    event: 'case_paused',
    from: NOT_FINAL,
    to: 'stays',
    way: 'decision',
    who: ['agency'],
    reason: 'required',
    guards: ['not_paused'],
    effects: ['pause'],
  },
  {
    event: 'case_resumed',
    from: NOT_FINAL,
    to: 'stays',
    way: 'decision',
    who: ['agency'],
    guards: ['paused'],
    effects: ['resume'],
  },
  // Of an account that has ended for us, or never began, there is nothing to verify: told of one, a person has to look.
  {
    event: 'verification_observed',
    from: [...NOT_FINAL, 'handed_over'],
    to: 'stays',
    way: 'observation',
    who: ['agency', 'system'],
    evidence: 'required',
    guards: [],
    effects: ['take_observed_verification'],
  },
  {
    event: 'verification_conflict_resolved',
    from: ANY,
    to: 'stays',
    way: 'decision',
    who: ['agency'],
    reason: 'required',
    guards: ['something_to_resolve'],
    effects: ['resolve_conflict'],
  },
] as const satisfies readonly Row[];

/** The straight way, in order: what must have happened before a state. An observation that jumps ahead marks the skipped steps as not seen. */
export const REGISTRATION_PATH = [
  { state: 'draft', leftBy: 'advice_accepted' },
  { state: 'awaiting_prerequisites', leftBy: 'prerequisites_completed' },
  { state: 'awaiting_email', leftBy: 'email_confirmed' },
  { state: 'awaiting_admin_verification', leftBy: 'admin_verified' },
  { state: 'ready_to_submit', leftBy: 'information_submitted' },
  { state: 'proving_subject', leftBy: 'subject_proven', beside: ['lapsed'] },
  // Only accounts that were live come here.
  { state: 'live', leftBy: null, beside: ['restricted', 'migrating', 'closing'] },
] as const satisfies readonly PathStep<RegistrationState, RegistrationEvent>[];
