import { describe, expect, test } from '@jest/globals';
import { resolveRulebook } from './resolve-rulebook.js';
import type { RuleOverride, ShippedRule } from './rule-entry.js';

interface Values {
  limit: number;
  age: number;
}

const common = { source: 'house', lastChecked: '2026-11-20', reviewBy: '2027-05-20', confidence: 'H' } as const;
const SHIPPED: readonly ShippedRule<Values>[] = [
  { ...common, id: 'limit', kind: 'policy', value: 50, validFrom: '2013-01-01', validTo: '2018-11-16' },
  { ...common, id: 'limit', kind: 'policy', value: 2, validFrom: '2018-11-16' },
  { ...common, id: 'age', kind: 'hard', value: 18, validFrom: '2016-01-01' },
];
const override = (ruleId: string, value: unknown, validFrom: string): RuleOverride => ({ ruleId, value, validFrom });
const limitOn = (on: string, overrides: readonly RuleOverride[] = []) =>
  resolveRulebook<Values>(SHIPPED, overrides, on, 'v').entries.limit;

describe('the book of a day', () => {
  test('a rule ends on the day before the next one begins', () => {
    expect([limitOn('2018-11-15').value, limitOn('2018-11-16').value]).toEqual([50, 2]);
  });

  test('a day before a rule began is judged by its first entry', () => {
    expect(resolveRulebook<Values>(SHIPPED, [], '2001-01-01', 'v').entries.limit.value).toBe(50);
  });

  test('decisions get a whole book or none', () => {
    const withGap = SHIPPED.map((entry) =>
      entry.id === 'limit' && entry.value === 50 ? { ...entry, validTo: '2018-01-01' } : entry,
    );
    expect(() => resolveRulebook<Values>(withGap, [], '2018-06-01', 'v')).toThrow('no entry of rule limit');
    expect(() => resolveRulebook<Values>([...SHIPPED, ...SHIPPED], [], '2026-09-28', 'v')).toThrow(
      'two entries of rule',
    );
  });

  test('an owner’s own value counts from its day on, the newest of them', () => {
    const own = [override('limit', 3, '2026-10-01'), override('limit', 4, '2026-11-01')];
    expect([limitOn('2026-09-30', own).value, limitOn('2026-10-01', own).value]).toEqual([2, 3]);
    expect(limitOn('2026-11-01', own)).toMatchObject({ value: 4, validFrom: '2026-11-01', source: 'house' });
    // The order in which they are told does not matter, but for two of the same day.
    expect(limitOn('2026-11-01', own.toReversed()).value).toBe(4);
    expect(limitOn('2026-11-02', [...own, override('limit', 5, '2026-11-01')]).value).toBe(5);
  });

  test('an owner takes their own value back', () => {
    const own = [override('limit', 3, '2026-10-01'), override('limit', null, '2026-11-01')];
    const book = resolveRulebook<Values>(SHIPPED, own, '2026-11-01', 'v');
    expect([book.entries.limit.value, book.entries.limit.validFrom, book.overridden]).toEqual([2, '2018-11-16', []]);
  });

  test('only a policy has another value; the book names whose value it is', () => {
    const own = [
      override('limit', 3, '2026-10-01'),
      override('age', 16, '2026-10-01'),
      override('gone', 1, '2026-10-01'),
    ];
    const book = resolveRulebook<Values>(SHIPPED, own, '2026-10-02', 'v');
    expect([book.entries.age.value, book.overridden]).toEqual([18, ['limit']]);
  });
});
