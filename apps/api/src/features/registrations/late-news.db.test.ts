import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { listEmails, listHistory, recordEmailCheck, releaseEmail, reserveEmail } from '@daiban/contracts';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { CaseWalk, unique } from './testing/case-walk.js';
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

describe('the address of an account that we thought had come to nothing, and that Tencent says works', () => {
  const evidence = { rank: 'typed', note: 'looked' } as const;
  const lapsed = async () => {
    const { id, accountEmail } = await walk.caseAt('preparing');
    if (!accountEmail) throw new Error('the case has no address');
    const known = await walk.apply(id, 'registration_lapsed', { reason: 'given up for now' });
    expect(known).toMatchObject({ state: 'lapsed', accountEmail: { id: accountEmail.id, state: 'recheck' } });
    return { id, email: accountEmail };
  };
  const isUnused = (id: string, key = walk.key) =>
    api.call(key, recordEmailCheck, { params: { id }, body: { result: 'unused', evidence } });
  const inPool = async ({ address }: { address: string }) =>
    (await api.call(walk.key, listEmails, { query: { q: address } })).items[0];
  const works = (id: string) => walk.apply(id, 'subject_proven', HEARD);
  const settle = (id: string, keep: string) =>
    walk.apply(id, 'verification_conflict_resolved', { facts: { keep }, reason: 'asked both' });

  test.each([
    ['nobody looked', async () => undefined],
    ['it was found unused', async (id: string) => void (await isUnused(id))],
  ])('is in use again, %s', async (_, meanwhile) => {
    const { id, email } = await lapsed();
    await meanwhile(email.id);
    expect(await works(id)).toMatchObject({
      state: 'live',
      accountEmail: { id: email.id, address: email.address, state: 'in_use' },
      verification: { conflict: null },
    });
    expect(await inPool(email)).toMatchObject({ state: 'in_use', registration: { id } });
  });

  test.each([
    ['verification_observed', 'live', 'in_use', { facts: { qualification: 'passed' } }],
    ['account_restored', 'live', 'in_use', {}],
    ['migration_ended', 'live', 'in_use', {}],
    ['deregistration_cancelled', 'live', 'in_use', {}],
    ['account_restricted', 'restricted', 'in_use', {}],
    ['migration_approved', 'migrating', 'in_use', {}],
    ['deregistration_proven', 'closing', 'cooling', {}],
  ] as const)('is its own again whichever news it is: %s', async (event, state, address, more) => {
    const { id, email } = await lapsed();
    expect(await walk.apply(id, event, { ...HEARD, ...more })).toMatchObject({
      state,
      accountEmail: { id: email.id, state: address },
      verification: { conflict: null },
    });
  });

  test('is named with the account that took it; given up there, it is taken over', async () => {
    const { id, email } = await lapsed();
    await isUnused(email.id);
    const other = await walk.openCase({ accountEmail: email.address });
    const held = { address: email.address, registrationId: other.id, accountName: other.proposedName };
    expect(await works(id)).toMatchObject({
      state: 'live',
      accountEmail: null,
      verification: { conflict: { code: 'email.held_by_other', email: held } },
    });
    expect(await inPool(email)).toMatchObject({ state: 'reserved', registration: { id: other.id } });
    for (const keep of ['held', 'observed'])
      expect(await refusalsOf(settle(id, keep))).toEqual(ruled('email.held_by_other'));
    await api.call(walk.key, releaseEmail, { params: { id: other.id } });
    expect(await settle(id, 'observed')).toMatchObject({
      accountEmail: { id: email.id, state: 'in_use' },
      verification: { conflict: null },
    });
  });

  test('stays with the account that took it once this one has another', async () => {
    const { id, email } = await lapsed();
    await isUnused(email.id);
    const other = await walk.caseAt('awaiting_admin_verification', { accountEmail: email.address });
    await works(id);
    const next = await api.call(walk.key, reserveEmail, {
      params: { id },
      body: { email: `next.${unique()}@northlight.test` },
    });
    await isUnused(next.id);
    expect(await walk.apply(id, 'email_changed', { facts: { controlProven: true } })).toMatchObject({
      accountEmail: { id: next.id, state: 'in_use' },
    });
    expect(await inPool(email)).toMatchObject({ state: 'in_use', registration: { id: other.id } });
    expect(await settle(id, 'held')).toMatchObject({ accountEmail: { id: next.id }, verification: { conflict: null } });
  });

  test('is never said to be whose when another agency has it', async () => {
    const { id, email } = await lapsed();
    const theirs = new CaseWalk(api, await api.createAgency());
    const other = await theirs.openCase({ accountEmail: email.address });
    expect(await works(id)).toMatchObject({
      state: 'live',
      verification: {
        conflict: { email: { address: email.address, registrationId: null, accountName: null } },
      },
    });
    expect(await theirs.read(other.id)).toMatchObject({ accountEmail: { address: email.address, state: 'reserved' } });
    expect(await refusalsOf(settle(id, 'observed'))).toEqual(ruled('email.held_by_other'));
    await api.call(theirs.key, releaseEmail, { params: { id: other.id } });
    expect(await settle(id, 'observed')).toMatchObject({
      accountEmail: { id: email.id, state: 'in_use' },
      verification: { conflict: null },
    });
  });

  test('is let go for good when the case begins again or is withdrawn', async () => {
    const [again, over] = [await lapsed(), await lapsed()];
    expect(await walk.apply(again.id, 'restarted')).toMatchObject({ accountEmail: null });
    await isUnused(over.email.id);
    expect(await walk.apply(over.id, 'registration_withdrawn', { reason: 'no more' })).toMatchObject({
      accountEmail: null,
    });
    expect(await inPool(again.email)).toMatchObject({ state: 'recheck', registration: null });
    expect(await inPool(over.email)).toMatchObject({ state: 'free', registration: null });
  });
});

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
