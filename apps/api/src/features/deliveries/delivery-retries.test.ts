import { describe, expect, test } from '@jest/globals';
import { MAX_ATTEMPTS, retryAfterSeconds } from './delivery-retries.js';

describe('a mail that the server would not take', () => {
  test('is tried again after one minute, then two, four … and never waits longer than four hours', () => {
    expect([1, 2, 3, 8, 9, 10, 30].map(retryAfterSeconds)).toEqual([60, 120, 240, 7680, 14_400, 14_400, 14_400]);
  });

  test('is given up after four to six days', () => {
    let seconds = 0;
    for (let attempts = 1; attempts < MAX_ATTEMPTS; attempts++) seconds += retryAfterSeconds(attempts);
    expect(seconds / 86_400).toBeGreaterThan(4);
    expect(seconds / 86_400).toBeLessThan(6);
  });
});
