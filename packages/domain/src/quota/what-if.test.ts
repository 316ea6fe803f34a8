import { describe, expect, test } from '@jest/globals';
import { FINAL_REGISTRATION_STATES, REGISTRATION_STATES, type RegistrationState } from '../enumerations/index.js';
import { needAfter, type TiedAccount, type WhatIfNeed } from './what-if.js';

const need = (
  tie: TiedAccount['tie'],
  state: RegistrationState,
  subjectType: TiedAccount['subjectType'] = 'enterprise',
  route: TiedAccount['route'] = 'wechat_verification',
) => needAfter({ tie, state, subjectType, route })?.need ?? null;

describe('when the admin leaves', () => {
  test.each<[RegistrationState, WhatIfNeed]>([
    ['draft', 'name_other_admin'],
    ['ready_to_submit', 'reopen_for_admin'],
    ['proving_subject', 'change_admin_once_live'],
    ['live', 'change_admin'],
    ['restricted', 'appeal_then_change_admin'],
    ['closing', 'confirm_before_leaving'],
    ['migrating', 'confirm_before_leaving'],
    ['lapsed', 'name_other_admin'],
  ])('an account in %s needs: %s', (state, expected) => {
    expect(need('admin', state)).toBe(expected);
  });

  test('an individual’s account is theirs and nobody else’s', () => {
    expect(need('admin', 'live', 'individual')).toBe('account_is_theirs');
  });
});

describe('when a licence is blocked', () => {
  test.each<[RegistrationState, WhatIfNeed]>([
    ['draft', 'choose_other_subject'],
    ['awaiting_email', 'reopen_for_subject'],
    ['proving_subject', 'proof_fails_with_fee'],
    ['live', 'migrate'],
    ['restricted', 'appeal_or_give_up'],
    ['closing', 'finish_ending'],
    ['handed_over', 'tell_keeper'],
  ])('an account in %s needs: %s', (state, expected) => {
    expect(need('subject', state)).toBe(expected);
  });

  test('a proof without a fee loses none', () => {
    expect(need('subject', 'proving_subject', 'enterprise', 'small_transfer')).toBe('proof_fails');
  });

  test('an overseas account cannot be migrated', () => {
    expect(need('subject', 'live', 'overseas_enterprise')).toBe('register_again');
  });
});

test('an operator is unbound where the account is live', () => {
  expect(need('operator', 'live')).toBe('unbind_operator');
  expect(need('operator', 'closing')).toBeNull();
});

test('what is over needs nothing, and everything else something', () => {
  for (const state of REGISTRATION_STATES) {
    const isOver = FINAL_REGISTRATION_STATES.some((final) => final === state);
    expect([state, need('admin', state) === null]).toEqual([state, isOver]);
    expect([state, need('subject', state) === null]).toEqual([state, isOver && state !== 'handed_over']);
  }
});
