import { describe, expect, test } from '@jest/globals';
import {
  ACCOUNT_TYPES,
  ORDER_EVENTS,
  REGISTRATION_EVENTS,
  SUBJECT_TYPES,
  type SubjectType,
} from '../enumerations/index.js';
import { ENGINE_FINDINGS } from '../machine/engine-findings.js';
import { resolveRulebook } from '../machine/resolve-rulebook.js';
import { ORDER_MACHINE } from '../verification/judge-order-event.js';
import { REGISTRATION_MACHINE } from '../registration/judge-registration-event.js';
import { listRequiredPrerequisites } from '../registration/required-prerequisites.js';
import { aRegistration, contextAt } from '../testing/registration-builder.js';
import { verificationFee } from '../verification/fee.js';
import { FINDINGS } from './findings.js';
import { HISTORY_VISIBILITY } from './history-entries.js';
import type { RuleValues } from './rule-values.js';
import { RULEBOOK_VERSION, SHIPPED_RULES } from './shipped-rules.js';
import { SOURCES } from './sources.js';

const { rules } = contextAt();

describe('the shipped book', () => {
  test('every rule names a source that is told in our own words, and a day by which it is looked at again', () => {
    for (const rule of SHIPPED_RULES) {
      expect(Object.keys(SOURCES)).toContain(rule.source);
      expect(rule.reviewBy > rule.lastChecked && rule.lastChecked >= rule.validFrom).toBe(true);
    }
  });

  test('what nobody knows is of kind unknown, and only that', () => {
    expect(SHIPPED_RULES.filter(({ value, kind }) => value === null && kind !== 'unknown')).toEqual([]);
  });

  test('a rule has one entry for each day, the newer from its day on', () => {
    const [limit, ...others] = SHIPPED_RULES.filter(({ id }) => id === 'quota.subject.enterprise');
    expect(others).toEqual([]);
    const rest = SHIPPED_RULES.filter(({ id }) => id !== 'quota.subject.enterprise');
    const raised = [
      ...rest,
      { ...limit, validTo: '2027-01-01' },
      { ...limit, value: 5, validFrom: '2027-01-01' },
    ] as never[];
    const valueOn = (on: string) =>
      resolveRulebook<RuleValues>(raised, [], on, 'v').entries['quota.subject.enterprise'].value;
    expect([valueOn('2026-12-31'), valueOn('2027-01-01')]).toEqual([2, 5]);
    expect(() => resolveRulebook<RuleValues>([...SHIPPED_RULES, ...SHIPPED_RULES], [], '2026-09-28', 'v')).toThrow(
      'two entries of rule',
    );
    expect(() => resolveRulebook<RuleValues>(SHIPPED_RULES, [], '2000-01-01', 'v')).toThrow('no entry of rule');
    expect(rules.version).toBe(RULEBOOK_VERSION);
  });

  test('of an owner’s overrides the newest in force counts, and the book says which values are the agency’s own', () => {
    const overrides = [
      { ruleId: 'supplement.chances', value: 1, validFrom: '2026-09-01' },
      { ruleId: 'supplement.chances', value: 2, validFrom: '2026-09-20' },
      { ruleId: 'supplement.chances', value: 9, validFrom: '2026-10-01' },
      { ruleId: 'fee.mini_program.others', value: 1, validFrom: '2026-01-01' },
    ];
    const own = contextAt('2026-09-28T03:20:00.000Z', overrides).rules;
    expect([own.entries['supplement.chances'].value, own.overridden]).toEqual([2, ['supplement.chances']]);
  });
});

describe('the tables', () => {
  test.each([
    ['registration', REGISTRATION_MACHINE],
    ['order', ORDER_MACHINE],
  ] as const)('each name in the %s table is a function, and each function is named', (_, machine) => {
    const names = { guards: new Set<string>(), effects: new Set<string>(), conditions: new Set<string>() };
    for (const row of machine.rows) {
      row.guards.forEach((name) => names.guards.add(name));
      [...row.effects, ...(row.late ?? [])].forEach((name) => names.effects.add(name));
      if (row.when) names.conditions.add(row.when);
    }
    for (const kind of ['guards', 'effects', 'conditions'] as const) {
      expect([...names[kind]].toSorted()).toEqual(Object.keys(machine[kind]).toSorted());
    }
  });

  const asked = (rows: typeof REGISTRATION_MACHINE.rows | typeof ORDER_MACHINE.rows, what: 'reason' | 'evidence') =>
    [...new Set(rows.filter((row) => row[what] === 'required').map(({ event }) => event))].toSorted();
  const heard = (rows: typeof REGISTRATION_MACHINE.rows | typeof ORDER_MACHINE.rows) =>
    [...new Set(rows.filter(({ way }) => way === 'observation').map(({ event }) => event))].toSorted();

  test('what Tencent tells is observed, all else is decided; one event is never both for the same actor', () => {
    expect(heard(REGISTRATION_MACHINE.rows)).toEqual([
      'account_restored',
      'account_restricted',
      'deregistration_cancelled',
      'deregistration_confirmed',
      'migration_ended',
      'subject_proof_failed',
      'subject_proven',
      'verification_observed',
    ]);
    expect(heard(ORDER_MACHINE.rows)).toEqual([
      'auditor_assigned',
      'auditor_called',
      'fee_paid',
      'naming_failed',
      'naming_passed',
      'qualification_failed',
      'qualification_passed',
      'supplement_requested',
    ]);
    for (const { rows } of [REGISTRATION_MACHINE, ORDER_MACHINE]) {
      for (const one of rows) {
        // What WeChat itself told is no decision of whoever passes it on: such a row says so.
        if (one.when === 'told_by_wechat') continue;
        const others = rows.filter(
          ({ event, who, when }) =>
            event === one.event && when !== 'told_by_wechat' && who.some((name) => one.who.includes(name)),
        );
        expect([one.event, others.every(({ way }) => way === one.way)]).toEqual([one.event, true]);
      }
    }
  });

  test('a reason or an evidence is asked for where it is part of the record, on every row of the event', () => {
    expect(asked(REGISTRATION_MACHINE.rows, 'reason')).toEqual([
      'account_given_up',
      'case_paused',
      'registration_withdrawn',
      'reopened',
      'route_changed',
      'verification_conflict_resolved',
    ]);
    expect(asked(REGISTRATION_MACHINE.rows, 'evidence')).toEqual([
      'account_restored',
      'account_restricted',
      'deregistration_cancelled',
      'deregistration_confirmed',
      'migration_ended',
      'subject_proven',
      'verification_observed',
    ]);
    expect(asked(ORDER_MACHINE.rows, 'reason')).toEqual(['second_payment_recorded']);
    expect(asked(ORDER_MACHINE.rows, 'evidence')).toEqual(['naming_passed', 'qualification_passed']);
    for (const { rows } of [REGISTRATION_MACHINE, ORDER_MACHINE]) {
      for (const one of rows) {
        const alike = rows.filter(({ event }) => event === one.event);
        expect(alike.map(({ reason, evidence }) => [reason, evidence])).toEqual(
          alike.map(() => [one.reason, one.evidence]),
        );
      }
    }
  });

  test('every event has its reader, and no finding is told twice', () => {
    expect(Object.keys(HISTORY_VISIBILITY).toSorted()).toEqual([...REGISTRATION_EVENTS, ...ORDER_EVENTS].toSorted());
    expect(Object.keys(FINDINGS).filter((code) => code in ENGINE_FINDINGS)).toEqual([]);
  });
});

describe('papers', () => {
  const wanted = (subjectType: SubjectType, more: object = {}) =>
    listRequiredPrerequisites(
      {
        subjectType,
        subjectClass: null,
        accountType: 'service',
        route: 'wechat_verification',
        orderKind: null,
        ...more,
      },
      rules,
    )
      .filter(({ required }) => required)
      .map(({ code }) => code);

  test.each<[SubjectType, readonly string[]]>([
    ['individual', ['admin_id', 'admin_phone']],
    ['sole_proprietor', ['business_licence', 'legal_representative', 'application_letter', 'admin_id', 'admin_phone']],
    ['enterprise', ['business_licence', 'legal_representative', 'application_letter', 'admin_id', 'admin_phone']],
    ['media', ['business_licence', 'legal_representative', 'application_letter', 'admin_id', 'admin_phone']],
    ['government', ['organisation_certificate', 'application_letter', 'admin_id', 'admin_phone']],
    [
      'other_organisation',
      ['organisation_certificate', 'legal_representative', 'application_letter', 'admin_id', 'admin_phone'],
    ],
    [
      'overseas_enterprise',
      [
        'legal_representative',
        'application_letter',
        'company_certificate_translated',
        'company_profile',
        'operator_passport',
        'operator_phone_bill',
      ],
    ],
  ])('%s brings %j', (subjectType, codes) => {
    expect(wanted(subjectType)).toEqual(codes);
  });

  test('a small transfer needs the bank account instead of the letter; the letter comes with the first order', () => {
    expect(wanted('enterprise', { route: 'small_transfer' })).toEqual([
      'business_licence',
      'legal_representative',
      'corporate_bank_account',
      'admin_id',
      'admin_phone',
    ]);
    expect(wanted('enterprise', { route: 'small_transfer', orderKind: 'first' })).toEqual(['application_letter']);
  });

  test('the sealed sheet covers a first order on the verification route; a renewal asks again', () => {
    expect(wanted('enterprise', { orderKind: 'first' })).toEqual([]);
    expect(wanted('enterprise', { orderKind: 'renewal' })).toEqual(['business_licence', 'application_letter']);
  });
});

describe('fees', () => {
  const fee = (build: ReturnType<typeof aRegistration>, size: 'small' | 'large' | null = null) =>
    verificationFee(build.facts, size, rules).fee;

  test.each<[SubjectType, object | null]>([
    ['enterprise', { amountMinor: 30_000, currency: 'CNY' }],
    ['media', { amountMinor: 30_000, currency: 'CNY' }],
    ['other_organisation', { amountMinor: 30_000, currency: 'CNY' }],
    ['government', { amountMinor: 0, currency: 'CNY' }],
    ['overseas_enterprise', { amountMinor: 9_900, currency: 'USD' }],
    ['sole_proprietor', null],
    ['individual', null],
  ])('an Official Account of %s', (subjectType, expected) => {
    expect(fee(aRegistration().subject(subjectType))).toEqual(expected);
  });

  test('foundations and foreign missions pay nothing; WeCom goes by size, a Mini Program by its own list', () => {
    expect(fee(aRegistration().subject('other_organisation', { class: 'foundation' }))?.amountMinor).toBe(0);
    expect(fee(aRegistration().subject('other_organisation', { class: 'foreign_mission' }))?.amountMinor).toBe(0);
    expect(fee(aRegistration().subject('other_organisation', { class: 'social_group' }))?.amountMinor).toBe(30_000);
    expect(fee(aRegistration().registration({ accountType: 'wecom' }), 'large')?.amountMinor).toBe(3_000_000);
    expect(fee(aRegistration().registration({ accountType: 'wecom' }))).toBeNull();
    expect(
      fee(aRegistration().subject('sole_proprietor').registration({ accountType: 'mini_program' }))?.amountMinor,
    ).toBe(3_000);
    expect(fee(aRegistration().subject('media').registration({ accountType: 'mini_program' }))).toBeNull();
  });
});

test('who may open which account', () => {
  const open = ACCOUNT_TYPES.map((type) => [
    type,
    SUBJECT_TYPES.filter((subject) => rules.entries[`account_type.${type}`].value[subject] === 'allowed'),
  ]);
  const organisations = ['sole_proprietor', 'enterprise', 'media', 'government', 'other_organisation'];
  expect(open).toEqual([
    ['subscription', ['individual', ...organisations]],
    ['service', [...organisations, 'overseas_enterprise']],
    ['mini_program', ['individual', ...organisations, 'overseas_enterprise']],
    ['wecom', organisations],
  ]);
});
