import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { listPrerequisites, reviewPrerequisite, getPerson } from '@daiban/contracts';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { CaseWalk } from '../registrations/testing/case-walk.js';
import { refusalsOf, ruled } from '../registrations/testing/refusals-of.js';

// Many requests each; a busy machine needs its time.
jest.setTimeout(60_000);

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
});
afterAll(() => api.stop());

describe('papers', () => {
  test('a paper goes back with a reason, and one that has expired is not accepted', async () => {
    const known = await walk.caseAt('awaiting_prerequisites');
    const { items } = await api.call(walk.key, listPrerequisites, { params: { id: known.id } });
    const licence = items.find(({ code }) => code === 'business_licence')?.id ?? '';
    const review = (body: Record<string, unknown>) =>
      api.call(walk.key, reviewPrerequisite, { params: { id: licence }, body: body as never });
    expect(await refusalsOf(review({ decision: 'return' }))).toEqual(ruled('prerequisite.reason_missing'));
    expect(await refusalsOf(review({ decision: 'accept', expiresOn: '2026-09-27' }))).toEqual(
      ruled('prerequisite.expired'),
    );
    expect(await review({ decision: 'return', reasonCode: 'unreadable' })).toMatchObject({
      state: 'returned',
      reasonCode: 'unreadable',
      registrationVersion: 3,
    });
    expect(await review({ decision: 'accept', expiresOn: '2027-09-28' })).toMatchObject({
      state: 'accepted',
      reasonCode: null,
      expiresOn: '2027-09-28',
    });
  });

  test('of the admin: accepting the ID paper is the ID check, accepting another is not', async () => {
    const known = await walk.nameAdmin(await walk.caseAt('awaiting_prerequisites'));
    const params = { id: known.id };
    const { items } = await api.call(walk.key, listPrerequisites, { params });
    const person = async () => api.call(walk.key, getPerson, { params: { id: known.admin?.personId ?? '' } });
    const accept = (code: string) => {
      const id = items.find((paper) => paper.code === code)?.id ?? '';
      return api.call(agency.apiKeys.manager, reviewPrerequisite, { params: { id }, body: { decision: 'accept' } });
    };
    await accept('admin_phone');
    expect((await person()).idCheckedBy).toBeNull();
    await accept('admin_id');
    expect(await person()).toMatchObject({
      idCheckedBy: agency.actors.manager.id,
      idUploadedBy: agency.actors.specialist.id,
    });
  });

  test('that were handed in with the form are sealed', async () => {
    const known = await walk.caseAt('preparing');
    const { items } = await api.call(walk.key, listPrerequisites, { params: { id: known.id } });
    const body = { decision: 'return' as const, reasonCode: 'unreadable' };
    const returned = api.call(walk.key, reviewPrerequisite, { params: { id: items[0]?.id ?? '' }, body });
    expect(await refusalsOf(returned)).toEqual(ruled('prerequisite.sealed'));
  });

  test('are listed page by page in the order they were asked for', async () => {
    const known = await walk.caseAt('awaiting_prerequisites');
    const params = { id: known.id };
    const { items } = await api.call(walk.key, listPrerequisites, { params });
    const first = await api.call(walk.key, listPrerequisites, { params, query: { limit: 2 } });
    const cursor = first.nextCursor ?? '';
    const rest = await api.call(walk.key, listPrerequisites, { params, query: { cursor } });
    expect([...first.items, ...rest.items]).toEqual(items);
    expect(rest.nextCursor).toBeNull();
  });
});
