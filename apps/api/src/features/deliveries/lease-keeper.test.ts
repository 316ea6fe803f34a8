import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { LeasedDelivery } from './deliveries.repository.js';
import { LEASE_SECONDS, LeaseKeeper } from './lease-keeper.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const leased = (id: string) => ({ id, agencyId: 'agency', attempts: 1 }) as LeasedDelivery;

test('leases are renewed well before they end, for what is still under way', async () => {
  const asked: string[][] = [];
  const keeper = new LeaseKeeper([leased('one'), leased('two')], (deliveries) => {
    asked.push(deliveries.map(({ id }) => id));
    return Promise.resolve(deliveries.map(({ id }) => id));
  });
  await jest.advanceTimersByTimeAsync((LEASE_SECONDS * 1000) / 2);
  expect(asked.length).toBeGreaterThanOrEqual(2);
  keeper.letGo('one');
  await jest.advanceTimersByTimeAsync((LEASE_SECONDS * 1000) / 2);
  expect(asked.at(-1)).toEqual(['two']);
  keeper.stop();
  const before = asked.length;
  await jest.advanceTimersByTimeAsync(LEASE_SECONDS * 1000);
  expect(asked).toHaveLength(before);
});

test('a row that somebody else has by now is not sent any more; a database that is away for a moment loses none', async () => {
  let answer = (): Promise<string[]> => Promise.reject(new Error('away'));
  const keeper = new LeaseKeeper([leased('one'), leased('two')], () => answer());
  await jest.advanceTimersByTimeAsync(6_000);
  expect([keeper.holds('one'), keeper.holds('two')]).toEqual([true, true]);
  answer = () => Promise.resolve(['two']);
  await jest.advanceTimersByTimeAsync(6_000);
  expect([keeper.holds('one'), keeper.holds('two')]).toEqual([false, true]);
  keeper.stop();
});
