import { expect, test } from '@jest/globals';
import { SystemClock } from '../clock/clock.js';
import type { StaffCaller } from './actor.js';
import { RecentCallers } from './recent-callers.js';
import { tokenHash } from './secret-token.js';

class StillClock extends SystemClock {
  at = Date.parse('2026-09-28T03:20:00.000Z');
  override now(): string {
    return new Date(this.at).toISOString();
  }
}

/** The memory with a database that counts how often it is asked, and answers what `known` says at that moment. */
function aMemory() {
  const clock = new StillClock();
  const recent = new RecentCallers(clock);
  const state = { known: aCaller('Mei') as StaffCaller | null, asked: 0 };
  const ask = async (): Promise<StaffCaller | null> => {
    state.asked++;
    return Promise.resolve(state.known);
  };
  const find = (secret = 'dbk_one') => recent.find(tokenHash(secret), ask);
  return { clock, recent, state, find };
}

function aCaller(name: string): StaffCaller {
  const agency = {
    id: 'agency',
    name: 'Lantern Bridge',
    nameZh: null,
    timeZone: 'Asia/Shanghai',
    locale: 'en',
  } as const;
  const actor = { kind: 'member', agencyId: 'agency', id: name, role: 'specialist', name, locale: 'en' } as const;
  return { actor, agency, memberId: name, locale: 'en' };
}

test('asks for a caller once a second', async () => {
  const { clock, state, find } = aMemory();
  await find();
  clock.at += 999;
  expect(await find()).toEqual(aCaller('Mei'));
  expect(state.asked).toBe(1);
  clock.at += 1;
  await find();
  expect(state.asked).toBe(2);
});

test('takes nobody for another', async () => {
  const { state, find } = aMemory();
  await find('dbk_one');
  state.known = aCaller('Jun');
  expect(await find('dbk_two')).toEqual(aCaller('Jun'));
});

test('remembers nobody who may not come in: a key works from the moment it is made', async () => {
  const { state, find } = aMemory();
  state.known = null;
  expect(await find()).toBeNull();
  state.known = aCaller('Mei');
  expect(await find()).toEqual(aCaller('Mei'));
});

test('knows at once that a caller is gone when told to forget, even of an answer that was under way', async () => {
  const { recent, state, find } = aMemory();
  await find();
  state.known = null;
  recent.forget();
  expect(await find()).toBeNull();

  state.known = aCaller('Mei');
  const underWay = find();
  state.known = null;
  recent.forget();
  expect(await underWay).toEqual(aCaller('Mei'));
  expect(await find()).toBeNull();
});

test('holds no more than a thousand', async () => {
  const { state, find } = aMemory();
  for (let n = 0; n < 1001; n++) await find(`dbk_${n}`);
  await find('dbk_0');
  expect(state.asked).toBe(1002);
});
