import { expect, test } from '@jest/globals';
import { spellInstant } from './instant.js';

test.each([
  ['the one spelling stays', '2026-09-28T03:20:00.000Z', '2026-09-28T03:20:00.000Z'],
  ['a column', '2026-09-28 03:20:00+00', '2026-09-28T03:20:00.000Z'],
  ['a column with a fraction', '2026-09-28 03:20:00.5+00', '2026-09-28T03:20:00.500Z'],
  ['within JSON', '2026-09-28T03:20:00.12+00:00', '2026-09-28T03:20:00.120Z'],
  ['finer than a millisecond is cut off', '2026-09-28 03:20:00.123999+00', '2026-09-28T03:20:00.123Z'],
  ['another zone', '2026-09-28T11:20:00+08:00', '2026-09-28T03:20:00.000Z'],
  ['without a fraction', '2026-09-28T03:20:00Z', '2026-09-28T03:20:00.000Z'],
])('%s: %s is %s', (_, text, spelt) => {
  expect(spellInstant(text)).toBe(spelt);
  expect(new Date(text).toISOString()).toBe(spelt);
});

test('throws at what is no instant', () => {
  expect(() => spellInstant('soon')).toThrow(RangeError);
});
