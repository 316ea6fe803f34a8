import { describe, expect, test } from '@jest/globals';
import { SystemClock } from '../clock/clock.js';
import type { Part, Settings } from '../config/settings.js';
import { MinuteTicker } from './minute-ticker.js';

class FixedClock extends SystemClock {
  current = '2026-09-28T03:20:30.000Z';
  now(): string {
    return this.current;
  }
}
const tickerOf = (part: Part = 'api', clock = new FixedClock()) => new MinuteTicker({ part } as Settings, clock);

describe('the minute ticker', () => {
  test('runs the sweeps in the order of their names, and goes on when one fails', async () => {
    const ticker = tickerOf();
    const ran: string[] = [];
    for (const name of ['renewals', 'deliveries', 'history']) {
      ticker.register({
        name,
        run: () => {
          ran.push(name);
          return name === 'history' ? Promise.reject(new Error('planned')) : Promise.resolve();
        },
      });
    }
    await ticker.runNow();
    expect(ran).toEqual(['deliveries', 'history', 'renewals']);
  });

  test('never runs a sweep twice at once; a second call is one more round', async () => {
    const ticker = tickerOf();
    let [inside, most, rounds] = [0, 0, 0];
    ticker.register({
      name: 'slow',
      run: async () => {
        most = Math.max(most, ++inside);
        rounds++;
        await new Promise((resolve) => setTimeout(resolve, 5));
        inside--;
      },
    });
    await Promise.all([ticker.runNow(), ticker.runNow(), ticker.runNow()]);
    expect([most, rounds]).toEqual([1, 2]);
  });

  test('waits for the sweep under way at the end and begins no other', async () => {
    const ticker = tickerOf();
    const ran: string[] = [];
    ticker.register({
      name: 'a',
      run: () => new Promise((resolve) => setTimeout(() => resolve(void ran.push('a')), 5)),
    });
    ticker.register({ name: 'b', run: () => Promise.resolve(void ran.push('b')) });
    void ticker.runNow();
    await ticker.beforeApplicationShutdown();
    expect(ran).toEqual(['a']);
  });

  test('is unhealthy when a worker has not ended a round for three minutes', async () => {
    const clock = new FixedClock();
    const ticker = tickerOf('worker', clock);
    await ticker.runNow();
    expect(ticker.healthy).toBe(true);
    clock.current = '2026-09-28T03:24:00.000Z';
    expect(ticker.healthy).toBe(false);
  });
});
