// The upper limit of any server: PostgreSQL's own load generator sends the two statements of a transition, over and over, and nothing else.
// Called by bench.mjs where there is a pgbench (PGBENCH names one, else PATH).
import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { caseWriteStatement } from '../../apps/api/dist/features/registrations/case-write.js';
import { READ_CASE } from '../../apps/api/dist/features/registrations/case.statements.js';

const run = promisify(execFile);

/** The program, or null when this machine has none. */
export function findPgbench() {
  const program = process.env.PGBENCH ?? 'pgbench';
  return spawnSync(program, ['--version']).status === 0 ? program : null;
}

/** What the product computes beforehand is put in place of the statement's values: the row one version on, and one entry more. */
function script(cases) {
  const { statement } = caseWriteStatement({
    agencyId: '',
    id: '',
    expectedVersion: 0,
    registration: {},
    entries: [{}],
    orders: [],
    papers: [],
  });
  const ofCase = (value) =>
    `(SELECT ${value} FROM registration x WHERE x.agency_id = :agency::uuid AND x.id = :id::uuid)`;
  const values = [
    ':agency',
    ':id',
    ofCase('x.version'),
    ofCase(
      `to_jsonb(x) || jsonb_build_object('version', x.version + 1, 'history_length', x.history_length + 1, 'history_head', substr(x.history_head::text, 3), 'paused_at', CASE WHEN x.paused_at IS NULL THEN transaction_timestamp() END)`,
    ),
    ofCase(
      `jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'sequence', x.history_length + 1, 'kind', 'case_paused', 'voice', 'we_did', 'visibility', 'internal',
        'payload', jsonb_build_object('reason', 'the client travels', 'from', x.state, 'to', NULL, 'orderId', NULL, 'outcome', 'stayed', 'notSeen', jsonb_build_array(), 'holder', x.holder),
        'actor_kind', 'system', 'occurred_at', transaction_timestamp(), 'recorded_at', transaction_timestamp(), 'previous', substr(x.history_head::text, 3), 'hash', substr(x.history_head::text, 3)))`,
    ),
  ];
  const sql = ({ text }, places) => `${text.replace(/\$(\d)/g, (_, place) => places[place - 1]).replace(/\s+/g, ' ')};`;
  const read = sql(READ_CASE, [':agency::uuid', ':id::uuid']);
  return `\\set n random(1, ${cases})\nSELECT agency, id FROM bench_case WHERE n = :n \\gset\n${read}\n${sql(statement, values)}\n`;
}

/**
 * A side for `compare`. @param cases `{ id, agency }` of cases that nobody else changes meanwhile
 * @returns {Promise<{ measure: (connections: number, amount: number) => Promise<{ perSecond: number, failures: string[] }> }>}
 */
export async function preparePgbench({ program, url, cases, folder }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE TABLE bench_case (n int PRIMARY KEY, agency uuid NOT NULL, id uuid NOT NULL)');
  await client.query(
    'INSERT INTO bench_case SELECT n, agency, id FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS c (agency, id, n)',
    [cases.map(({ agency }) => agency), cases.map(({ id }) => id)],
  );
  await client.query('ANALYZE bench_case');
  await client.end();
  const file = join(folder, 'transition.sql');
  writeFileSync(file, script(cases.length));
  const measure = async (connections, amount) => {
    const each = Math.ceil(amount / connections);
    const options = ['-n', '-M', 'prepared', '-c', `${connections}`, '-j', '2', '-t', `${each}`, '-f', file, url];
    const { stdout } = await run(program, options);
    const [, rate] = /tps = ([\d.]+)/.exec(stdout) ?? [];
    const [, done] = /actually processed: (\d+)/.exec(stdout) ?? [];
    return { perSecond: Number(rate), failures: Number(done) === each * connections ? [] : [stdout] };
  };
  return { measure };
}
