import { expect, test } from '@jest/globals';
import { timeLeft } from './time-left.js';

const START = '2026-09-30T02:00:00.000Z';

test('the time left is said in days, then hours, then minutes, until it begins', () => {
  expect(timeLeft(START, '2026-09-27T01:00:00.000Z')).toEqual({ unit: 'days', count: 3 });
  expect(timeLeft(START, '2026-09-28T02:00:00.000Z')).toEqual({ unit: 'days', count: 2 });
  expect(timeLeft(START, '2026-09-28T02:01:00.000Z')).toEqual({ unit: 'hours', count: 47 });
  expect(timeLeft(START, '2026-09-30T00:00:00.000Z')).toEqual({ unit: 'hours', count: 2 });
  expect(timeLeft(START, '2026-09-30T00:01:00.000Z')).toEqual({ unit: 'minutes', count: 119 });
  expect(timeLeft(START, '2026-09-30T01:59:59.000Z')).toEqual({ unit: 'minutes', count: 1 });
  expect(timeLeft(START, START)).toBeNull();
});
