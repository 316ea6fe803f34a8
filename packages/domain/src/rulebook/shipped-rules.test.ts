import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromEpochDay, isCalendarDate, toEpochDay } from '../calendar/index.js';
import {
  ACCOUNT_TYPES,
  ORDER_EVENTS,
  REGISTRATION_EVENTS,
  ROUTES,
  SUBJECT_TYPES,
  type SubjectType,
} from '../enumerations/index.js';
import { ENGINE_FINDINGS } from '../machine/engine-findings.js';
import { checkOverride } from '../machine/check-override.js';
import { resolveRulebook } from '../machine/resolve-rulebook.js';
import type { RuleEntry } from '../machine/rule-entry.js';
import { ORDER_MACHINE } from '../verification/judge-order-event.js';
import { REGISTRATION_MACHINE } from '../registration/judge-registration-event.js';
import { listRequiredPrerequisites } from '../registration/required-prerequisites.js';
import { aRegistration, contextAt } from '../testing/registration-builder.js';
import { verificationFee } from '../verification/fee.js';
import { FINDINGS } from './findings.js';
import { HISTORY_VISIBILITY } from './history-entries.js';
import type { RuleId, RuleValues } from './rule-values.js';
import { RULEBOOK_VERSIONS } from './rulebook-versions.js';
import { RULEBOOK_VERSION, SHIPPED_RULES } from './shipped-rules.js';
import { SOURCES } from './sources.js';

const { rules } = contextAt();
/** The entries in force on a day, none for a rule that had not begun. */
const heldOn = (on: string): readonly RuleEntry[] =>
  SHIPPED_RULES.filter((rule: RuleEntry) => rule.validFrom <= on && (rule.validTo === undefined || rule.validTo > on));
const bookOf = (on: string) => resolveRulebook<RuleValues>(SHIPPED_RULES, [], on, RULEBOOK_VERSION).entries;

describe('the shipped book', () => {
  const shipped: readonly RuleEntry[] = SHIPPED_RULES;
  const ids = [...new Set(shipped.map(({ id }) => id))];
  const entriesOf = (wanted: string) =>
    shipped.filter(({ id }) => id === wanted).toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1));

  test('every rule names sources that are told in our own words, and a day by which it is looked at again', () => {
    const used = new Set<string>();
    for (const { source, alsoSources = [], disputedBy = [], ...rule } of shipped) {
      for (const key of [source, ...alsoSources, ...disputedBy]) used.add(key);
      expect(new Set([source, ...alsoSources]).size).toBe(1 + alsoSources.length);
      expect([rule.id, rule.reviewBy > rule.lastChecked && rule.lastChecked >= rule.validFrom]).toEqual([
        rule.id,
        true,
      ]);
    }
    expect([...used].toSorted()).toEqual(Object.keys(SOURCES).toSorted());
  });

  test('what stands on a weak source is looked at sooner', () => {
    const due = (isWeak: boolean) =>
      shipped.filter(({ confidence }) => (confidence === 'L') === isWeak).map(({ reviewBy }) => reviewBy);
    expect(due(true).toSorted().at(-1)! < due(false).toSorted().at(-1)!).toBe(true);
  });

  test('what nobody knows is of kind unknown, and only that', () => {
    const isOpen = ({ value }: RuleEntry) => value === null || value === 'unknown';
    expect(shipped.filter((rule) => isOpen(rule) !== (rule.kind === 'unknown'))).toEqual([]);
  });

  test('every policy says what an owner’s own value may be, and its shipped value is such a one; nothing else does', () => {
    expect(shipped.filter(({ kind, form }) => (kind === 'policy') !== (form !== undefined))).toEqual([]);
    const policies = shipped.filter(({ kind }) => kind === 'policy');
    expect(policies.filter((rule) => checkOverride(rule, rule.value) !== null)).toEqual([]);
  });

  test('the entries of a rule follow each other without a gap, and the last one has no end', () => {
    for (const id of ids) {
      const entries = entriesOf(id);
      entries.forEach((entry, at) => expect([id, entry.validTo]).toEqual([id, entries[at + 1]?.validFrom]));
      for (const { validFrom, validTo, reviewBy, lastChecked } of entries) {
        for (const on of [validFrom, reviewBy, lastChecked, ...(validTo ? [validTo] : [])]) {
          expect([id, isCalendarDate(on)]).toEqual([id, true]);
        }
      }
    }
  });

  test('on any day a rule has exactly one entry in force, or none before its first', () => {
    const days = fc.integer({ min: toEpochDay('2013-01-01'), max: toEpochDay('2030-12-31') }).map(fromEpochDay);
    fc.assert(
      fc.property(days, (on) => {
        const held = heldOn(on).map(({ id }) => id);
        const begun = ids.filter((id) => entriesOf(id)[0]!.validFrom <= on);
        expect(held.toSorted()).toEqual(begun.toSorted());
      }),
    );
  });

  test('decisions have a whole book on every day', () => {
    for (const day of ['2013-01-01', '2018-11-15', '2025-06-29', '2030-12-31'])
      expect(Object.keys(bookOf(day)).length).toBe(ids.length);
    expect(rules.version).toBe(RULEBOOK_VERSION);
  });

  test('a changed rule is a new version', () => {
    const fingerprint = createHash('sha256').update(JSON.stringify(SHIPPED_RULES)).digest('hex').slice(0, 16);
    expect(RULEBOOK_VERSIONS.at(-1)).toEqual({ version: RULEBOOK_VERSION, fingerprint });
    const versions = RULEBOOK_VERSIONS.map(({ version }) => version);
    expect(new Set(versions).size).toBe(versions.length);
  });

  test.each<[RuleId, string, unknown]>([
    ['quota.subject.enterprise', '2018-02-09', 50],
    ['quota.subject.enterprise', '2018-02-10', 5],
    ['quota.subject.enterprise', '2018-11-15', 5],
    ['quota.subject.enterprise', '2018-11-16', 2],
    ['quota.subject.individual', '2017-06-01', 5],
    ['quota.subject.individual', '2018-06-01', 2],
    ['quota.subject.individual', '2018-11-16', 1],
    ['quota.subject.government', '2026-09-28', 50],
    ['type.switch', '2013-06-01', 'one_free_choice'],
    ['type.switch', '2019-01-01', 'one_upgrade'],
    ['type.switch', '2026-09-28', 'final'],
    ['visibility.overseas', '2018-09-12', false],
    ['visibility.overseas', '2018-09-13', true],
    ['registration.overseas_way', '2018-09-12', 'by_mail'],
    ['registration.overseas_way', '2018-09-13', 'by_themselves'],
    ['broadcast.service', '2014-04-14', { count: 1, per: 'month' }],
    ['broadcast.service', '2014-04-15', { count: 4, per: 'month' }],
    ['broadcast.articles', '2020-09-07', 6],
    ['broadcast.articles', '2025-07-01', 8],
    ['name.individual_changes', '2016-12-31', 1],
    ['name.individual_changes', '2017-01-01', 2],
    ['mini_program.inherits_verification', '2023-12-24', true],
    ['mini_program.inherits_verification', '2023-12-25', false],
    ['api_rights.publish', '2025-06-30', undefined],
    ['migration.target_followers', '2023-11-23', undefined],
    ['migration.target_followers', '2023-11-24', 1_000],
  ])('%s was on %s: %j', (id, on, value) => {
    expect(heldOn(on).find((rule) => rule.id === id)?.value).toEqual(value);
  });

  test('nothing is said of overseas companies for a day on which they could not register yet', () => {
    const before = heldOn('2018-09-12').map(({ id }) => id);
    expect(before.filter((id) => /overseas/.test(id))).toEqual([
      'visibility.overseas',
      'registration.overseas_way',
      'fee.open_platform.overseas',
    ]);
  });

  test('a subscription account could be moved into a service account until about June 2023', () => {
    const upgrade = { from: 'subscription', to: 'service' };
    const directionsOn = (on: string) => heldOn(on).find(({ id }) => id === 'migration.directions')?.value;
    expect(directionsOn('2023-05-31')).toContainEqual(upgrade);
    expect(directionsOn('2023-06-01')).not.toContainEqual(upgrade);
  });

  test('a subject may only pay, post and register with what its types and routes know', () => {
    const { entries } = rules;
    expect(entries['wechat_pay.accounts'].value.service.overseas_enterprise).toBe('refused');
    // Who may use no other way proves itself by verification.
    for (const subject of ['media', 'government', 'overseas_enterprise'] as const) {
      const open = ROUTES.filter((route) => entries[`route.${route}`].value[subject] !== 'refused');
      expect([subject, open]).toEqual([subject, ['wechat_verification']]);
    }
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
    const before = machine.rows.flatMap((row): readonly string[] => row.after ?? []);
    expect([...new Set(before)].toSorted()).toEqual(Object.keys(machine.onRecord ?? {}).toSorted());
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
      'deregistration_proven',
      'migration_approved',
      'migration_completed',
      'migration_ended',
      'name_changed',
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
        if (one.when?.startsWith('told_by_')) continue;
        const others = rows.filter(
          ({ event, who, when }) =>
            event === one.event && !when?.startsWith('told_by_') && who.some((name) => one.who.includes(name)),
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
      'slots_released',
      'verification_conflict_resolved',
    ]);
    expect(asked(REGISTRATION_MACHINE.rows, 'evidence')).toEqual([
      'account_restored',
      'account_restricted',
      'deregistration_confirmed',
      'deregistration_proven',
      'migration_approved',
      'migration_completed',
      'slots_released',
      'subject_name_corrected',
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
