import { createPortalLink, listRegistrations } from '@daiban/contracts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { PortalBrowser } from '../portal/testing/portal-browser.js';
import { OwnReviewsRepository } from './own-reviews.repository.js';
import { CaseWalk } from './testing/case-walk.js';

jest.setTimeout(120_000);

let past: TestApi;
let api: TestApi;
let agency: TestAgency;
beforeAll(async () => {
  past = await startTestApi();
  agency = await past.createAgency();
}, 60_000);
afterAll(async () => {
  await api?.stop();
  await past.stop();
});

/** Makes the reviews of these accounts begin on 1 June and end on that day: no test waits a summer. */
async function reviewsTook(ids: readonly string[], endedOn: string): Promise<void> {
  await runAsSuperuser(
    past.database,
    `UPDATE verification_order SET review_started_at = '2026-06-01T02:00:00Z', closed_at = $2::timestamptz WHERE registration_id = ANY($1::uuid[])`,
    [ids, `${endedOn}T02:00:00Z`],
  );
}

test('ten answered reviews of one kind take the rule’s place: on the case, in the list, on the client’s page; in no other agency', async () => {
  const before = new CaseWalk(past, agency);
  const live: string[] = [];
  for (let number = 0; number < 10; number++) live.push((await before.caseAt('live')).id);
  await reviewsTook(live.slice(0, 7), '2026-06-03');
  await reviewsTook(live.slice(7), '2026-06-05');
  const finished = await past.app.get(OwnReviewsRepository).listFinished(agency.id);
  expect(finished).toHaveLength(10);
  expect(finished[0]).toEqual({
    accountType: 'service',
    subjectType: 'enterprise',
    route: 'wechat_verification',
    startedOn: '2026-06-01',
    endedOn: expect.stringMatching(/^2026-06-0[35]$/),
  });

  // A process that begins now knows them; the one before learns of them within half a minute.
  api = await startTestApi({}, past.database);
  const walk = new CaseWalk(api, agency);
  const known = await walk.caseAt('in_review');
  expect(known.expectedRange).toMatchObject({ minDays: 2, maxDays: 4, ownCases: 10, rule: { id: 'review.mainland' } });
  const { items } = await api.call(walk.key, listRegistrations, { query: {} });
  expect(items.find(({ id }) => id === known.id)).toMatchObject({
    expectedFromOn: known.expectedRange?.fromOn,
    expectedToOn: known.expectedRange?.toOn,
  });
  const contactId = await walk.contactOf(known.client.id);
  const { url } = await api.call(walk.key, createPortalLink, { params: { id: contactId }, body: {} });
  const [shown] = (await (await PortalBrowser.enter(api, url)).home()).registrations;
  expect(shown?.wait).toMatchObject({ minDays: 2, maxDays: 4, ownCases: 10, ruleId: 'review.mainland' });

  const other = new CaseWalk(api, await api.createAgency('Other'));
  expect((await other.caseAt('in_review')).expectedRange).toMatchObject({ minDays: 5, maxDays: 7, ownCases: null });
});

test('a review that ended while the client owed a correction says nothing of Tencent, and one still open neither', async () => {
  const walk = new CaseWalk(api, await api.createAgency('Third'));
  const one = await walk.caseAt('live');
  await walk.caseAt('in_review');
  const listOwn = () => api.app.get(OwnReviewsRepository).listFinished(walk.agency.id);
  expect(await listOwn()).toHaveLength(1);
  await runAsSuperuser(
    api.database,
    `UPDATE verification_order SET state = 'failed', supplement_reason = '不清晰' WHERE registration_id = $1`,
    [one.id],
  );
  expect(await listOwn()).toEqual([]);
});
