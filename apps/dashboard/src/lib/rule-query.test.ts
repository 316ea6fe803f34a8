import { expect, test } from '@jest/globals';
import { checkAccountName } from '@daiban/domain/identity';
import { nameRuleOf } from './rule-query.js';

test('a name is counted by the agency’s own value of the rule while it is typed', () => {
  const rule = nameRuleOf({ min: 2, max: 40 }, undefined);
  expect(rule).toEqual({ minUnits: 2, maxUnits: 40 });
  expect(rule && checkAccountName('灯'.repeat(20), 'enterprise', rule).acceptance).toBe('accepted');
});

test('the verification form’s own count comes with it, and nothing is checked before the rules are here', () => {
  expect(nameRuleOf({ min: 4, max: 30 }, { min: 4, max: 32 })).toEqual({
    minUnits: 4,
    maxUnits: 30,
    maxUnitsVerified: 32,
  });
  expect(nameRuleOf(undefined, { min: 4, max: 32 })).toBeNull();
});
