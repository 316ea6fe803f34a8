/** The verification order's machine as data: from, event, to, who, guards and effects by name. */
import type { OrderEvent, OrderState } from '../enumerations/index.js';
import type { PathStep, TransitionRow } from '../machine/transition-row.js';

export type OrderGuardName =
  | 'registration_takes_orders'
  | 'account_not_restricted'
  | 'no_other_open_order'
  | 'individual_answered'
  | 'not_inherited'
  | 'subject_not_struck_off'
  | 'kind_fits'
  | 'order_papers_complete'
  | 'order_name_given'
  | 'size_known'
  | 'payer_pays'
  | 'fee_amount_right'
  | 'fee_day_right'
  | 'fee_means_right'
  | 'fee_is_free'
  | 'something_paid'
  | 'inside_supplement_days'
  | 'supplement_days_over';

export type OrderEffectName =
  | 'open_order'
  | 'set_fee'
  | 'record_payment'
  | 'waive_fee'
  | 'record_second_payment'
  | 'take_auditor'
  | 'note_call'
  | 'take_supplement_request'
  | 'use_chance'
  | 'pass_qualification'
  | 'fail_qualification'
  | 'prove_subject'
  | 'note_naming_passed'
  | 'note_naming_failed';

export type OrderConditionName =
  | 'told_by_wechat'
  | 'qualification_passed_before_and_open'
  | 'qualification_passed_before'
  | 'qualification_not_passed_before'
  | 'chance_left'
  | 'no_chance_left'
  | 'name_pending_and_chance_left'
  | 'name_pending_and_no_chance_left'
  | 'passed_before_and_no_chance_left';

type Row = TransitionRow<OrderState, OrderEvent, OrderGuardName, OrderConditionName, OrderEffectName>;

const PAID_AND_OPEN = [
  'awaiting_dispatch',
  'in_review',
  'awaiting_supplement',
] as const satisfies readonly OrderState[];
const OPEN = ['preparing', 'awaiting_fee', ...PAID_AND_OPEN] as const satisfies readonly OrderState[];

export const ORDER_TRANSITIONS = [
  {
    event: 'order_opened',
    from: 'none',
    to: 'preparing',
    way: 'decision',
    who: ['agency', 'system'],
    guards: [
      'registration_takes_orders',
      'no_other_open_order',
      'individual_answered',
      'not_inherited',
      'subject_not_struck_off',
      'kind_fits',
    ],
    effects: ['open_order'],
  },
  {
    event: 'application_submitted',
    from: ['preparing'],
    to: 'awaiting_fee',
    way: 'decision',
    who: ['agency'],
    guards: ['account_not_restricted', 'order_papers_complete', 'order_name_given', 'size_known'],
    effects: ['set_fee'],
  },
  {
    event: 'fee_paid',
    from: ['awaiting_fee'],
    to: 'awaiting_dispatch',
    when: 'told_by_wechat',
    way: 'observation',
    who: ['agency', 'system'],
    evidence: 'welcome',
    guards: [],
    effects: ['record_payment'],
    late: ['record_payment'],
  },
  {
    event: 'fee_paid',
    from: ['awaiting_fee'],
    to: 'awaiting_dispatch',
    way: 'decision',
    who: ['client', 'agency'],
    evidence: 'welcome',
    guards: ['account_not_restricted', 'payer_pays', 'fee_amount_right', 'fee_day_right', 'fee_means_right'],
    effects: ['record_payment'],
  },
  {
    event: 'fee_waived',
    from: ['awaiting_fee'],
    to: 'awaiting_dispatch',
    way: 'decision',
    who: ['agency', 'system'],
    guards: ['fee_is_free'],
    effects: ['waive_fee'],
  },
  {
    event: 'second_payment_recorded',
    from: [...PAID_AND_OPEN, 'passed', 'failed'],
    to: 'stays',
    way: 'decision',
    who: ['agency'],
    reason: 'required',
    guards: ['something_paid'],
    effects: ['record_second_payment'],
  },
  {
    event: 'auditor_assigned',
    from: ['awaiting_dispatch'],
    to: 'in_review',
    way: 'observation',
    who: ['agency', 'system'],
    guards: [],
    effects: ['take_auditor'],
    late: ['take_auditor'],
    oldIn: ['awaiting_supplement'],
  },
  {
    event: 'auditor_called',
    from: PAID_AND_OPEN,
    to: 'stays',
    way: 'observation',
    who: ['agency', 'system'],
    guards: [],
    effects: ['note_call'],
    late: ['note_call'],
  },
  {
    event: 'supplement_requested',
    from: ['awaiting_dispatch', 'in_review'],
    to: 'awaiting_supplement',
    when: 'chance_left',
    way: 'observation',
    who: ['agency', 'system'],
    guards: [],
    effects: ['take_supplement_request'],
  },
  {
    event: 'supplement_requested',
    from: ['awaiting_dispatch', 'in_review'],
    to: 'passed',
    when: 'passed_before_and_no_chance_left',
    way: 'observation',
    who: ['agency', 'system'],
    guards: [],
    effects: ['note_naming_failed'],
  },
  {
    event: 'supplement_requested',
    from: ['awaiting_dispatch', 'in_review'],
    to: 'failed',
    when: 'no_chance_left',
    way: 'observation',
    who: ['agency', 'system'],
    guards: [],
    effects: ['fail_qualification'],
  },
  {
    event: 'supplement_requested',
    from: ['passed'],
    to: 'awaiting_supplement',
    when: 'name_pending_and_chance_left',
    way: 'observation',
    who: ['agency', 'system'],
    guards: [],
    effects: ['take_supplement_request'],
  },
  {
    event: 'supplement_requested',
    from: ['passed'],
    to: 'stays',
    when: 'name_pending_and_no_chance_left',
    way: 'observation',
    who: ['agency', 'system'],
    guards: [],
    effects: ['note_naming_failed'],
  },
  {
    event: 'supplement_submitted',
    from: ['awaiting_supplement'],
    to: 'in_review',
    way: 'decision',
    who: ['agency'],
    guards: ['inside_supplement_days'],
    effects: ['use_chance'],
  },
  {
    event: 'qualification_passed',
    from: PAID_AND_OPEN,
    to: 'passed',
    when: 'qualification_not_passed_before',
    way: 'observation',
    who: ['agency', 'system'],
    evidence: 'required',
    guards: [],
    effects: ['pass_qualification', 'prove_subject'],
  },
  {
    event: 'qualification_passed',
    from: [...PAID_AND_OPEN, 'passed'],
    to: 'stays',
    when: 'qualification_passed_before',
    way: 'observation',
    who: ['agency', 'system'],
    evidence: 'required',
    guards: [],
    effects: ['pass_qualification'],
  },
  {
    event: 'qualification_failed',
    from: PAID_AND_OPEN,
    to: 'failed',
    when: 'qualification_not_passed_before',
    way: 'observation',
    who: ['agency', 'system'],
    guards: [],
    effects: ['fail_qualification'],
  },
  {
    event: 'qualification_failed',
    from: PAID_AND_OPEN,
    to: 'passed',
    when: 'qualification_passed_before_and_open',
    way: 'observation',
    who: ['agency', 'system'],
    guards: [],
    effects: ['note_naming_failed'],
  },
  {
    event: 'supplement_lapsed',
    from: ['awaiting_supplement'],
    to: 'failed',
    when: 'qualification_not_passed_before',
    way: 'decision',
    who: ['agency', 'system'],
    guards: ['supplement_days_over'],
    effects: ['fail_qualification'],
  },
  {
    event: 'supplement_lapsed',
    from: ['awaiting_supplement'],
    to: 'passed',
    when: 'qualification_passed_before',
    way: 'decision',
    who: ['agency', 'system'],
    guards: ['supplement_days_over'],
    effects: ['note_naming_failed'],
  },
  {
    event: 'naming_passed',
    from: [...PAID_AND_OPEN, 'passed'],
    to: 'passed',
    when: 'qualification_passed_before',
    way: 'observation',
    who: ['agency', 'system'],
    evidence: 'required',
    guards: [],
    effects: ['note_naming_passed'],
  },
  {
    event: 'naming_passed',
    from: OPEN,
    to: 'stays',
    when: 'qualification_not_passed_before',
    way: 'observation',
    who: ['agency', 'system'],
    evidence: 'required',
    guards: [],
    effects: ['note_naming_passed'],
  },
  {
    event: 'naming_failed',
    from: [...PAID_AND_OPEN, 'passed'],
    to: 'passed',
    when: 'qualification_passed_before',
    way: 'observation',
    who: ['agency', 'system'],
    guards: [],
    effects: ['note_naming_failed'],
  },
  {
    event: 'naming_failed',
    from: OPEN,
    to: 'stays',
    when: 'qualification_not_passed_before',
    way: 'observation',
    who: ['agency', 'system'],
    guards: [],
    effects: ['note_naming_failed'],
  },
  {
    event: 'payment_lapsed',
    from: ['awaiting_fee'],
    to: 'payment_expired',
    way: 'decision',
    who: ['agency', 'system'],
    guards: [],
    effects: [],
  },
  {
    event: 'order_cancelled',
    from: ['preparing', 'awaiting_fee'],
    to: 'cancelled',
    way: 'decision',
    who: ['agency', 'system'],
    guards: [],
    effects: [],
  },
] as const satisfies readonly Row[];

/** The straight way of an order. */
export const ORDER_PATH = [
  { state: 'preparing', leftBy: 'application_submitted' },
  { state: 'awaiting_fee', leftBy: 'fee_paid' },
  { state: 'awaiting_dispatch', leftBy: 'auditor_assigned' },
  { state: 'in_review', leftBy: 'qualification_passed', beside: ['awaiting_supplement'] },
  { state: 'passed', leftBy: null },
] as const satisfies readonly PathStep<OrderState, OrderEvent>[];

/** States that nothing leaves but a late word about the name. */
export const FINAL_ORDER_STATES = ['failed', 'payment_expired', 'cancelled'] as const satisfies readonly OrderState[];
