/** The built API (with both web apps) as a process of its own, on a free port against a test database. Called by browser, fault and bench tests. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../../scripts/postgres.mjs';

const root = resolve(import.meta.dirname, '../..');
const READY_PATIENCE_MS = 60_000;
const END_PATIENCE_MS = 8_000;

/** A running API. */
export interface TestServer {
  /** Where it answers, `http://localhost:PORT`. */
  readonly origin: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** The one-time address of an empty installation, null when it has none to give. */
  readonly setUpAddress: string | null;
  /** All that it has printed so far. */
  output(): string;
  /** Ends it in order (SIGTERM) and deletes its data folder. */
  stop(): Promise<void>;
  /** Ends it as a crash would (SIGKILL); the data folder stays. */
  kill(): Promise<void>;
}

/** What to start. */
export interface TestServerOptions {
  readonly database: { readonly appUrl: string; readonly authUrl: string };
  /** Settings of .env.example beside PORT and the two addresses. */
  readonly env?: Readonly<Record<string, string>>;
  /** Which part of the product this process is; `all` when left out. */
  readonly part?: 'api' | 'worker' | 'all';
  /** Keys and files; a new folder when left out. Two processes of one installation share it. */
  readonly dataDir?: string;
  /** The port to use again after a kill; any free one when left out. */
  readonly port?: number;
}

/**
 * Starts the API and waits until it says that it is ready and GET /api/health answers 200.
 * @throws an Error with what the process printed when it ends first or stays silent for a minute.
 */
export async function startServer(options: TestServerOptions): Promise<TestServer> {
  const port = options.port ?? (await findFreePort());
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'daiban-api-'));
  const origin = `http://localhost:${port}`;
  const child = spawn(
    process.execPath,
    [
      '--enable-source-maps',
      '--import',
      resolve(root, 'scripts/end-with-parent.mjs'),
      resolve(root, 'apps/api/dist/main.js'),
      options.part ?? 'all',
    ],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
        ...options.env,
        PORT: String(port),
        DAIBAN_DATA_DIR: dataDir,
        DATABASE_APP_URL: options.database.appUrl,
        DATABASE_AUTH_URL: options.database.authUrl,
      },
    },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  let setUpAddress: string | null = null;
  let isReady = false;
  child.on('message', (message: { kind?: string; setUpAddress?: string | null }) => {
    if (message.kind !== 'ready') return;
    isReady = true;
    setUpAddress = message.setUpAddress ?? null;
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    const patience = new AbortController();
    await Promise.race([ended, sleep(END_PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined)]);
    patience.abort();
    if (!hasEnded()) child.kill('SIGKILL');
    await ended;
  };

  const deadline = Date.now() + READY_PATIENCE_MS;
  for (;;) {
    const health = await fetch(`${origin}/api/health`).catch(() => null);
    if (health?.status === 200 && isReady) break;
    if (hasEnded() || Date.now() > deadline) {
      await end('SIGKILL');
      throw new Error(`The API did not become ready (${health?.status ?? 'no answer'}). It printed:\n${printed}`);
    }
    await sleep(100);
  }
  return {
    origin,
    port,
    process: child,
    setUpAddress,
    output: () => printed,
    stop: async () => {
      await end('SIGTERM');
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
    kill: () => end('SIGKILL'),
  };
}
