import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { CaseWalk } from './testing/case-walk.js';
import { refusalsOf, ruled } from './testing/refusals-of.js';

// Many requests each; a busy machine needs its time.
jest.setTimeout(120_000);

let api: TestApi;
let agency: TestAgency;
let other: TestAgency;
let walk: CaseWalk;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  other = await api.createAgency('Paper Crane');
  walk = new CaseWalk(api, agency);
});
afterAll(() => api?.stop());

const MISSING = '01998e5c-0000-7000-8000-00000000da1b';
const into = (id: string, targetRegistrationId: string, more: object = {}) =>
  walk.apply(id, 'migration_started', { facts: { targetRegistrationId, ...more } });

test('an own case as the target is read and not typed: its name, type, company and verification are what we hold', async () => {
  const target = await walk.caseAt('live');
  const { id } = await walk.caseAt('live');
  const offered = (await walk.read(id)).availableEvents.find(({ event }) => event === 'migration_started');
  expect(offered?.factsNeeded).toMatchObject([
    { name: 'targetRegistrationId', required: false, of: 'registration' },
    { name: 'targetName', required: true, unless: 'targetRegistrationId' },
    { name: 'targetAccountType', required: true },
    { name: 'targetSubjectType', required: true },
    { name: 'targetCountryCode', required: true },
    { name: 'targetVerified', required: true },
    { name: 'moveFollowers', required: false },
    { name: 'targetFollowers', required: true, onlyWith: 'moveFollowers' },
  ]);
  // Followers are the one thing nobody has told us of it.
  expect(await refusalsOf(into(id, target.id, { moveFollowers: true }))).toEqual(
    ruled('migration.target_followers_unknown'),
  );
  const moving = await into(id, target.id, { moveFollowers: true, targetFollowers: 500, targetName: 'Somebody else' });
  expect(moving.lifeAfter.migration?.target).toEqual({
    name: target.proposedName,
    registrationId: target.id,
    accountType: 'service',
    followers: 500,
  });
});

test('an account never moves into itself, nor into one that is not live, nor where we know it may not', async () => {
  const { id } = await walk.caseAt('live');
  expect(await refusalsOf(into(id, id))).toEqual(ruled('migration.target_is_itself'));
  const said = { targetVerified: true, targetSubjectType: 'enterprise', targetCountryCode: 'CN' };
  const draft = await walk.openCase({ accountType: 'subscription' });
  expect(await refusalsOf(into(id, draft.id, said))).toEqual(ruled('migration.target_not_live'));
  const banned = await walk.caseAt('live');
  const heard = { evidence: { rank: 'wechat_api' }, facts: { restriction: 'banned' } };
  await walk.apply(banned.id, 'account_restricted', heard);
  expect(await refusalsOf(into(id, banned.id, said))).toEqual(ruled('migration.target_not_live'));
  expect((await walk.read(id)).state).toBe('live');
});

test('another agency’s case is as unknown as none at all', async () => {
  const { id } = await walk.caseAt('live');
  const foreign = await new CaseWalk(api, other).openCase();
  for (const target of [MISSING, foreign.id])
    expect(await refusalsOf(into(id, target))).toEqual(ruled('registration.not_found'));
});
