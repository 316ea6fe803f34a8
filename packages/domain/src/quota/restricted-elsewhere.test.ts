import { expect, test } from '@jest/globals';
import { isRestrictedElsewhere } from './restricted-elsewhere.js';

test.each([
  ['restricted', true],
  ['Dormant (frozen since March)', true],
  ['banned', true],
  ['长期未使用，已被冻结', true],
  ['功能受限', true],
  ['live', false],
  ['not restricted', false],
  ['unfrozen', false],
  ['正常', false],
  ['未冻结', false],
  ['已解除冻结', false],
  ['已解冻', false],
])('an account elsewhere told as “%s” is restricted: %s', (state, expected) => {
  expect(isRestrictedElsewhere(state)).toBe(expected);
});
