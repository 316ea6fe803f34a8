// `npm start`: builds, brings up PostgreSQL (or uses DATABASE_URL), roles and migrations, runs the API with both web apps, says where to click,
// and ends everything it began on Ctrl-C.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { build } from './build.mjs';
import { prepareDatabase, readDatabaseSecrets } from './database.mjs';
import { startPostgres } from './postgres.mjs';
import { loadEnvironmentFile, readSettings, root } from './settings.mjs';
import { StartProblem } from './start-problem.mjs';

const DATABASE_NAME = 'daiban';
/** "DBST": the start script that holds this advisory lock owns the embedded server and stops it at its end. */
const START_LOCK = 0x44425354;
/** An API that lost its start script needs a moment to let go of the port. */
const PORT_PATIENCE_MS = 3_000;
const READY_PATIENCE_MS = 60_000;
const API_END_PATIENCE_MS = 8_000;

/** What to undo at the end, newest last. */
const undo = [];
let isEnding = false;

async function end(exitCode) {
  if (isEnding) return;
  isEnding = true;
  for (const step of undo.reverse()) await step();
  process.exit(exitCode);
}

const tryPort = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen(port, () => server.close(() => resolve(null)));
  });

async function checkPort(port) {
  const deadline = Date.now() + PORT_PATIENCE_MS;
  for (;;) {
    const problem = await tryPort(port);
    if (!problem) return;
    if (problem === 'EACCES') throw new StartProblem(`Port ${port} is reserved for root; choose another with PORT.`);
    if (Date.now() > deadline) {
      throw new StartProblem(
        `Port ${port} is taken by another program; end that one or choose another port with PORT.`,
      );
    }
    await sleep(200);
  }
}

/**
 * Starts the embedded server and holds START_LOCK on a connection to it: the lock tells a second start of the same data folder to go away, the
 * connection tells this one when the server died, which is then started again on the port that the API knows.
 */
async function keepPostgres({ dataDir, password, port }) {
  const postgres = await startPostgres({ dir: join(dataDir, 'postgres'), password, port });
  const guard = new pg.Client({ connectionString: postgres.url('postgres') });
  const stop = async () => {
    guard.removeAllListeners('end');
    await guard.end().catch(() => undefined);
    postgres.stop();
  };
  if (!postgres.reused) undo.push(stop);
  try {
    await guard.connect();
  } catch (error) {
    if (error.code !== '28P01') throw error;
    throw new StartProblem(
      `The password of the database in ${dataDir} is not the one in its keys folder: put the folder back that belongs to it, or delete ${dataDir} to begin anew.`,
    );
  }
  const { rows } = await guard.query('SELECT pg_try_advisory_lock($1) AS is_ours', [START_LOCK]);
  if (!rows[0].is_ours) {
    await guard.end();
    throw new StartProblem(
      `Daiban already runs on the data in ${dataDir}; end that one, or choose another DAIBAN_DATA_DIR.`,
    );
  }
  if (postgres.reused) undo.push(stop);
  guard.on('error', () => undefined); // followed by 'end'
  guard.once('end', () => {
    if (isEnding) return;
    undo.splice(undo.indexOf(stop), 1);
    console.error('PostgreSQL ended unexpectedly; starting it again.');
    keepPostgres({ dataDir, password, port: postgres.port }).catch((error) => {
      console.error(error.message);
      void end(1);
    });
  });
  return postgres;
}

/** Starts the API and waits until it is ready. @returns its one-time set-up address where it has one to give. */
async function startApi(settings, databases) {
  const api = spawn(
    process.execPath,
    [
      '--enable-source-maps',
      '--import',
      new URL('./end-with-parent.mjs', import.meta.url).href,
      join(root, 'apps/api/dist/main.js'),
      'all',
    ],
    {
      cwd: root,
      detached: true, // in a process group of its own Ctrl-C does not reach it: it ends when we say so, before its database
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        DATABASE_URL: '', // the API never sees the login that may change tables
        DATABASE_APP_URL: databases.appUrl,
        DATABASE_AUTH_URL: databases.authUrl,
        DAIBAN_DATA_DIR: settings.dataDir,
        NODE_ENV: process.env.NODE_ENV || 'production',
        LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
        PORT: String(settings.port),
      },
    },
  );
  const ended = new Promise((resolve) => api.once('exit', (code, signal) => resolve(signal ?? `code ${code}`)));
  const ready = new Promise((resolve) => api.on('message', (message) => message?.kind === 'ready' && resolve(message)));
  undo.push(async () => {
    api.kill('SIGTERM');
    const how = await Promise.race([ended, sleep(API_END_PATIENCE_MS)]);
    if (!how) api.kill('SIGKILL');
  });

  const how = await Promise.race([
    ready.then(() => null),
    ended,
    sleep(READY_PATIENCE_MS).then(() => `no answer within ${READY_PATIENCE_MS / 1000} s`),
  ]);
  if (how) throw new StartProblem(`The API did not start (${how}); what it says stands above.`);
  void ended.then((cause) => {
    if (isEnding) return;
    console.error(`\nThe API ended unexpectedly (${cause}).\n`);
    void end(1);
  });
  const health = await fetch(`http://localhost:${settings.port}/api/health`).catch(() => null);
  if (health?.status !== 200) {
    throw new StartProblem(`The API runs but is not healthy (${(await health?.text()) ?? 'no answer'}).`);
  }
  return await ready;
}

/** The demo's business time, or null where this is no demo. */
async function findDemoNow(appUrl) {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT demo_now FROM installation WHERE demo');
    return rows[0]?.demo_now ?? null;
  } finally {
    await client.end();
  }
}

function printWelcome({ settings, setUpAddress, demoNow, seconds }) {
  const origin = `http://localhost:${settings.port}`;
  const date = (instant) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(
      instant,
    );
  const lines = [
    `Daiban is ready after ${seconds.toFixed(1)} s.`,
    '',
    `  Dashboard   ${origin}`,
    `  Portal      ${origin}/portal`,
    `  Outbox      ${origin}/outbox`,
    `  API         ${origin}/api/docs`,
    '',
    ...(setUpAddress ? ['Nobody works here yet. Set up the first agency, once, at', '', `  ${setUpAddress}`, ''] : []),
    ...(demoNow
      ? [
          `This is the demo agency Lantern Bridge (灯桥咨询). Its clock stands at ${date(demoNow)} in Shanghai until you move it.`,
          'Sign in with one click as Wei (owner), Jun (manager), Mei (specialist) or Sofia (viewer).',
          '',
        ]
      : []),
    `Ctrl-C ends it; the data stay in ${settings.dataDir}.`,
  ];
  console.log(`\n${lines.join('\n')}\n`);
}

async function start() {
  const began = Date.now();
  loadEnvironmentFile();
  const settings = readSettings();
  await checkPort(settings.port);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));

  await build();
  const passwords = readDatabaseSecrets(settings.dataDir);
  const url =
    settings.databaseUrl ??
    (await keepPostgres({ dataDir: settings.dataDir, password: passwords.superuser })).url(DATABASE_NAME);
  const databases = await prepareDatabase({
    url,
    passwords,
    appUrl: settings.databaseAppUrl,
    authUrl: settings.databaseAuthUrl,
  });
  const { setUpAddress = null } = await startApi(settings, databases);
  const demoNow = await findDemoNow(databases.appUrl);
  printWelcome({ settings, setUpAddress, demoNow, seconds: (Date.now() - began) / 1000 });
}

try {
  await start();
} catch (error) {
  // Ctrl-C while it was still starting makes errors of its own
  if (!isEnding) console.error(error instanceof StartProblem ? `\n${error.message}\n` : error);
  await end(1);
}
