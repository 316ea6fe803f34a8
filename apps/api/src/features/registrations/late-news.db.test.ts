import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { listHistory } from '@daiban/contracts';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { CaseWalk } from './testing/case-walk.js';
import { refusalsOf, ruled } from './testing/refusals-of.js';

// Many requests each; a busy machine needs its time.
jest.setTimeout(120_000);

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
});
afterAll(() => api?.stop());

const HEARD = { evidence: { rank: 'wechat_event' } } as const;
const last = async (id: string) =>
  (await api.call(walk.key, listHistory, { params: { id }, query: { limit: 1 } })).items[0];

describe('what Tencent tells of an account that we believe live', () => {
  test.each([
    ['migration_approved', 'migrating', ['migration_started']],
    ['migration_completed', 'migrated', ['migration_started', 'migration_approved']],
    ['deregistration_proven', 'closing', ['deregistration_started']],
    ['deregistration_confirmed', 'closed', ['deregistration_started', 'deregistration_proven']],
  ] as const)('%s takes it to %s, and the history says what nobody saw: %s', async (event, state, notSeen) => {
    const { id } = await walk.caseAt('live');
    const moved = await walk.apply(id, event, HEARD);
    expect(moved).toMatchObject({ state, verification: { conflict: null } });
    expect(await last(id)).toMatchObject({ kind: event, payload: { outcome: 'moved', notSeen } });
  });

  test('that its deregistration was called off is nothing new, and never refused', async () => {
    const { id } = await walk.caseAt('live');
    expect(await walk.apply(id, 'deregistration_cancelled', HEARD)).toMatchObject({ state: 'live' });
    expect(await last(id)).toMatchObject({ payload: { outcome: 'already' } });
  });
});

test('frozen first and banned later, the case says banned', async () => {
  const { id } = await walk.caseAt('live');
  const because = (restriction: string) => ({ ...HEARD, facts: { restriction } });
  await walk.apply(id, 'account_restricted', because('dormant'));
  expect(await walk.apply(id, 'account_restricted', because('banned'))).toMatchObject({
    state: 'restricted',
    lifeAfter: { restriction: 'banned' },
  });
});

test('what comes after the end of a case is a conflict that a person settles: what we hold stays, with their reason', async () => {
  const { id } = await walk.caseAt('live');
  await walk.apply(id, 'account_restricted', { ...HEARD, facts: { restriction: 'banned' } });
  const given = await walk.apply(id, 'account_given_up', { reason: 'no appeal' }, agency.apiKeys.owner);
  expect(given).toMatchObject({ state: 'closed', accountEmail: null });
  const told = await walk.apply(id, 'account_restored', { evidence: { rank: 'screenshot', note: 'the console' } });
  expect(told).toMatchObject({
    state: 'closed',
    holder: 'agency',
    verification: { conflict: { code: 'registration.state_differs', event: 'account_restored', observed: null } },
  });
  expect(told.availableEvents.map(({ event }) => event)).toContain('verification_conflict_resolved');
  const settle = (keep: string) =>
    walk.apply(id, 'verification_conflict_resolved', { facts: { keep }, reason: 'another account of theirs' });
  expect(await refusalsOf(settle('observed'))).toEqual(ruled('registration.state_final'));
  expect(await settle('held')).toMatchObject({ state: 'closed', holder: 'none', verification: { conflict: null } });
});
