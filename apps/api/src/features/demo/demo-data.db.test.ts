import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  getRegistration,
  getSubjectCapacity,
  listCasePapers,
  listClients,
  listDeliveries,
  listMessages,
  listUnreadMessages,
  listOperators,
  listPeople,
  listRegistrations,
  listSubjects,
} from '@daiban/contracts';
import { startTestApi, type TestApi } from '../../testing/test-api.js';
import { DemoService } from './demo.service.js';

describe('the demo’s clients and accounts', () => {
  let api: TestApi;
  let apiKey: string;
  beforeAll(async () => {
    api = await startTestApi();
    await api.app.get(DemoService, { strict: false }).ensure();
    const response = await fetch(`${api.origin}/api/v1/demo/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: 'specialist' }),
    });
    ({ apiKey } = (await response.json()) as { apiKey: string });
  }, 120_000);
  afterAll(() => api.stop());

  const cases = async () => (await api.call(apiKey, listRegistrations, { query: { limit: 200 } })).items;

  test('are seventeen clients with twenty-six accounts, spread over the stages', async () => {
    const items = await cases();
    const byStage = Object.groupBy(items, ({ stage }) => stage);
    expect((await api.call(apiKey, listClients, { query: { limit: 200 } })).items).toHaveLength(17);
    expect(Object.fromEntries(Object.entries(byStage).map(([stage, some]) => [stage, some.length]))).toEqual({
      draft: 1,
      prerequisites: 2,
      email: 1,
      admin_verification: 2,
      ready: 1,
      fee: 1,
      review: 2,
      supplement: 1,
      proof: 1,
      live: 6,
      renewal_due: 2,
      renewal_in_progress: 1,
      verification_expired: 1,
      restricted: 1,
      migrating: 1,
      closing: 1,
      closed: 1,
    });
  });

  test('have papers in every state of their review', async () => {
    const wattle = (await cases()).find(({ proposedName }) => proposedName === '金合欢营养');
    const { items } = await api.call(apiKey, listCasePapers, { params: { id: wattle?.id ?? '' } });
    const states = items.map(({ prerequisite, documents }) => [
      prerequisite.code,
      prerequisite.state,
      documents.map(({ state, mediaType }) => mediaType ?? state),
    ]);
    expect(states).toEqual(
      expect.arrayContaining([
        ['company_certificate_translated', 'returned', ['application/pdf']],
        ['application_letter', 'submitted', ['image/jpeg']],
        ['operator_passport', 'submitted', ['image/jpeg']],
        ['name_right', 'open', ['refused']],
        ['operator_phone_bill', 'open', []],
      ]),
    );
  });

  test('have one promise that is broken, and it stands on top', async () => {
    const [first] = await cases();
    expect(first).toMatchObject({ client: { name: 'Kopi Selatan Sdn Bhd' }, stage: 'prerequisites', holder: 'client' });
    const broken = [];
    for (const { id } of await cases()) {
      const { promise, proposedName } = await api.call(apiKey, getRegistration, { params: { id } });
      if (promise?.broken) broken.push(proposedName);
    }
    expect(broken).toEqual(['南岸咖啡']);
  });

  test('have a licence and an admin without a place left, and nobody’s real number', async () => {
    const subjects = await api.call(apiKey, listSubjects, { query: { q: '灯桥', limit: 10 } });
    expect(subjects.items[0]?.slots).toMatchObject({ reserved: 2, limit: 2 });
    const people = await api.call(apiKey, listPeople, { query: { q: '陈薇', limit: 10 } });
    expect(people.items[0]?.counters.adminId).toMatchObject({ reserved: 5, limit: 5 });
    expect(people.items[0]?.idNumberMasked).toMatch(/^999/);
  });

  test('ask for one more account on the full licence, and have two operators on a live one', async () => {
    const subjects = await api.call(apiKey, listSubjects, { query: { q: '灯桥', limit: 10 } });
    const own = await api.call(apiKey, getSubjectCapacity, { params: { id: subjects.items[0]?.id ?? '' } });
    expect(own.raise).toMatchObject({ state: 'requested' });
    const live = (await cases()).find(({ proposedName }) => proposedName === '奥垦酒庄');
    expect(await api.call(apiKey, listOperators, { params: { id: live?.id ?? '' } })).toMatchObject({
      items: [
        { name: '孙丽', term: 'long', endsOn: null },
        { name: '何雨桐', term: 'short', endsOn: '2026-10-14' },
      ],
    });
  });

  test('had their reminders, and none was made for a day before the demo begins; a review was told on its own day', async () => {
    const { items } = await api.call(apiKey, listDeliveries, { query: { limit: 200 } });
    const reminders = items.filter(({ kind }) => kind === 'renewal_reminder');
    expect(new Map(reminders.map(({ accountName, step }) => [accountName, step]))).toEqual(
      new Map([
        ['雅拉乳业', 30],
        ['雅拉会员', 14],
      ]),
    );
    const reviews = items.filter(({ kind }) => kind === 'papers_reviewed');
    // None waits for the first minute of the demo to be told.
    expect(reviews.filter(({ createdAt }) => createdAt >= '2026-09-28T03:20')).toEqual([]);
    expect(reviews.length).toBeGreaterThan(4);
    const others = items.filter((mail) => !reviews.includes(mail) && !mail.kind.startsWith('message_'));
    expect(others.every(({ createdAt }) => createdAt >= '2026-09-28')).toBe(true);
  });

  test('have talked with us in two threads: one was answered and has a note of ours beside it, one waits', async () => {
    const named = async (name: string) => (await cases()).find(({ proposedName }) => proposedName === name);
    const [answered, waiting] = [await named('北光灯具'), await named('南岸咖啡')];
    const thread = (found: typeof answered, audience: 'client' | 'internal') =>
      api.call(apiKey, listMessages, {
        params: { id: found?.client.id ?? '' },
        query: { audience, ...(found && { registrationId: found.id }) },
      });
    const { items } = await thread(answered, 'client');
    expect(items.map(({ author }) => author.side)).toEqual(['agency', 'client', 'agency', 'client']);
    expect((await thread(answered, 'internal')).items).toHaveLength(1);
    const unread = await api.call(apiKey, listUnreadMessages, {});
    expect(unread.items).toMatchObject([{ registrationId: waiting?.id, accountName: '南岸咖啡', count: 1 }]);
  });

  test('end by themselves where nobody acts for ten months; what is paid waits for Tencent’s answer', async () => {
    const before = await cases();
    await api.moveClock('2027-07-28T03:20:00.000Z');
    await api.tick();
    const moved = [];
    for (const { id, state } of before) {
      const after = await api.call(apiKey, getRegistration, { params: { id } });
      if (after.state !== state) moved.push(`${after.proposedName}: ${state} → ${after.state}, ${after.holder}`);
    }
    expect(moved.toSorted()).toEqual([
      '丹绒家纺: closing → live, none',
      '丹绒布艺: proving_subject → lapsed, agency',
      '北光照明日志: awaiting_admin_verification → lapsed, agency',
      '山溪户外: proving_subject → lapsed, agency',
      '巽他香料: awaiting_admin_verification → lapsed, agency',
      '维利耶优选: migrating → live, none',
      '莫罗香氛: ready_to_submit → lapsed, agency',
    ]);
  });
});
