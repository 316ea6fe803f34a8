import { beforeEach, describe, expect, test } from '@jest/globals';
import { SystemClock } from '../clock/clock.js';
import { AgencyMemory } from './agency-memory.js';

class HandClock extends SystemClock {
  ms = Date.parse('2026-09-28T03:20:00Z');
  now(): string {
    return new Date(this.ms).toISOString();
  }
}

let clock: HandClock;
let stored: number;
let reads: number;
let memory: AgencyMemory<number>;
beforeEach(() => {
  clock = new HandClock();
  stored = 1;
  reads = 0;
  memory = new AgencyMemory(() => {
    reads++;
    return Promise.resolve(stored);
  }, clock);
});
const settle = () => new Promise((done) => setImmediate(done));

describe('what is kept of an agency', () => {
  test('is read once, however many ask at the same time', async () => {
    await expect(Promise.all([memory.get('a'), memory.get('a'), memory.get('a')])).resolves.toEqual([1, 1, 1]);
    expect(reads).toBe(1);
  });

  test('is read anew behind the answer after ten seconds, so that nobody waits', async () => {
    await memory.get('a');
    stored = 2;
    clock.ms += 10_000;
    expect(await memory.get('a')).toBe(1);
    await settle();
    expect(await memory.get('a')).toBe(2);
    expect(reads).toBe(2);
  });

  test('is waited for after half a minute: nothing older is answered', async () => {
    await memory.get('a');
    stored = 2;
    clock.ms += 30_000;
    expect(await memory.get('a')).toBe(2);
  });

  test('is read anew at once after a change of this process, even when an older read is still under way', async () => {
    let answerOlder: (value: number) => void = () => undefined;
    const answers = [new Promise<number>((resolve) => (answerOlder = resolve)), Promise.resolve(2)];
    const slow = new AgencyMemory(() => answers.shift() ?? Promise.reject(new Error('asked too often')), clock);
    const older = slow.get('a');
    slow.forget('a');
    expect(await slow.get('a')).toBe(2);
    answerOlder(1);
    expect(await older).toBe(1);
    expect(await slow.get('a')).toBe(2);
  });

  test('belongs to that agency alone', async () => {
    await memory.get('a');
    stored = 7;
    expect(await memory.get('b')).toBe(7);
    expect(await memory.get('a')).toBe(1);
  });

  test('is asked for again after a read that failed', async () => {
    const answers = [Promise.reject(new Error('gone')), Promise.resolve(3)];
    const shaky = new AgencyMemory(() => answers.shift() ?? Promise.resolve(0), clock);
    await expect(shaky.get('a')).rejects.toThrow('gone');
    expect(await shaky.get('a')).toBe(3);
  });
});
