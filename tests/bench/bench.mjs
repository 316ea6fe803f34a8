// `pnpm bench`: the product beside the reference limit on one database, in turns. One line a bar: ours, the reference's, their ratio, the bar, whether
// it holds; ends with 1 when one falls short. `--quick`: 10,000 registrations and short rounds, some two minutes. docs/performance.md says more.
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { build } from '../../scripts/build.mjs';
import { prepareDatabase, readDatabaseSecrets } from '../../scripts/database.mjs';
import { findFreePort, startPostgres } from '../../scripts/postgres.mjs';
import { StartProblem } from '../../scripts/start-problem.mjs';
import { startServer } from '../support/server.ts';
import { startCountingProxy } from './counting-proxy.mjs';
import { sendLoad } from './load.mjs';
import { findPgbench, preparePgbench } from './pgbench.mjs';
import { Changes, readScenarios, SIDES } from './scenarios.mjs';

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    count: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    only: { type: 'string' },
  },
});
const count = Number(flags.count ?? (flags.quick ? 10_000 : 100_000));
const rounds = Number(flags.rounds ?? 5);
const seconds = Number(flags.seconds ?? (flags.quick ? 1 : 5));
const CONNECTIONS = [8, 32];
/** Ratios that must be reached, product over reference. */
const BARS = { limit: 0.55, policies: 0.7, pgbench: { 8: 0.3, 32: 0.4 } };
/** Round trips to the database that one hot request may take, with the look-up of who calls. */
const TRIPS = { read: 2, change: 3 };

const endings = [];
const outcomes = [];

function report(name, ours, reference, ratio, bar, holds) {
  outcomes.push(holds);
  const cells = [
    name.padEnd(52),
    ours.padStart(9),
    reference.padStart(9),
    ratio.padStart(6),
    bar.padStart(7),
    holds ? 'holds' : 'falls short',
  ];
  console.log(cells.join('  '));
}
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Asks both sides in turns, the order turned round each time. @param sides two, ours first: `{ origin, next }`, or `{ measure }` when it brings its own load */
async function compare(name, bar, connections, sides) {
  if (flags.only && !name.includes(flags.only)) return;
  const rates = sides.map(() => []);
  const measure = async (which, amount) => {
    const { measure: own } = sides[which];
    const { perSecond, failures } = await (own
      ? own(connections, amount)
      : sendLoad({ ...sides[which], connections, amount }));
    if (failures.length > 0) {
      const side = which === 0 ? 'ours' : 'the reference';
      throw new Error(`${name}, ${side}: ${failures.length} failed, the first with ${failures[0]}`);
    }
    return perSecond;
  };
  // Warm-up of two rounds, since code that is not compiled yet tells nothing; it also tells how many requests a round is.
  const amounts = [];
  for (const which of [0, 1]) {
    const cold = await measure(which, connections * 10);
    amounts[which] = Math.ceil((await measure(which, Math.ceil(cold * 2 * seconds))) * seconds);
  }
  for (let round = 0; round < rounds; round += 1)
    for (const which of round % 2 === 0 ? [0, 1] : [1, 0])
      rates[which].push(await measure(which, Math.max(connections, amounts[which])));
  const ratio = median(rates[0].map((rate, round) => rate / rates[1][round]));
  const [ours, reference] = rates.map((each) => `${Math.round(median(each))}/s`);
  report(`${name}, c=${connections}`, ours, reference, ratio.toFixed(2), `≥ ${bar.toFixed(2)}`, ratio >= bar);
}

/** Takes the questions one after the other, over and over. */
function inTurns(questions, side) {
  const requests = questions.map(SIDES[side]);
  let at = 0;
  return () => requests[at++ % requests.length];
}

const answerOf = async (origin, { path, headers }) => {
  const response = await fetch(origin + path, { headers });
  if (!response.ok) throw new Error(`${response.status} of ${path}: ${await response.text()}`);
  return response.json();
};

/** A comparison means nothing when the two do not answer the same. */
async function checkSameAnswers(reads, product, limit) {
  for (const { name, questions, same } of reads) {
    for (const question of questions.slice(0, 40)) {
      const [ours, theirs] = [
        await answerOf(product, SIDES.product(question)),
        await answerOf(limit, SIDES.limit(question)),
      ];
      if (!same(ours, theirs))
        throw new Error(`${name}: the two sides answer differently to ${JSON.stringify(question)}`);
    }
  }
}

/** Round trips of hot requests, one at a time over a proxy that counts them. */
async function countTrips(database, env, scenarios, changes) {
  const proxy = await startCountingProxy(new URL(database.appUrl));
  const server = await startServer({ database: { ...database, appUrl: proxy.url(database.appUrl) }, env, part: 'api' });
  // The agency is at work: its own rules and calendar are at hand, as they are from the second request on.
  const tripsOf = async (next) => {
    const counted = [];
    for (let time = 0; time < 12; time += 1) {
      const { warm, send } = next();
      await warm();
      const before = proxy.trips();
      await send();
      counted.push(proxy.trips() - before);
    }
    return median(counted);
  };
  try {
    for (const { name, questions } of scenarios.reads) {
      for (const [kind, same] of Object.entries(Object.groupBy(questions, (question) => question.kind ?? name))) {
        const next = inTurns(same, 'product');
        const trips = await tripsOf(() => {
          const question = next();
          const ask = () => answerOf(server.origin, question);
          return { warm: ask, send: ask };
        });
        report(`round trips: ${kind}`, String(trips), '', '', `≤ ${TRIPS.read}`, trips <= TRIPS.read);
      }
    }
    const trips = await tripsOf(() => {
      const { path, headers, method, body, answered } = changes.next('product');
      const ask = async (address, init) => {
        const response = await fetch(server.origin + address, init);
        if (!response.ok) throw new Error(await response.text());
      };
      return {
        warm: () => ask(path.replace('/events', ''), { headers }),
        send: async () => {
          await ask(path, { method, body, headers: { ...headers, 'content-type': 'application/json' } });
          answered(true);
        },
      };
    });
    report('round trips: transition', String(trips), '', '', `≤ ${TRIPS.change}`, trips <= TRIPS.change);
  } finally {
    await server.stop();
    proxy.stop();
  }
}

/** The same data with every policy switched off. */
async function copyWithoutPolicies(postgres, database) {
  const admin = new pg.Client({ connectionString: postgres.url('postgres') });
  await admin.connect();
  await admin.query('CREATE DATABASE bench_open TEMPLATE bench OWNER daiban_owner');
  await admin.end();
  const client = new pg.Client({ connectionString: postgres.url('bench_open') });
  await client.connect();
  await client.query(`DO $$ DECLARE t regclass; BEGIN
    FOR t IN SELECT oid FROM pg_class WHERE relrowsecurity LOOP EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', t); END LOOP; END $$`);
  await client.query('VACUUM ANALYZE');
  await client.end();
  const at = (url) => url.replace(/\/bench(?=$|\?)/, '/bench_open');
  return { appUrl: at(database.appUrl), authUrl: at(database.authUrl) };
}

async function startLimit(url) {
  const port = await findFreePort();
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: url, PORT: String(port) };
  const child = fork(resolve(import.meta.dirname, 'limit-server.mjs'), { env });
  endings.push(() => child.kill());
  await new Promise((ready, failed) =>
    child.once('message', ready).once('exit', () => failed(new Error('The reference server ended.'))),
  );
  return `http://127.0.0.1:${port}`;
}

/** Every answer of 2xx must have left its trace: as many versions more as changes made. */
async function checkWritten(url, before, changes) {
  const after = await versionsOf(url);
  if (after.versions - before.versions !== changes.made || after.entries - before.entries !== changes.made)
    throw new Error(
      `${changes.made} changes were answered, ${after.versions - before.versions} versions and ${after.entries - before.entries} entries were written.`,
    );
}

async function versionsOf(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    'SELECT (SELECT sum(version)::int FROM registration) AS versions, (SELECT count(*)::int FROM history_entry) AS entries',
  );
  await client.end();
  return rows[0];
}

async function main() {
  // Ratios forgive a slow machine, not one that others work on: then the side with more processes loses more.
  const [load] = loadavg();
  console.log(
    `${availableParallelism()} cores, load ${load.toFixed(1)} before the start${load > 0.5 ? ': others are at work, figures below are too low' : ''}`,
  );
  await build();
  const { fillVolume } = await import('../../prisma/seed/volume.ts');
  const folder = mkdtempSync(join(tmpdir(), 'daiban-bench-'));
  endings.push(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755); // PostgreSQL may run under another account than this one
  const passwords = readDatabaseSecrets(folder);
  const postgres = await startPostgres({ dir: join(folder, 'postgres'), password: passwords.superuser });
  endings.push(() => (postgres.stop(), postgres.remove()));
  const url = postgres.url('bench');
  const database = await prepareDatabase({ url, passwords });
  const fileKey = randomBytes(32);
  const began = Date.now();
  const agencies = await fillVolume({ url, count, fileKey, now: new Date().toISOString() });
  console.log(
    `${count} registrations in ${agencies.length} agencies, filled in ${((Date.now() - began) / 1000).toFixed(0)} s; ${rounds} rounds of ${seconds} s\n`,
  );

  const env = { DAIBAN_DEMO: '0', DAIBAN_FILE_KEY: fileKey.toString('base64') };
  const open = await copyWithoutPolicies(postgres, database);
  const scenarios = await readScenarios(url, agencies);
  const product = await startServer({ database, env, part: 'api' });
  endings.push(() => product.stop());
  const withoutPolicies = await startServer({ database: open, env, part: 'api' });
  endings.push(() => withoutPolicies.stop());
  const limit = await startLimit(url);
  await checkSameAnswers(scenarios.reads, product.origin, limit);

  const before = await versionsOf(url);
  const changes = new Changes(scenarios.pausable, agencies);
  const openChanges = new Changes(scenarios.pausable, agencies);
  if (!flags.only) await countTrips(database, env, scenarios, changes);
  const readers = (questions, origin, side) => ({ origin, next: inTurns(questions, side) });
  const ourChanges = { origin: product.origin, next: () => changes.next('product') };
  for (const connections of CONNECTIONS) {
    for (const { name, questions } of scenarios.reads) {
      await compare(name, BARS.limit, connections, [
        readers(questions, product.origin, 'product'),
        readers(questions, limit, 'limit'),
      ]);
    }
    await compare('transition, everything written', BARS.limit, connections, [
      ourChanges,
      { origin: limit, next: () => changes.next('limit') },
    ]);
  }
  const [list] = scenarios.reads;
  await compare(`policies on over off: ${list.name}`, BARS.policies, 8, [
    readers(list.questions, product.origin, 'product'),
    readers(list.questions, withoutPolicies.origin, 'product'),
  ]);
  await compare('policies on over off: transition', BARS.policies, 8, [
    ourChanges,
    { origin: withoutPolicies.origin, next: () => openChanges.next('product') },
  ]);
  await checkWritten(url, before, changes);
  await comparePgbench({ url, agencies, folder, product });
}

/** The transition over its two bare statements. Last, because pgbench moves versions without telling. */
async function comparePgbench({ url, agencies, folder, product }) {
  const name = 'transition over pgbench with the same statements';
  if (flags.only && !name.includes(flags.only)) return;
  const program = findPgbench();
  if (!program) return console.log(`${name.padEnd(52)}  not measured: no pgbench here`);
  const { pausable } = await readScenarios(url, agencies);
  const half = pausable.length >> 1;
  const changes = new Changes(pausable.slice(0, half), agencies);
  const bare = await preparePgbench({ program, url, cases: pausable.slice(half), folder });
  for (const connections of CONNECTIONS) {
    const ours = { origin: product.origin, next: () => changes.next('product') };
    await compare(name, BARS.pgbench[connections], connections, [ours, bare]);
  }
}

try {
  await main();
  if (outcomes.includes(false)) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof StartProblem ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const end of endings.toReversed()) await end();
}
