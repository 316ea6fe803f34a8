import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importSheet, listClients, listImports, type ImportRun } from '@daiban/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { SheetSender, trackerOf } from './testing/sheet-sender.js';

let api: TestApi;
let sheets: SheetSender;
beforeAll(async () => {
  api = await startTestApi({ logLevel: 'fatal' });
  sheets = new SheetSender(api);
});
afterAll(() => api?.stop());

describe('an import that is under way', () => {
  test('is the only one of its agency', async () => {
    const agency = await api.createAgency();
    const sheet = trackerOf('only');
    const calls = await Promise.allSettled([
      sheets.send(agency, sheet),
      sheets.send(agency, sheet),
      sheets.send(agency, sheet),
    ]);
    const taken = calls.flatMap((call) => (call.status === 'fulfilled' ? [call.value] : []));
    expect(taken).toHaveLength(1);
    for (const call of calls)
      if (call.status === 'rejected')
        expect(call.reason).toMatchObject({ problem: { code: 'import.already_running' } });
    await sheets.untilDone(agency, taken[0]?.id ?? '');
    expect(await sheets.listCases(agency)).toHaveLength(await comingIn(agency));
  });

  test('that loses its connections goes on where it was, and makes nothing twice', async () => {
    const agency = await api.createAgency();
    const { id } = await sheets.send(agency, ownSheet(60, 'cut.example'));
    for (let cut = 1; cut <= 4; cut++) {
      await untilCreated(agency, id, cut * 8);
      await runAsSuperuser(
        api.database,
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
        [],
      );
      await api.tick();
    }
    const run = await finish(agency, id);
    expect(run.summary).toMatchObject({ rows: 60, clients: 6 });
    expect(run.rows.every(({ registrationId }) => registrationId !== null)).toBe(true);
    expect(await sheets.listCases(agency)).toHaveLength(60);
    const clients = await api.call(agency.apiKeys.viewer, listClients, { query: { limit: 100 } });
    expect(clients.items).toHaveLength(6);
    await expectOneEntryEach(agency, 60);
  });

  test('is taken up by the next process when its own ends half-way', async () => {
    const dying = await startTestApi({}, api.database);
    const agency = await dying.createAgency();
    const body = new Blob([new Uint8Array(ownSheet(60, 'dying.example'))], { type: 'text/csv' });
    const { id } = await dying.call(agency.apiKeys.manager, importSheet, { query: {}, body });
    await untilCreated(agency, id, 5);
    await dying.stop();
    const left = await sheets.read(agency, id);
    expect(left.status).toBe('running');
    expect(left.rows.some(({ outcome }) => outcome.startsWith('create_') || outcome === 'create')).toBe(true);
    const run = await finish(agency, id);
    expect(run.rows.every(({ registrationId }) => registrationId !== null)).toBe(true);
    expect(await sheets.listCases(agency)).toHaveLength(60);
    await expectOneEntryEach(agency, 60);
  });
});

/** Accounts of clients with ten each. */
function ownSheet(rows: number, domain: string): Buffer {
  const lines = Array.from(
    { length: rows },
    (_, row) => `Client ${Math.floor(row / 10)},Spain,北光${row},service,wx${row}@${domain},draft,王芳`,
  );
  return Buffer.from(['Client,Country,Account name,Type,Email,Status,Admin', ...lines].join('\n'));
}

async function untilCreated(agency: TestAgency, id: string, count: number): Promise<void> {
  for (;;) {
    const run = await sheets.read(agency, id).catch(() => null);
    if (
      run &&
      (run.status === 'done' || run.rows.filter(({ registrationId }) => registrationId !== null).length >= count)
    )
      return;
    await sleep(5);
  }
}

/** As the minute ticker does it. */
async function finish(agency: TestAgency, id: string): Promise<ImportRun> {
  for (;;) {
    await api.tick();
    const run = await sheets.read(agency, id).catch(() => null);
    if (run?.status === 'done') return run;
    await sleep(50);
  }
}

async function expectOneEntryEach(agency: TestAgency, cases: number): Promise<void> {
  const entries = await runAsSuperuser<{ kind: string; count: number; cases: number }>(
    api.database,
    `SELECT kind, count(*)::int AS count, count(DISTINCT record_id)::int AS cases FROM history_entry
     WHERE agency_id = $1 AND kind IN ('registration_imported', 'sheet_row_kept') GROUP BY kind ORDER BY kind`,
    [agency.id],
  );
  expect(entries).toEqual(['registration_imported', 'sheet_row_kept'].map((kind) => ({ kind, count: cases, cases })));
}

async function comingIn(agency: TestAgency): Promise<number> {
  const { items } = await api.call(agency.apiKeys.manager, listImports, {});
  const [{ summary } = { summary: {} as Record<string, number> }] = items;
  return (summary['created'] ?? 0) + (summary['created_with_problems'] ?? 0);
}
