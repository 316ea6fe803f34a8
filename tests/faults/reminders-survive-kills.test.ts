// A worker is killed three times while it sends: every reminder arrives, under one Message-ID each, and the case remembers each once.
import { addDays } from '@daiban/domain/calendar';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MailCatcher } from '../../apps/api/src/features/deliveries/testing/mail-catcher.js';
import { insertLiveAccounts } from '../../apps/api/src/features/renewals/testing/live-accounts.js';
import { runAsSuperuser } from '../../apps/api/src/testing/bare-registration.js';
import { startTestApi, type TestApi } from '../../apps/api/src/testing/test-api.js';
import { startServer } from '../support/server.js';

const MAILS = 300;
const KILLS = 3;
/** Mails that a worker has under way at once: so many can have been taken by the server and not yet be recorded. */
const UNDER_WAY = 5;

jest.setTimeout(120_000);

const catcher = new MailCatcher();
const dataDir = mkdtempSync(join(tmpdir(), 'daiban-kills-'));
let api: TestApi;
let agencyId: string;

beforeAll(async () => {
  await catcher.open();
  // This process makes the agency and moves nothing; the reminders are the worker's.
  api = await startTestApi({ dataDir });
  agencyId = (await api.createAgency()).id;
  await insertLiveAccounts(api.database, agencyId, Array<string>(MAILS).fill(addDays('2026-09-28', 60)));
});
afterAll(async () => {
  await api.stop();
  await catcher.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const startWorker = () =>
  startServer({
    part: 'worker',
    database: api.database,
    dataDir,
    env: { SMTP_URL: catcher.url, MAIL_FROM: 'Daiban <daiban@agency.test>' },
  });

test(`of ${MAILS} reminders none is lost and none goes under two Message-IDs when the worker is killed ${KILLS} times`, async () => {
  for (let kill = 1; kill <= KILLS; kill++) {
    const worker = await startWorker();
    const enough = (MAILS / (KILLS + 1)) * kill;
    while (catcher.handedIn.length < enough) await sleep(5);
    await worker.kill();
    // The dead worker's lease and the server's own time-outs would pass in a minute.
    await runAsSuperuser(api.database, 'UPDATE delivery SET leased_until = NULL, retry_at = NULL');
  }
  const worker = await startWorker();
  const left = `SELECT count(*)::int AS count FROM delivery WHERE state <> 'accepted'`;
  while ((await runAsSuperuser<{ count: number }>(api.database, left))[0]?.count !== 0) await sleep(100);
  await worker.stop();

  const expected = await runAsSuperuser<{ message_id: string }>(api.database, 'SELECT message_id FROM delivery');
  expect(expected).toHaveLength(MAILS);
  expect([...new Set(catcher.handedIn)].sort()).toEqual(expected.map((row) => row.message_id).sort());
  expect(catcher.handedIn.length - MAILS).toBeLessThanOrEqual(KILLS * UNDER_WAY);
  const remembered = await runAsSuperuser(
    api.database,
    `SELECT record_id, count(*)::int AS times FROM history_entry WHERE kind = 'renewal_reminder_sent' GROUP BY record_id HAVING count(*) <> 1`,
  );
  expect(remembered).toEqual([]);
});
