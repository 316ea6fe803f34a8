import { expect, test } from '@jest/globals';
import { promiseWords, sinceWhen, type Reader } from './reader-time.js';

const rome: Reader = { locale: 'en', timeZone: 'Europe/Rome', now: '2026-09-28T03:20:00.000Z', today: '2026-09-28' };
const beijing: Reader = { ...rome, timeZone: 'Asia/Shanghai' };

test('a promise is told in the reader’s zone, with Beijing’s time beside it', () => {
  expect(promiseWords('2026-09-30T09:00:00.000Z', rome)).toEqual({
    title: 'Next news by Wed 30 Sep, 11:00',
    note: 'your time, whatever happens · 17:00 in Beijing',
    late: false,
  });
});

test('a reader in Beijing reads one time only', () => {
  expect(promiseWords('2026-09-30T09:00:00.000Z', beijing).note).toBe('Beijing time, whatever happens');
});

test('Beijing’s day is named when it is another one', () => {
  expect(promiseWords('2026-09-30T20:00:00.000Z', rome).note).toContain('Thu 1 Oct, 04:00 in Beijing');
});

test('a broken promise is said plainly', () => {
  expect(promiseWords('2026-09-28T03:00:00.000Z', rome)).toMatchObject({
    late: true,
    title: expect.stringContaining('was due'),
  });
});

test('today has its hour, another day its date', () => {
  expect(sinceWhen('2026-09-28T02:42:00.000Z', rome)).toBe('since today, 04:42 your time');
  expect(sinceWhen('2026-09-21T02:42:00.000Z', rome)).toBe('since Mon 21 Sep');
  expect(sinceWhen('2026-09-27T22:30:00.000Z', beijing)).toBe('since today, 06:30 your time');
});

test('in Beijing it is another hour, or another day where the date differs there; else the same words', () => {
  expect(sinceWhen('2026-09-28T02:42:00.000Z', rome, true)).toBe('since today, 10:42 in Beijing');
  expect(sinceWhen('2026-09-21T20:42:00.000Z', rome, true)).toBe('since Tue 22 Sep in Beijing');
  expect(sinceWhen('2026-09-21T02:42:00.000Z', rome, true)).toBe(sinceWhen('2026-09-21T02:42:00.000Z', rome));
});
