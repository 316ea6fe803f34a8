/** The machine of a quota raise as data: a subject's request for more accounts than its limit. Read by `judgeQuotaRaise`. */
import type { PathStep, TransitionRow } from '../machine/transition-row.js';

/** `pre_approved`: Tencent said yes, the regulator has not yet. */
export const QUOTA_RAISE_STATES = ['requested', 'pre_approved', 'granted', 'refused'] as const;
export type QuotaRaiseState = (typeof QUOTA_RAISE_STATES)[number];

export const QUOTA_RAISE_EVENTS = ['raise_requested', 'raise_pre_approved', 'raise_granted', 'raise_refused'] as const;
export type QuotaRaiseEvent = (typeof QUOTA_RAISE_EVENTS)[number];

/** Names of the guards of this table; each is one function. */
export type QuotaRaiseGuardName =
  'raise_open_to_subject' | 'limit_reached' | 'no_restricted_account' | 'no_other_raise' | 'reason_fits';

type Row = TransitionRow<QuotaRaiseState, QuotaRaiseEvent, QuotaRaiseGuardName, never, never>;

export const QUOTA_RAISE_TRANSITIONS = [
  {
    event: 'raise_requested',
    from: 'none',
    to: 'requested',
    way: 'decision',
    who: ['agency'],
    guards: ['raise_open_to_subject', 'limit_reached', 'no_restricted_account', 'no_other_raise', 'reason_fits'],
    effects: [],
  },
  {
    event: 'raise_pre_approved',
    from: ['requested'],
    to: 'pre_approved',
    way: 'observation',
    who: ['agency'],
    evidence: 'required',
    guards: [],
    effects: [],
  },
  // What was misread once is put right by the next look: each answer may follow the other, and another number the first.
  {
    event: 'raise_granted',
    from: ['requested', 'pre_approved', 'refused', 'granted'],
    to: 'granted',
    way: 'observation',
    who: ['agency'],
    evidence: 'required',
    guards: [],
    effects: [],
  },
  {
    event: 'raise_refused',
    from: ['requested', 'pre_approved', 'granted'],
    to: 'refused',
    way: 'observation',
    who: ['agency'],
    evidence: 'required',
    guards: [],
    effects: [],
  },
] as const satisfies readonly Row[];

/** The straight way of a raise. */
export const QUOTA_RAISE_PATH = [
  { state: 'requested', leftBy: 'raise_pre_approved' },
  { state: 'pre_approved', leftBy: 'raise_granted' },
  { state: 'granted', leftBy: null, beside: ['refused'] },
] as const satisfies readonly PathStep<QuotaRaiseState, QuotaRaiseEvent>[];
