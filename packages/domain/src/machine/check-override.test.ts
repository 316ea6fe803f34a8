import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SHIPPED_RULES } from '../rulebook/shipped-rules.js';
import type { RuleId } from '../rulebook/rule-values.js';
import { checkOverride } from './check-override.js';
import type { RuleEntry } from './rule-entry.js';

const ruleOf = (id: RuleId): RuleEntry => SHIPPED_RULES.findLast((rule) => rule.id === id)!;
const codeOf = (id: RuleId, value: unknown) => checkOverride(ruleOf(id), value)?.code ?? null;

describe('an owner’s own value', () => {
  test.each<[RuleId, unknown]>([
    ['quota.subject.enterprise', 5],
    ['quota.subject.enterprise', 0],
    ['review.mainland', { from: 1, to: 15 }],
    ['review.mainland', { from: 3, to: 3 }],
    ['name.units', { min: 4, max: 32 }],
    ['fee.official_account.enterprise', { amountMinor: 350_00, currency: 'CNY' }],
    ['fee.official_account.enterprise', { amountMinor: 0, currency: 'CNY' }],
    ['fee.official_account.overseas_enterprise', { amountMinor: 120_50, currency: 'USD' }],
    ['payment.overseas_means', ['wechat_pay', 'bank_transfer']],
    ['renewal.reminder_days', [60, 30, 0]],
    ['broadcast.service', { count: 6, per: 'month' }],
    ['promise.time', '09:30'],
    ['calendar.warn_from', '10-31'],
    [
      'deregistration.freeze_days',
      [
        { upTo: 5_000, days: 10 },
        { upTo: null, days: 40 },
      ],
    ],
    ['admin.four_eyes', false],
    ['quota.subject.enterprise', null],
  ])('%s may be %j', (id, value) => {
    expect(codeOf(id, value)).toBeNull();
  });

  test.each<[RuleId, string, unknown]>([
    ['quota.subject.enterprise', 'a part of an account', 2.5],
    ['quota.subject.enterprise', 'fewer than none', -1],
    ['quota.subject.enterprise', 'no number', '5'],
    ['quota.subject.enterprise', 'beyond all bounds', 1e9],
    ['quota.subject.enterprise', 'endless', Infinity],
    ['quota.subject.enterprise', 'nothing', undefined],
    ['review.mainland', 'to before from', { from: 7, to: 5 }],
    ['review.mainland', 'no end', { from: 5 }],
    ['review.mainland', 'something more', { from: 5, to: 7, about: true }],
    ['review.mainland', 'a bare number', 7],
    ['fee.official_account.enterprise', 'another currency', { amountMinor: 300_00, currency: 'USD' }],
    ['fee.official_account.enterprise', 'a part of a fen', { amountMinor: 300.5, currency: 'CNY' }],
    ['fee.official_account.enterprise', 'a fee below zero', { amountMinor: -1, currency: 'CNY' }],
    ['payment.overseas_means', 'no means at all', []],
    ['payment.overseas_means', 'a means nobody knows', ['cash']],
    ['payment.overseas_means', 'the same twice', ['wechat_pay', 'wechat_pay']],
    ['renewal.reminder_days', 'rising', [0, 30, 60]],
    ['renewal.reminder_days', 'a day twice', [30, 30]],
    ['broadcast.service', 'a year', { count: 4, per: 'year' }],
    ['promise.time', 'no time', '25:00'],
    ['calendar.warn_from', 'a day of leap years', '02-29'],
    ['deregistration.freeze_days', 'no last tier', [{ upTo: 1_000, days: 7 }]],
    [
      'deregistration.freeze_days',
      'falling',
      [
        { upTo: 9, days: 1 },
        { upTo: 8, days: 1 },
        { upTo: null, days: 1 },
      ],
    ],
    ['promise.working_days', 'stages missing', { draft: 5 }],
    ['admin.four_eyes', 'a word', 'no'],
  ])('%s may not be %s', (id, _, value) => {
    expect(codeOf(id, value)).toBe('rule.value_shape');
  });

  test('refused for its shape is told which one it must have, and between which bounds', () => {
    expect(checkOverride(ruleOf('review.mainland'), 7)).toMatchObject({
      clearedBy: 'give_range',
      params: { unit: 'working_days', least: 0, most: 120 },
    });
    expect(checkOverride(ruleOf('fee.official_account.enterprise'), 300)).toMatchObject({
      clearedBy: 'give_money',
      params: { currency: 'CNY', most: '100000000 CNY' },
    });
  });

  test.each<[RuleId, unknown]>([
    ['admin.minimum_age', 16],
    ['fee.official_account.sole_proprietor', { amountMinor: 300_00, currency: 'CNY' }],
    ['subject.own_licence', false],
    ['type.switch', 'one_upgrade'],
    ['quota.small_transfer_per_subject', null],
  ])('%s is no policy: nobody sets it to %j', (id, value) => {
    expect(checkOverride(ruleOf(id), value)).toMatchObject({
      code: 'rule.not_overridable',
      ruleId: id,
      kind: 'hard',
      params: { kind: ruleOf(id).kind },
    });
  });

  test('whatever it is, the answer is a finding or none', () => {
    const policies = SHIPPED_RULES.filter(({ kind }) => kind === 'policy');
    fc.assert(
      fc.property(fc.constantFrom(...policies), fc.anything(), (rule: RuleEntry, value) => {
        const finding = checkOverride(rule, value);
        expect(finding === null || finding.code === 'rule.value_shape').toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
