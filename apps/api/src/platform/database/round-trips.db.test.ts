import { createServer, connect, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getSession } from '@daiban/contracts';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { RecentCallers } from '../auth/recent-callers.js';
import { Database } from './database.js';
import { prepared } from './statement.js';

/** How often the database was asked anew: what the API sends after the database has answered begins a round trip. */
let trips = 0;
let proxy: Server;
let direct: TestApi;
let api: TestApi;
let agency: TestAgency;

beforeAll(async () => {
  direct = await startTestApi();
  agency = await direct.createAgency();
  const target = new URL(direct.database.appUrl);
  proxy = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    let answered = true;
    near.on('data', (chunk: Buffer) => {
      if (answered) trips++;
      answered = false;
      far.write(chunk);
    });
    far.on('data', (chunk: Buffer) => {
      answered = true;
      near.write(chunk);
    });
    near.on('error', () => far.destroy()).on('close', () => far.destroy());
    far.on('error', () => near.destroy()).on('close', () => near.destroy());
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  const through = new URL(direct.database.appUrl);
  through.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  api = await startTestApi({ databaseAppUrl: through.href, demo: false }, direct.database);
});
afterAll(async () => {
  await api.stop();
  await direct.stop();
  proxy.close();
});

/** Round trips of `work` on a connection that is open already. */
async function tripsOf(work: () => Promise<unknown>): Promise<number> {
  await work();
  const before = trips;
  await work();
  return trips - before;
}

const READ = prepared('test.trips_read', 'SELECT id FROM member WHERE agency_id = $1');
const WRITE = prepared('test.trips_write', 'UPDATE member SET locale = locale WHERE agency_id = $1 RETURNING id');

test('a read of an agency takes one round trip, with its transaction and its agency', async () => {
  expect(await tripsOf(() => api.app.get(Database).read(agency.id, READ, [agency.id]))).toBe(1);
});

test('facts and then a write take two', async () => {
  const change = () =>
    api.app.get(Database).withAgency(agency.id, async (transaction) => {
      const members = await transaction.query(READ, [agency.id]);
      expect(members).toHaveLength(4);
      return transaction.commitWith(WRITE, [agency.id]);
    });
  expect(await tripsOf(change)).toBe(2);
});

test('a single write takes one, with its agency and its commit', async () => {
  const write = () =>
    api.app.get(Database).withAgency(agency.id, (transaction) => transaction.commitWith(WRITE, [agency.id]));
  expect(await tripsOf(write)).toBe(1);
});

test('who calls is one, and for a moment none', async () => {
  const ask = () => api.call(agency.apiKeys.viewer, getSession, {});
  const forgotten = async () => {
    api.app.get(RecentCallers).forget();
    await ask();
  };
  expect(await tripsOf(forgotten)).toBe(1);
  expect(await tripsOf(ask)).toBe(0);
});
