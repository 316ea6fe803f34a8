/** Every refusal, warning and unknown the guards can answer: its kind where the rule does not say, what clears it and who can. i18n has one text for each code and each `clearedBy`. */
import type { FindingDefinition } from '../machine/engine-findings.js';

export const FINDINGS = {
  // Type, subject, region, route
  'account_type.not_open': { kind: 'hard', clearedBy: 'choose_other_type', clearedByHolder: 'agency' },
  'account_type.unknown': { kind: 'unknown', clearedBy: 'ask_tencent', clearedByHolder: 'agency' },
  'route.not_open': { kind: 'hard', clearedBy: 'choose_other_route', clearedByHolder: 'agency' },
  'route.unknown': { kind: 'unknown', clearedBy: 'ask_tencent', clearedByHolder: 'agency' },
  'route.unknown_for_type': { kind: 'unknown', clearedBy: 'ask_tencent', clearedByHolder: 'agency' },
  'route.unchanged': { kind: 'hard', clearedBy: 'choose_other_route', clearedByHolder: 'agency' },
  'subject.region_mismatch': { kind: 'hard', clearedBy: 'correct_subject', clearedByHolder: 'agency' },
  'subject.class_mismatch': { kind: 'hard', clearedBy: 'correct_subject', clearedByHolder: 'agency' },
  'subject.class_differs': { kind: 'hard', clearedBy: 'correct_subject', clearedByHolder: 'agency' },
  'subject.code_unrecognised': { kind: 'unknown', clearedBy: 'check_code_with_client', clearedByHolder: 'client' },
  'subject.code_missing': { kind: 'hard', clearedBy: 'give_subject_code', clearedByHolder: 'client' },
  'subject.code_invalid': { kind: 'hard', clearedBy: 'correct_subject_code', clearedByHolder: 'client' },
  'subject.name_missing': { kind: 'hard', clearedBy: 'give_subject_name', clearedByHolder: 'client' },
  'subject.licence_of_other': {
    kind: 'soft',
    clearedBy: 'owner_accepts_risk',
    clearedByHolder: 'agency',
    acknowledgedBy: 'owner',
  },
  'subject.struck_off': { kind: 'soft', clearedBy: 'check_registry', clearedByHolder: 'client' },
  'subject.licence_expires_soon': { kind: 'hard', clearedBy: 'renew_licence', clearedByHolder: 'client' },

  // Limits
  'quota.subject_full': { kind: 'policy', clearedBy: 'free_slot_or_raise', clearedByHolder: 'agency' },
  'quota.subject_planned': { kind: 'soft', clearedBy: 'decide_which_first', clearedByHolder: 'agency' },
  'quota.subject_unknown': { kind: 'unknown', clearedBy: 'ask_tencent', clearedByHolder: 'agency' },
  'quota.raise_not_granted': { kind: 'policy', clearedBy: 'await_raise', clearedByHolder: 'tencent' },
  'quota.admin_id_full': { kind: 'policy', clearedBy: 'choose_other_admin', clearedByHolder: 'client' },
  'quota.admin_phone_full': { kind: 'policy', clearedBy: 'choose_other_phone', clearedByHolder: 'admin_person' },
  'quota.admin_wechat_full': { kind: 'policy', clearedBy: 'choose_other_admin', clearedByHolder: 'client' },

  // Papers and sign-off
  'prerequisite.not_accepted': { kind: 'hard', clearedBy: 'accept_paper', clearedByHolder: 'agency' },
  'prerequisite.expires_too_soon': { kind: 'hard', clearedBy: 'renew_paper', clearedByHolder: 'client' },
  'sign_off.missing': { kind: 'hard', clearedBy: 'client_signs_off', clearedByHolder: 'client' },
  'sign_off.choices_changed': { kind: 'hard', clearedBy: 'client_signs_off', clearedByHolder: 'client' },

  // Address
  'email.missing': { kind: 'hard', clearedBy: 'reserve_email', clearedByHolder: 'agency' },
  'email.not_reserved': { kind: 'hard', clearedBy: 'reserve_email', clearedByHolder: 'agency' },
  'email.reservation_expired': { kind: 'policy', clearedBy: 'reserve_email', clearedByHolder: 'agency' },
  'email.not_checked': { kind: 'hard', clearedBy: 'check_email', clearedByHolder: 'agency' },
  'email.already_used': { kind: 'hard', clearedBy: 'choose_other_email', clearedByHolder: 'agency' },
  'email.use_unknown': { kind: 'unknown', clearedBy: 'check_email', clearedByHolder: 'agency' },
  'email.control_not_proven': { kind: 'hard', clearedBy: 'prove_email_control', clearedByHolder: 'agency' },

  // Admin
  'admin.missing': { kind: 'hard', clearedBy: 'choose_admin', clearedByHolder: 'client' },
  'admin.scan_not_seen': { kind: 'hard', clearedBy: 'admin_scans', clearedByHolder: 'admin_person' },
  'admin.id_missing': { kind: 'hard', clearedBy: 'give_id_number', clearedByHolder: 'admin_person' },
  'admin.id_invalid': { kind: 'hard', clearedBy: 'correct_id_number', clearedByHolder: 'admin_person' },
  'admin.id_kind_refused': { kind: 'hard', clearedBy: 'choose_other_admin', clearedByHolder: 'client' },
  'admin.id_kind_unknown': { kind: 'unknown', clearedBy: 'ask_tencent', clearedByHolder: 'agency' },
  'admin.under_age': { kind: 'hard', clearedBy: 'choose_other_admin', clearedByHolder: 'client' },
  'admin.age_unknown': { kind: 'unknown', clearedBy: 'check_birth_date', clearedByHolder: 'admin_person' },
  'admin.phone_missing': { kind: 'hard', clearedBy: 'give_phone', clearedByHolder: 'admin_person' },
  'admin.phone_not_bound': { kind: 'hard', clearedBy: 'bind_phone', clearedByHolder: 'admin_person' },
  'admin.card_not_bound': { kind: 'hard', clearedBy: 'bind_card', clearedByHolder: 'admin_person' },
  'admin.wechat_unknown': { kind: 'unknown', clearedBy: 'ask_admin', clearedByHolder: 'admin_person' },
  'admin.id_not_checked': { kind: 'policy', clearedBy: 'second_member_checks', clearedByHolder: 'agency' },
  'admin.id_checked_by_uploader': {
    kind: 'soft',
    clearedBy: 'second_member_or_owner',
    clearedByHolder: 'agency',
    acknowledgedBy: 'owner',
  },
  'admin.not_the_subject': { kind: 'hard', clearedBy: 'choose_subject_as_admin', clearedByHolder: 'client' },
  'admin.outsider': {
    kind: 'soft',
    clearedBy: 'owner_accepts_risk',
    clearedByHolder: 'agency',
    acknowledgedBy: 'owner',
  },
  'consent.missing': { kind: 'hard', clearedBy: 'admin_consents', clearedByHolder: 'admin_person' },

  // Name
  'name.missing': { kind: 'hard', clearedBy: 'give_name', clearedByHolder: 'client' },
  'name.not_allowed': { kind: 'hard', clearedBy: 'choose_other_name', clearedByHolder: 'client' },
  'name.doubtful': { kind: 'soft', clearedBy: 'choose_other_name', clearedByHolder: 'client' },

  // Proof of the subject
  'transfer.not_this_route': { kind: 'hard', clearedBy: 'use_event_of_route', clearedByHolder: 'agency' },
  'transfer.not_running': { kind: 'hard', clearedBy: 'change_route', clearedByHolder: 'agency' },
  'transfer.already_running': { kind: 'hard', clearedBy: 'await_other_transfer', clearedByHolder: 'tencent' },
  'transfer.wrong_amount': { kind: 'hard', clearedBy: 'send_exact_amount', clearedByHolder: 'client' },
  'transfer.wrong_payer': { kind: 'hard', clearedBy: 'pay_from_subject_account', clearedByHolder: 'client' },
  'transfer.bank_closed': { kind: 'soft', clearedBy: 'await_bank_day', clearedByHolder: 'client' },
  'transfer.under_check': { kind: 'hard', clearedBy: 'await_transfer_check', clearedByHolder: 'tencent' },
  'proof.by_order': { kind: 'hard', clearedBy: 'pass_first_order', clearedByHolder: 'tencent' },

  // Ending, pausing
  'lapse.too_early': { kind: 'hard', clearedBy: 'withdraw_instead', clearedByHolder: 'agency' },
  'order.paid_undecided': { kind: 'hard', clearedBy: 'await_order_answer', clearedByHolder: 'tencent' },
  'case.already_paused': { kind: 'hard', clearedBy: 'nothing_to_do', clearedByHolder: 'none' },
  'case.not_paused': { kind: 'hard', clearedBy: 'nothing_to_do', clearedByHolder: 'none' },
  'verification.nothing_to_resolve': { kind: 'hard', clearedBy: 'nothing_to_do', clearedByHolder: 'none' },
  'verification.nothing_observed': { kind: 'hard', clearedBy: 'keep_held', clearedByHolder: 'agency' },

  // Orders
  'order.other_open': { kind: 'hard', clearedBy: 'finish_open_order', clearedByHolder: 'agency' },
  'order.registration_not_ready': { kind: 'hard', clearedBy: 'reach_live', clearedByHolder: 'agency' },
  'order.individual_unknown': { kind: 'unknown', clearedBy: 'ask_tencent', clearedByHolder: 'agency' },
  'order.inherited': { kind: 'hard', clearedBy: 'verify_parent_account', clearedByHolder: 'agency' },
  'order.already_verified': { kind: 'hard', clearedBy: 'open_renewal_or_rename', clearedByHolder: 'agency' },
  'order.window_not_open': { kind: 'policy', clearedBy: 'await_window', clearedByHolder: 'none' },
  'order.already_expired': { kind: 'hard', clearedBy: 'open_re_verification', clearedByHolder: 'agency' },
  'order.not_expired': { kind: 'hard', clearedBy: 'open_renewal_or_rename', clearedByHolder: 'agency' },
  'order.not_verified': { kind: 'hard', clearedBy: 'open_first_order', clearedByHolder: 'agency' },
  'order.until_unknown': { kind: 'unknown', clearedBy: 'read_end_date', clearedByHolder: 'agency' },
  'order.rename_effect_unknown': { kind: 'unknown', clearedBy: 'ask_tencent', clearedByHolder: 'agency' },
  'order.name_missing': { kind: 'hard', clearedBy: 'give_name', clearedByHolder: 'client' },
  'order.size_missing': { kind: 'hard', clearedBy: 'give_size', clearedByHolder: 'client' },
  'order.in_review': { kind: 'hard', clearedBy: 'await_order_answer', clearedByHolder: 'tencent' },
  'fee.amount_differs': { kind: 'policy', clearedBy: 'pay_exact_fee', clearedByHolder: 'client' },
  'fee.unknown': { kind: 'unknown', clearedBy: 'read_payment_page', clearedByHolder: 'agency' },
  'fee.is_free': { kind: 'policy', clearedBy: 'waive_fee', clearedByHolder: 'agency' },
  'fee.not_free': { kind: 'policy', clearedBy: 'pay_fee', clearedByHolder: 'client' },
  'fee.means_not_allowed': { kind: 'policy', clearedBy: 'pay_by_other_means', clearedByHolder: 'client' },
  'fee.receiving_number_missing': { kind: 'hard', clearedBy: 'give_receiving_number', clearedByHolder: 'agency' },
  'fee.receiving_number_differs': { kind: 'hard', clearedBy: 'pay_to_own_number', clearedByHolder: 'client' },
  'fee.other_payer': { kind: 'hard', clearedBy: 'payer_pays', clearedByHolder: 'agency' },
  'fee.nothing_paid': { kind: 'hard', clearedBy: 'record_first_payment', clearedByHolder: 'agency' },
  'supplement.days_over': { kind: 'policy', clearedBy: 'new_order', clearedByHolder: 'agency' },
  'supplement.days_left': { kind: 'hard', clearedBy: 'answer_supplement', clearedByHolder: 'agency' },

  // What a statement rests on
  'evidence.file_unknown': { kind: 'hard', clearedBy: 'evidence_without_file', clearedByHolder: 'agency' },
  'evidence.countersigner_invalid': { kind: 'hard', clearedBy: 'name_other_member', clearedByHolder: 'agency' },
} as const satisfies Record<string, FindingDefinition>;

export type FindingCode = keyof typeof FINDINGS;
