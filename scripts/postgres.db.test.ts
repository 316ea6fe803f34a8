/** The embedded server as a person meets it: started twice, killed, left behind. */
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { startPostgres } from './postgres.mjs';

const password = 'only-for-this-test';
let dir: string;
let server: Awaited<ReturnType<typeof startPostgres>>;

const start = () => startPostgres({ dir, password });

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'daiban-postgres-test-'));
  chmodSync(dir, 0o755);
  server = await start();
  await ask('CREATE TABLE kept (word text)');
});

afterAll(() => {
  server.stop();
  server.remove();
});

test('a second start takes over the server that runs', async () => {
  const second = await start();
  expect(second).toMatchObject({ reused: true, port: server.port, pid: server.pid });
});

test('what was committed is there after kill -9 of the server', async () => {
  await ask(`INSERT INTO kept VALUES ('committed')`);
  process.kill(server.pid, 'SIGKILL');
  server = await start();
  expect(server.reused).toBe(false);
  expect(await ask('SELECT word FROM kept')).toEqual([{ word: 'committed' }]);
});

test('it stops, and starts again on the port that was asked for', async () => {
  const { port } = server;
  server.stop();
  server = await startPostgres({ dir, password, port });
  expect(server.port).toBe(port);
  expect(await ask('SELECT word FROM kept')).toHaveLength(1);
});

test('nobody enters without the password', async () => {
  const address = new URL(server.url('postgres'));
  address.password = 'a guess';
  const client = new pg.Client({ connectionString: address.href });
  await expect(client.connect()).rejects.toMatchObject({ code: '28P01' });
});
