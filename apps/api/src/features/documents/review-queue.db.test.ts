import { listReviewQueue, reviewPrerequisite, submitPrerequisite } from '@daiban/contracts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { CaseWalk } from '../registrations/testing/case-walk.js';
import { problemOf } from '../registrations/testing/refusals-of.js';
import { aPicture, PaperWalk } from './testing/paper-walk.js';

// Whole journeys over HTTP, on a machine that may be busy.
jest.setTimeout(60_000);

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;
let papers: PaperWalk;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
  papers = new PaperWalk(api, walk);
});
afterAll(() => api.stop());

const queue = (query: { limit?: number; cursor?: string } = {}, key = walk.key) =>
  api.call(key, listReviewQueue, { query });

/** Brings a picture for a paper and sends it to the review. */
async function sendIn(paperId: string): Promise<void> {
  await papers.send(paperId, await aPicture());
  await api.call(walk.key, submitPrerequisite, { params: { id: paperId }, body: {} });
}

test('the case that waits longest stands first, with its papers in the order they were sent; decided ones leave', async () => {
  const first = await papers.aPaper();
  const second = await papers.aPaper();
  const letter = await papers.paperId(first.caseId, 'application_letter');
  expect((await queue()).items).toEqual([]);
  await sendIn(first.paperId);
  await sendIn(second.paperId);
  await sendIn(letter);

  const { items } = await queue();
  expect(items.map(({ registrationId, papers: codes }) => [registrationId, codes])).toEqual([
    [first.caseId, ['business_licence', 'application_letter']],
    [second.caseId, ['business_licence']],
  ]);
  expect(items[0]).toMatchObject({ client: { id: first.clientId } });

  const page = await queue({ limit: 1 });
  expect(page.items.map(({ registrationId }) => registrationId)).toEqual([first.caseId]);
  const next = await queue({ limit: 1, cursor: page.nextCursor ?? '' });
  expect(next).toMatchObject({ items: [{ registrationId: second.caseId }], nextCursor: null });

  await api.call(walk.key, reviewPrerequisite, { params: { id: second.paperId }, body: { decision: 'accept' } });
  expect((await queue()).items.map(({ registrationId }) => registrationId)).toEqual([first.caseId]);
});

test('another agency sees its own queue, and a cursor that is not ours is refused', async () => {
  const { paperId } = await papers.aPaper();
  await sendIn(paperId);
  const other = await api.createAgency();
  expect((await queue({}, other.apiKeys.owner)).items).toEqual([]);
  expect((await problemOf(queue({ cursor: 'bm9uc2Vuc2U' }))).code).toBe('cursor.invalid');
});
