import { createServer, type AddressInfo, type Server } from 'node:net';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { submitPrerequisite } from '@daiban/contracts';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { CaseWalk } from '../registrations/testing/case-walk.js';
import { problemOf } from '../registrations/testing/refusals-of.js';
import { aPicture, PaperWalk } from './testing/paper-walk.js';

// A file is opened in a process of its own, on a machine that may be busy.
jest.setTimeout(60_000);

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;
let papers: PaperWalk;
let scanner: Server;

/** Whether the virus scanner answers. */
let isScanning = true;

beforeAll(async () => {
  scanner = createServer((line) => {
    line.on('error', () => undefined);
    if (!isScanning) return line.destroy();
    let length = 0;
    line.on('data', (chunk) => {
      length += chunk.length;
      // The last piece has the length zero.
      if (chunk.subarray(-4).readUInt32BE() === 0 && length > 14) line.end('stream: OK\0');
    });
  });
  await new Promise<void>((resolve) => scanner.listen(0, '127.0.0.1', resolve));
  api = await startTestApi({ clamavUrl: `tcp://127.0.0.1:${(scanner.address() as AddressInfo).port}` });
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
  papers = new PaperWalk(api, walk);
});
afterAll(async () => {
  await api.stop();
  scanner.close();
});

const rowOf = async (id: string) => {
  const [row] = await runAsSuperuser<{ state: string; receivedBytes: number }>(
    api.database,
    'SELECT state, received_bytes AS "receivedBytes" FROM document WHERE id = $1',
    [id],
  );
  return row;
};

describe('an upload', () => {
  test('waits in quarantine while the scanner is away, and is let through by the next minute', async () => {
    const { paperId } = await papers.aPaper();
    isScanning = false;
    const document = await papers.send(paperId, await aPicture());
    expect(document).toMatchObject({ state: 'quarantined', mediaType: null });
    const submit = api.call(walk.key, submitPrerequisite, { params: { id: paperId }, body: {} });
    expect((await problemOf(submit)).code).toBe('document.not_ready');
    await api.tick();
    expect(await rowOf(document.id)).toMatchObject({ state: 'quarantined' });
    isScanning = true;
    await api.tick();
    expect(await rowOf(document.id)).toEqual({ state: 'available', receivedBytes: 0 });
    expect(papers.objectsOf(document.id)).toEqual([document.id]);
  });

  test('that was cut off between its last part and its inspection is finished by the next minute', async () => {
    const { paperId } = await papers.aPaper();
    const picture = await aPicture();
    isScanning = false;
    const { id } = await papers.send(paperId, picture);
    isScanning = true;
    // As the row stands when the process dies right after the last part.
    await runAsSuperuser(api.database, `UPDATE document SET state = 'receiving' WHERE id = $1`, [id]);
    await api.tick();
    expect(await rowOf(id)).toEqual({ state: 'available', receivedBytes: 0 });
    // And when it dies before its parts are removed: they are gone by then, and nothing else happens.
    await runAsSuperuser(api.database, 'UPDATE document SET received_bytes = byte_length WHERE id = $1', [id]);
    await api.tick();
    expect(await rowOf(id)).toEqual({ state: 'available', receivedBytes: 0 });
  });

  test('of which a part was lost is never taken for a whole file, and may come again', async () => {
    const { paperId } = await papers.aPaper();
    const picture = await aPicture();
    const total = picture.length;
    const half = Math.floor(total / 2);
    const begun = await papers.send(paperId, picture, { range: [0, half - 1, total] });
    rmSync(join(api.settings.dataDir, 'files', agency.id, papers.objectsOf(begun.id)[0] ?? ''));
    const finished = await papers.send(paperId, picture, { range: [half, total - 1, total] });
    expect(finished).toMatchObject({ id: begun.id, state: 'refused', refusal: { code: 'file.incomplete' } });
    expect(papers.objectsOf(begun.id)).toEqual([`${begun.id}.part${half}`]);
    expect(await papers.send(paperId, picture)).toMatchObject({ state: 'available' });
  });

  // The clock stands still for all, so what moves it comes last.
  test('that nobody goes on with is given up after a day, and leaves nothing behind', async () => {
    const { paperId } = await papers.aPaper();
    const picture = await aPicture();
    const begun = await papers.send(paperId, picture, { range: [0, 999, picture.length] });
    expect(papers.objectsOf(begun.id)).toEqual([`${begun.id}.part0`]);
    await api.moveClock('2026-09-29T03:19:00.000Z');
    await api.tick();
    expect(await rowOf(begun.id)).toMatchObject({ state: 'receiving' });
    await api.moveClock('2026-09-29T03:21:00.000Z');
    await api.tick();
    expect(await rowOf(begun.id)).toEqual({ state: 'refused', receivedBytes: 0 });
    expect(papers.objectsOf(begun.id)).toEqual([]);
    expect(await papers.send(paperId, picture)).toMatchObject({ state: 'available', page: 1 });
  });
});

test('while the store is away an upload is refused for now, and nothing is lost by trying again', async () => {
  const away = await startTestApi({ filesUrl: 's3://key:secret@127.0.0.1:9/files?tls=0' });
  try {
    const ownWalk = new CaseWalk(away, await away.createAgency());
    const ownPapers = new PaperWalk(away, ownWalk);
    const { paperId } = await ownPapers.aPaper();
    const problem = await problemOf(ownPapers.send(paperId, await aPicture()));
    expect(problem).toMatchObject({ status: 503, code: 'document.store_down' });
  } finally {
    await away.stop();
  }
});
