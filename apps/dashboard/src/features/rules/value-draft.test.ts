import { describe, expect, test } from '@jest/globals';
import type { ValueForm } from '@daiban/contracts';
import { draftOf, UNREADABLE, valueOf } from './value-draft.js';

const DAYS = { unit: 'working_days', min: 0, max: 60 } as const;
const SHAPES: readonly [string, ValueForm, unknown][] = [
  ['a yes or no', { kind: 'yes_no' }, false],
  ['a number', { kind: 'number', ...DAYS }, 30],
  ['several numbers', { kind: 'numbers', ...DAYS }, [90, 60, 7]],
  ['a range', { kind: 'range', ...DAYS }, { from: 5, to: 7 }],
  ['bounds', { kind: 'bounds', ...DAYS }, { min: 4, max: 30 }],
  ['an amount', { kind: 'money', currency: 'CNY', maxMinor: 1_000_000 }, { amountMinor: 30_050, currency: 'CNY' }],
  ['words', { kind: 'words', of: ['wechat_pay', 'bank_transfer'] }, ['wechat_pay', 'bank_transfer']],
  ['an allowance', { kind: 'allowance', max: 50, per: ['day', 'month'] }, { count: 4, per: 'month' }],
  ['a number for each stage', { kind: 'number_by_key', ...DAYS }, { review: 3, live: null }],
  [
    'tiers',
    { kind: 'tiers', maxDays: 400 },
    [
      { upTo: 1000, days: 7 },
      { upTo: null, days: 60 },
    ],
  ],
  ['a time of day', { kind: 'time' }, '17:00'],
  ['a day of the year', { kind: 'month_day' }, '11-01'],
];

describe('an own value as it is typed', () => {
  test.each(SHAPES)('%s comes back as it was', (_, form, value) => {
    expect(valueOf(form, draftOf(form, value))).toEqual(value);
  });

  test.each<[string, ValueForm, Record<string, string>]>([
    ['an empty number', { kind: 'number', ...DAYS }, { value: '' }],
    ['a number with a fraction', { kind: 'number', ...DAYS }, { value: '2.5' }],
    ['half a range', { kind: 'range', ...DAYS }, { from: '5', to: '' }],
    ['an amount with a comma', { kind: 'money', currency: 'CNY', maxMinor: 1_000_000 }, { amount: '300,50' }],
    ['an amount of a third of a cent', { kind: 'money', currency: 'CNY', maxMinor: 1_000_000 }, { amount: '0.333' }],
    ['a list with a word in it', { kind: 'numbers', ...DAYS }, { value: '90\nsixty' }],
    ['no time', { kind: 'time' }, { value: '' }],
  ])('%s is no value yet', (_, form, draft) => {
    expect(valueOf(form, draft)).toBe(UNREADABLE);
  });

  test('29.99 is 2999 cents, to the cent', () => {
    expect(valueOf({ kind: 'money', currency: 'USD', maxMinor: 1_000_000 }, { amount: '29.99' })).toEqual({
      amountMinor: 2999,
      currency: 'USD',
    });
  });

  test('a list may be written with commas of either language', () => {
    expect(valueOf({ kind: 'numbers', ...DAYS }, { value: '90, 60，30、7' })).toEqual([90, 60, 30, 7]);
  });
});
