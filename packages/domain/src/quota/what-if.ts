/** What an account needs when the person behind it leaves or its licence is blocked: `needAfter`, called by the capacity answers. It says what to do, it does nothing. */
import type { RegistrationState, Route, SubjectType } from '../enumerations/index.js';
import type { RuleId } from '../rulebook/rule-values.js';

/** `person_leaves`: an admin or operator is no longer there · `subject_blocked`: the licence is struck off or frozen. */
export const WHAT_IF_CAUSES = ['person_leaves', 'subject_blocked'] as const;
export type WhatIfCause = (typeof WHAT_IF_CAUSES)[number];

/** How the account hangs on the one that is gone. */
export const WHAT_IF_TIES = ['admin', 'operator', 'subject'] as const;
export type WhatIfTie = (typeof WHAT_IF_TIES)[number];

/** What is to be done; i18n has a text for each. */
export const WHAT_IF_NEEDS = [
  'name_other_admin',
  'reopen_for_admin',
  'change_admin_once_live',
  'change_admin',
  'appeal_then_change_admin',
  'confirm_before_leaving',
  'account_is_theirs',
  'unbind_operator',
  'choose_other_subject',
  'reopen_for_subject',
  'proof_fails',
  'proof_fails_with_fee',
  'migrate',
  'register_again',
  'appeal_or_give_up',
  'finish_ending',
  'tell_keeper',
] as const;
export type WhatIfNeed = (typeof WHAT_IF_NEEDS)[number];

/** An account that hangs on the person or licence in question. */
export interface TiedAccount {
  tie: WhatIfTie;
  state: RegistrationState;
  subjectType: SubjectType;
  /** How it proves its subject: only a verification has a fee to lose. */
  route: Route;
}

/** The one thing the account needs, and the rule it rests on; null: it has ended and nothing is needed. */
export function needAfter({
  tie,
  state,
  subjectType,
  route,
}: TiedAccount): { need: WhatIfNeed; ruleId: RuleId | null } | null {
  if (tie === 'operator') return state === 'live' ? { need: 'unbind_operator', ruleId: 'operator.long_seats' } : null;
  if (tie === 'subject') return needOfSubject({ state, subjectType, route });
  // Of an individual's account the admin is the subject: nobody else can ever be.
  if (subjectType === 'individual' && !isEnded(state)) return { need: 'account_is_theirs', ruleId: 'admin.is_subject' };
  return needOfAdmin(state);
}

function needOfAdmin(state: RegistrationState): ReturnType<typeof needAfter> {
  switch (state) {
    case 'draft':
    case 'awaiting_prerequisites':
    case 'awaiting_email':
    case 'awaiting_admin_verification':
    case 'lapsed':
      return { need: 'name_other_admin', ruleId: 'admin.scan' };
    case 'ready_to_submit':
      return { need: 'reopen_for_admin', ruleId: 'admin.scan' };
    case 'proving_subject':
      return { need: 'change_admin_once_live', ruleId: 'admin.scan' };
    case 'live':
      return { need: 'change_admin', ruleId: 'admin.scan' };
    case 'restricted':
      return { need: 'appeal_then_change_admin', ruleId: 'admin.scan' };
    case 'migrating':
      return { need: 'confirm_before_leaving', ruleId: 'migration.confirm_days' };
    case 'closing':
      return { need: 'confirm_before_leaving', ruleId: 'deregistration.confirm_days' };
    default:
      return null;
  }
}

function needOfSubject({ state, subjectType, route }: Omit<TiedAccount, 'tie'>): ReturnType<typeof needAfter> {
  switch (state) {
    case 'draft':
    case 'lapsed':
      return { need: 'choose_other_subject', ruleId: 'subject.struck_off' };
    case 'awaiting_prerequisites':
    case 'awaiting_email':
    case 'awaiting_admin_verification':
    case 'ready_to_submit':
      return { need: 'reopen_for_subject', ruleId: 'subject.struck_off' };
    case 'proving_subject':
      return {
        need: route === 'wechat_verification' ? 'proof_fails_with_fee' : 'proof_fails',
        ruleId: 'subject.struck_off',
      };
    case 'live':
      return subjectType === 'overseas_enterprise'
        ? { need: 'register_again', ruleId: 'migration.mainland_only' }
        : { need: 'migrate', ruleId: 'migration.target_organisation' };
    case 'restricted':
      return { need: 'appeal_or_give_up', ruleId: 'restriction.struck_off' };
    case 'migrating':
    case 'closing':
      return { need: 'finish_ending', ruleId: null };
    case 'handed_over':
      return { need: 'tell_keeper', ruleId: 'subject.own_licence' };
    default:
      return null;
  }
}

function isEnded(state: RegistrationState): boolean {
  return state === 'withdrawn' || state === 'closed' || state === 'migrated' || state === 'handed_over';
}
