import { describe, expect, test } from '@jest/globals';
import type { Change } from '../registration/registration-change.js';
import { judgeOrderEvent } from '../verification/judge-order-event.js';
import { judgeRegistrationEvent } from '../registration/judge-registration-event.js';
import type { RegistrationCommand } from '../registration/registration-command.js';
import {
  aRegistration,
  contextAt,
  NOW,
  OWNER,
  SPECIALIST,
  WECHAT,
  type RegistrationBuilder,
} from '../testing/registration-builder.js';
import { RULEBOOK_VERSION } from '../rulebook/shipped-rules.js';

const rulesIn = (changes: readonly Change[], type: string): unknown =>
  changes.flatMap((change) =>
    change.kind === 'history' && change.entry.type === type ? [change.entry.payload] : [],
  )[0]?.['rules'];

describe('a decision keeps the rules it was made by, as they were', () => {
  test('the fee that a submitted application has to pay', () => {
    const { facts } = aRegistration().provingSubject();
    const [order] = facts.orders;
    const own = {
      ruleId: 'fee.official_account.enterprise',
      value: { amountMinor: 350_00, currency: 'CNY' },
      validFrom: '2026-09-01',
    };
    const judged = judgeOrderEvent(
      facts,
      order?.id ?? '',
      { event: 'application_submitted', actor: SPECIALIST },
      contextAt(NOW, [own]),
    );
    expect(judged.refusals).toEqual([]);
    expect(rulesIn(judged.changes, 'application_submitted')).toEqual([
      { id: own.ruleId, value: own.value, validFrom: '2026-09-01', confidence: 'H', version: RULEBOOK_VERSION },
    ]);
  });

  test('the warning that an owner passed', () => {
    const { facts } = aRegistration().with(({ subject }) => ({ subject: { ...subject, licenceOf: 'partner' } }));
    const acknowledgements = [{ code: 'subject.licence_of_other', reason: 'The client has read what it means.' }];
    const judged = judgeRegistrationEvent(
      facts,
      { event: 'advice_accepted', actor: OWNER, acknowledgements },
      contextAt(),
    );
    expect([...judged.refusals, ...judged.warnings, ...judged.unknowns]).toEqual([]);
    expect(rulesIn(judged.changes, 'advice_accepted')).toMatchObject([
      { id: 'subject.own_licence', value: true },
      { id: 'quota.subject.enterprise', value: 2 },
    ]);
  });

  test('nothing where no rule was looked at', () => {
    const { facts } = aRegistration();
    const judged = judgeRegistrationEvent(
      facts,
      { event: 'case_paused', actor: SPECIALIST, reason: 'asked' },
      contextAt(),
    );
    expect(judged.allowed).toBe(true);
    expect(rulesIn(judged.changes, 'case_paused')).toBeUndefined();
  });

  const PLACES = ['quota.admin_id', 'quota.admin_phone', 'quota.admin_wechat'];
  const heard = { actor: WECHAT, evidence: { rank: 'wechat_event' } } as const;
  const closed = { followers: 10, payClosed: true, adsClosed: true, servicesClosed: true };
  const target = {
    targetName: '灯桥',
    targetAccountType: 'service',
    targetSubjectType: 'enterprise',
    targetCountryCode: 'CN',
    targetVerified: true,
    targetFollowers: 10,
  };
  const individual = () => aRegistration().live().subject('individual');

  test.each<[string, RegistrationBuilder, RegistrationCommand, readonly string[]]>([
    [
      'the days that begin with the address',
      aRegistration().awaitingEmail(),
      { event: 'email_confirmed', actor: SPECIALIST, facts: { controlProven: true } },
      ['timer.half_registration_days'],
    ],
    [
      'what an admin is asked',
      aRegistration().awaitingAdminVerification(),
      { event: 'admin_verified', actor: SPECIALIST, facts: { scanSeen: true } },
      ['admin.minimum_age', 'admin.four_eyes', ...PLACES],
    ],
    [
      'the places a submission takes, and its days',
      aRegistration().readyToSubmit(),
      { event: 'information_submitted', actor: SPECIALIST, facts: { payer: 'client' } },
      ['quota.subject.enterprise', ...PLACES, 'timer.verification_route_days'],
    ],
    [
      'how often a name may change',
      individual(),
      { event: 'name_changed', actor: SPECIALIST, facts: { newName: '灯桥茶馆' } },
      ['name.individual_changes', 'name.cooling_hours'],
    ],
    [
      'where an account may move, and its fee',
      aRegistration().live(),
      { event: 'migration_started', actor: SPECIALIST, facts: target },
      ['migration.directions', 'migration.target_organisation', 'migration.target_followers', 'migration.fee'],
    ],
    [
      'the days to confirm a move',
      aRegistration().live().inState('migrating'),
      { event: 'migration_approved', ...heard },
      ['migration.confirm_days'],
    ],
    [
      'the days of the transfer that proves a closing',
      aRegistration().live(),
      { event: 'deregistration_started', actor: SPECIALIST, facts: closed },
      ['deregistration.transfer_days'],
    ],
  ])('%s', (_, builder, command, expected) => {
    const judged = judgeRegistrationEvent(builder.facts, command, contextAt());
    expect([...judged.refusals, ...judged.warnings, ...judged.unknowns]).toEqual([]);
    expect(rulesIn(judged.changes, command.event)).toEqual(
      expected.map((id) => expect.objectContaining({ id, version: RULEBOOK_VERSION })),
    );
  });
});
