/** `npm start` as a person meets it: the real script with the built product, killed, started again, ended. Needs a build. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { findFreePort } from './postgres.mjs';

jest.setTimeout(120_000);

let dataDir: string;
let port: number;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'daiban-start-test-'));
  chmodSync(dataDir, 0o755);
  port = await findFreePort();
});

afterAll(async () => {
  for (const child of running) child.kill('SIGTERM');
  while (running.size > 0) await sleep(50);
  rmSync(dataDir, { recursive: true, force: true });
});

/** Starts the script; `ended` gives its exit code and all that it printed. */
function runStart(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'start.mjs')], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port), DAIBAN_DATA_DIR: dataDir, ...env },
  });
  running.add(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const ended = new Promise<{ code: number | null; printed: string }>((done) =>
    child.once('close', (code) => {
      running.delete(child);
      done({ code, printed });
    }),
  );
  const welcome = async () => {
    while (!printed.includes('Ctrl-C ends it')) {
      if (child.exitCode !== null) throw new Error(`It ended:\n${printed}`);
      await sleep(50);
    }
    return printed;
  };
  return { child, ended, welcome };
}

/** 'no answer' only where nobody listens: a server that is ending cuts connections off while it still takes new ones. */
const health = () =>
  fetch(`http://localhost:${port}/api/health`).then(
    (answer) => answer.status,
    (error: Error & { cause?: { code?: string } }) =>
      error.cause?.code === 'ECONNREFUSED' ? 'no answer' : (error.cause?.code ?? error.message),
  );

async function untilSilent() {
  for (let i = 0; i < 300 && (await health()) !== 'no answer'; i++) await sleep(100);
  return health();
}

/** The seam that tells one made-up demo from the next: its clients' ids, as a member sees them. */
async function clientsOfTheDemo(): Promise<string[]> {
  const origin = `http://localhost:${port}`;
  const signIn = await fetch(`${origin}/api/v1/demo/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin },
    body: JSON.stringify({ as: 'viewer' }),
  });
  const { apiKey } = (await signIn.json()) as { apiKey: string };
  const answer = await fetch(`${origin}/api/v1/clients`, { headers: { Authorization: `Bearer ${apiKey}` } });
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return items.map((client) => client.id);
}

describe('the demo', () => {
  test('starts, survives kill -9 of its start script with its data, refuses a second start, and ends whole', async () => {
    const first = runStart();
    const said = await first.welcome();
    expect(said).toContain(`http://localhost:${port}/portal`);
    expect(said).toContain('28 September 2026');
    expect(await health()).toBe(200);
    const clients = await clientsOfTheDemo();
    expect(clients.length).toBeGreaterThan(5);

    first.child.kill('SIGKILL');
    expect(await untilSilent()).toBe('no answer');

    const second = runStart();
    await second.welcome();
    expect(await clientsOfTheDemo()).toEqual(clients);

    const third = await runStart({ PORT: String(await findFreePort()) }).ended;
    expect(third).toMatchObject({ code: 1, printed: expect.stringContaining('Daiban already runs on the data in') });

    second.child.kill('SIGTERM');
    expect((await second.ended).code).toBe(0);
    expect(await health()).toBe('no answer');
    expect(existsSync(join(dataDir, 'postgres/data/PG_VERSION'))).toBe(true);
    expect(existsSync(join(dataDir, 'postgres/data/postmaster.pid'))).toBe(false);
  });
});

describe('an empty installation', () => {
  test('prints one address that sets up the first agency', async () => {
    const emptyDir = mkdtempSync(join(tmpdir(), 'daiban-empty-test-'));
    chmodSync(emptyDir, 0o755);
    try {
      const start = runStart({ DAIBAN_DEMO: '0', DAIBAN_DATA_DIR: emptyDir });
      const said = await start.welcome();
      expect(said).toMatch(new RegExp(`Set up the first agency, once, at\\s+http://localhost:${port}/\\S+`));
      expect(said).not.toContain('Lantern Bridge');
      start.child.kill('SIGINT');
      expect((await start.ended).code).toBe(0);
    } finally {
      rmSync(emptyDir, { recursive: true, force: true });
    }
  });
});

describe('one sentence and exit code 1', () => {
  const cases: [string, Record<string, string>, string][] = [
    ['a port that is no port', { PORT: 'http' }, 'PORT must be a whole number'],
    ['a database address that is none', { DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL must look like'],
    [
      'a database that does not answer',
      { DATABASE_URL: 'postgresql://daiban@127.0.0.1:9/daiban' },
      'nothing answers there',
    ],
    ['a setting of the API', { SMTP_URL: 'mail.example.com' }, 'SMTP_URL must look like'],
  ];
  test.each(cases)('%s', async (_, env, sentence) => {
    const { code, printed } = await runStart(env).ended;
    expect(code).toBe(1);
    expect(printed).toContain(sentence);
    expect(printed).not.toMatch(/^\s+at .*:\d+:\d+/m);
  });

  test('a taken port', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(port, done));
    try {
      const { code, printed } = await runStart().ended;
      expect(code).toBe(1);
      expect(printed.trim()).toBe(
        `Port ${port} is taken by another program; end that one or choose another port with PORT.`,
      );
    } finally {
      other.close();
    }
  });
});
