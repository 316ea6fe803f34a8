import { expect, test } from '@jest/globals';
import { isEndedElsewhere } from './ended-elsewhere.js';

test.each([
  ['deregistered', true],
  ['Closed ', true],
  ['已注销', true],
  ['closing', false],
  ['not closed', false],
  ['注销中', false],
  ['frozen', false],
  ['live', false],
  ['', false],
])('an account elsewhere told as “%s” has ended: %s', (state, expected) => {
  expect(isEndedElsewhere(state)).toBe(expected);
});
