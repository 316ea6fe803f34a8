import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  getPipeline,
  listRegistrations,
  updateClient,
  updateRegistration,
  type OperationCall,
  type RegistrationSummary,
} from '@daiban/contracts';
import { EVENT_FACTS, ORDER_EVENT_FACTS, replayHistory, type CommandFacts, type ReplayEntry } from '@daiban/domain';
import { STAGES, VERIFICATION_STATUSES } from '@daiban/domain/enumerations';
import { Refused } from '../../platform/refusal/refused.js';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { HistoryRepository } from '../history/history.repository.js';
import { verifyChain } from '../history/history-chain.js';
import { toProjections } from './case-write.mapper.js';
import { CasesService } from './cases.service.js';
import { CaseWalk, unique, WAY } from './testing/case-walk.js';
import { importCase } from './testing/import-case.js';

// Many requests each; a busy machine needs its time.
jest.setTimeout(60_000);

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;
const imported: string[] = [];

/** Cases as a sheet tells of them; the demo's day is 28 September 2026. */
const SHEET: readonly CommandFacts[] = [
  { state: 'live', qualification: 'passed', verifiedUntilOn: '2027-08-01' },
  { state: 'live', qualification: 'passed', verifiedUntilOn: '2026-11-15' },
  { state: 'live', qualification: 'passed', verifiedUntilOn: '2026-09-27' },
  { state: 'live', qualification: 'passed', verifiedUntilOn: '2026-09-28' },
  { state: 'live' },
  {
    state: 'live',
    orderKind: 'renewal',
    orderState: 'in_review',
    qualification: 'passed',
    verifiedUntilOn: '2026-10-30',
  },
  {
    state: 'proving_subject',
    orderKind: 'first',
    orderState: 'awaiting_fee',
    submittedOn: '2026-09-20',
    payer: 'client',
  },
  { state: 'awaiting_email' },
  { state: 'lapsed' },
  { state: 'closed' },
];

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
  for (const point of WAY) await walk.caseAt(point);
  const client = await walk.openClient('Kuala Terang 光明食品');
  for (const facts of SHEET) imported.push(await importCase(api, agency, client.id, facts));
  const verified = await walk.caseAt('live');
  await walk.applyToOrder(verified.id, 'naming_passed', { evidence: { rank: 'wechat_api' } });
  await walk.apply(imported[1] ?? '', 'renewal_declined');
  // Another agency's cases never show.
  await new CaseWalk(api, await api.createAgency('Harbour')).openCase({ proposedName: '灯桥生活' });
});
afterAll(() => api.stop());

type Query = OperationCall<typeof listRegistrations>['query'];
async function all(query: Query = {}, limit = 7): Promise<RegistrationSummary[]> {
  const items: RegistrationSummary[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: RegistrationSummary[]; nextCursor: string | null } = await api.call(
      walk.key,
      listRegistrations,
      {
        query: { ...query, limit, ...(cursor !== null && { cursor }) },
      },
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id).sort();

describe('the table of cases', () => {
  test('says of each case what the case says of itself', async () => {
    const items = await all();
    expect(items).toHaveLength(WAY.length + SHEET.length + 1);
    for (const item of items) {
      const known = await walk.read(item.id);
      expect(item).toMatchObject({
        version: known.version,
        state: known.state,
        stage: known.stage,
        holder: known.holder,
        holderSince: known.holderSince,
        accountEmail: known.accountEmail?.address ?? null,
        expectedFromOn: known.expectedRange?.fromOn ?? null,
        expectedToOn: known.expectedRange?.toOn ?? null,
      });
      const { status, until, untilOn, provenance } = known.verification;
      expect(item.verification).toEqual({ status, until, untilOn, provenance });
    }
  });

  test('filters by stage, verification, state and holder exactly what shows that', async () => {
    const items = await all();
    const stages = new Set(items.map(({ stage }) => stage));
    for (const stage of [
      'live',
      'renewal_due',
      'verification_expired',
      'renewal_in_progress',
      'fee',
      'lapsed',
      'closed',
    ] as const)
      if (stage !== 'renewal_due') expect(stages).toContain(stage);
    for (const stage of STAGES)
      expect(idsOf(await all({ stage }))).toEqual(idsOf(items.filter((item) => item.stage === stage)));
    for (const verification of VERIFICATION_STATUSES) {
      const shown = items.filter((item) => item.verification.status === verification);
      expect(idsOf(await all({ verification }))).toEqual(idsOf(shown));
    }
    expect(idsOf(await all({ state: 'live', holder: 'none' }))).toEqual(
      idsOf(items.filter((item) => item.state === 'live' && item.holder === 'none')),
    );
    const dueBefore = '2026-10-10';
    const due = items.filter(({ dueAt }) => dueAt !== null && dueAt < '2026-10-09T16:00:00.000Z');
    expect(idsOf(await all({ dueBefore }))).toEqual(idsOf(due));
  });

  test('follows the clock where nobody wrote anything', async () => {
    const id = await importCase(api, agency, (await walk.openClient()).id, {
      state: 'live',
      qualification: 'passed',
      verifiedUntilOn: '2026-10-02',
    });
    expect(idsOf(await all({ stage: 'renewal_due' }))).toContain(id);
    await api.moveClock('2026-10-02T15:59:59.999Z');
    expect(idsOf(await all({ stage: 'verification_expired' }))).not.toContain(id);
    await api.moveClock('2026-10-02T16:00:00.000Z');
    expect(idsOf(await all({ stage: 'verification_expired' }))).toContain(id);
    const board = await api.call(walk.key, getPipeline, {});
    const items = await all();
    for (const { stage, count } of board.stages)
      expect([stage, items.filter((item) => item.stage === stage).length]).toEqual([stage, count]);
    for (const { holder, count } of board.holders)
      expect([holder, items.filter((item) => item.holder === holder).length]).toEqual([holder, count]);
    expect(board.total).toBe(items.length);
  });

  test('shows each case once, soonest due first and those without a day last, in both orders', async () => {
    for (const limit of [1, 3, 50]) {
      const items = await all({}, limit);
      expect(new Set(idsOf(items)).size).toBe(items.length);
      const keys = items.map(({ dueAt, id }) => `${dueAt ?? '9999'} ${id}`);
      expect(keys).toEqual(keys.toSorted());
      const newest = await all({ sort: '-created' }, limit);
      expect(newest.map(({ id }) => id)).toEqual(idsOf(items).toReversed());
    }
  });

  test('a page goes on where the last one ended, whatever was written meanwhile', async () => {
    const first = await api.call(walk.key, listRegistrations, { query: { limit: 5 } });
    const gone = first.items[0];
    if (gone)
      await walk.apply(gone.id, gone.state === 'draft' ? 'advice_accepted' : 'case_paused', { reason: 'meanwhile' });
    await walk.openCase();
    const rest: string[] = [];
    for (let cursor = first.nextCursor; cursor !== null;) {
      const page = await api.call(walk.key, listRegistrations, { query: { limit: 5, cursor } });
      rest.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(new Set(rest).size).toBe(rest.length);
    const shown = new Set([...idsOf(first.items), ...rest]);
    for (const { id } of await all()) if (id !== gone?.id) expect(shown).toContain(id);
  });

  test('refuses a cursor and a filter that are none', async () => {
    for (const query of [
      { cursor: 'nonsense' },
      { cursor: Buffer.from('["x","y"]').toString('base64url') },
      { stage: 'nowhere' },
      { what: '1' },
    ]) {
      const call = fetch(`${api.origin}/api/v1/registrations?${new URLSearchParams(query as never)}`, {
        headers: { Authorization: `Bearer ${walk.key}` },
      });
      expect((await call).status).toBe(400);
    }
  });
});

describe('the search', () => {
  test('finds two Chinese characters of the account, the client or the address, in any width and case', async () => {
    const wanted = await walk.openCase({
      proposedName: '灯桥生活志',
      accountEmail: `Deng.Qiao${unique()}@bridge.test`,
    });
    for (const q of ['灯桥', '桥生', 'ｄｅｎｇ', 'BRIDGE.test', '灯桥 northlight'])
      expect([q, idsOf(await all({ q }))]).toEqual([q, [wanted.id]]);
    expect(await all({ q: '桥灯' })).toEqual([]);
    expect(await all({ q: '生活志 光明' })).toEqual([]);
    expect(idsOf(await all({ q: '光明食品' }))).toEqual(expect.arrayContaining(imported));
    expect((await all({ q: '光明食品', stage: 'lapsed' })).map(({ id }) => id)).toEqual([imported[8]]);
    expect(await all({ q: `%_'"\\灯` })).toEqual([]);
    // One character, or a sign that a pattern would take for anything, is looked for as it is.
    expect(idsOf(await all({ q: '光' }))).toEqual(expect.arrayContaining(imported));
    for (const nowhere of ['%', '_', '鼂']) expect(await all({ q: nowhere })).toEqual([]);
  });

  test('knows a new name and forgets the old one', async () => {
    const client = await walk.openClient('Sungai Biru');
    const known = await walk.openCase({ clientId: client.id, proposedName: '山水之间' });
    const body = { expectedVersion: known.version, proposedName: '云中漫步' };
    await api.call(walk.key, updateRegistration, { params: { id: known.id }, body });
    expect(await all({ q: '山水' })).toEqual([]);
    expect(idsOf(await all({ q: '漫步' }))).toEqual([known.id]);
    await api.call(walk.key, updateClient, {
      params: { id: client.id },
      body: { expectedVersion: client.version, name: 'Bukit Hijau' },
    });
    expect(idsOf(await all({ q: 'hijau' }))).toEqual([known.id]);
    expect(await all({ q: 'sungai' })).toEqual([]);
  });
});

describe('what is stored for lists', () => {
  test('is what the domain derives, for every row, also where only time has passed', async () => {
    await api.tick();
    const cases = api.app.get(CasesService, { strict: false });
    const rows = await runAsSuperuser<Record<string, unknown> & { id: string }>(
      api.database,
      `SELECT id, holder, board_stage AS "boardStage", due_at AS "dueAt", expected_from_on::text AS "expectedFromOn", expected_to_on::text AS "expectedToOn",
         verification_ends_at AS "verificationEndsAt", renewal_opens_at AS "renewalOpensAt" FROM registration WHERE agency_id = $1`,
      [agency.id],
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { id, ...stored } of rows) {
      const view = await cases.read(agency.actors.viewer, { by: 'registration', id });
      if (view instanceof Refused) throw new Error(view.code);
      const iso = Object.fromEntries(
        Object.entries(stored).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
      );
      expect({ id, ...iso }).toMatchObject({ id, ...toProjections(view.case, view.derived) });
    }
  });

  test('and what the history replays to; no chain has a break', async () => {
    const history = api.app.get(HistoryRepository, { strict: false });
    const rows = await runAsSuperuser<{ id: string; state: string; orders: Record<string, string> | null }>(
      api.database,
      `SELECT r.id, r.state, (SELECT json_object_agg(o.id, o.state) FROM verification_order o WHERE o.registration_id = r.id) AS orders
         FROM registration r WHERE r.agency_id = $1`,
      [agency.id],
    );
    for (const { id, state, orders } of rows) {
      const chain = await history.readChain(agency.id, id);
      expect([id, verifyChain(chain)]).toEqual([id, null]);
      const events = chain.filter(({ kind }) => kind in EVENT_FACTS || kind in ORDER_EVENT_FACTS);
      const replayed = replayHistory(
        events.map(({ kind, payload }) => ({ ...payload, type: kind }) as unknown as ReplayEntry),
      );
      expect([id, replayed.state, Object.fromEntries(replayed.orders)]).toEqual([id, state, orders ?? {}]);
    }
  });
});
