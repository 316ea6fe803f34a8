// The reference limit: a bare Fastify server that runs the product's own statements through `pg` by their names, and nothing else: nobody signs
// in, nothing is checked or judged, no transaction is opened, no policy holds. Started by bench.mjs with DATABASE_URL (superuser) and PORT.
import { createHash, randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';
import '../../scripts/end-with-parent.mjs';
import { caseWriteStatement } from '../../apps/api/dist/features/registrations/case-write.js';
import { REGISTRATION_COLUMNS } from '../../apps/api/dist/features/registrations/case-columns.js';
import { CasesRepository } from '../../apps/api/dist/features/registrations/cases.repository.js';
import { HistoryRepository } from '../../apps/api/dist/features/history/history.repository.js';
import { RegistrationListRepository } from '../../apps/api/dist/features/registrations/registration-list.repository.js';
import { searchForm, searchTerms } from '../../apps/api/dist/features/registrations/search-terms.js';

const PAGE = 50;
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 8,
  options: '-c TimeZone=UTC -c max_parallel_workers_per_gather=0',
});

// The search function asks which agency the transaction has, and there is no transaction here.
const THROUGH_FUNCTION = /SELECT registration_id FROM search_registrations\((\$\d+)::text\[\]\)/;
const direct = (_, terms) =>
  `SELECT registration_id FROM registration_search WHERE terms @> ${terms}::text[] AND agency_id = $1`;
const bare = ({ name, text }) => (name ? { name, text } : { text: text.replace(THROUGH_FUNCTION, direct) });
const run = async (statement, values) => (await pool.query({ ...bare(statement), values })).rows;

// The product's repositories over a database that only runs what it is given.
const database = { read: (_agencyId, statement, values) => run(statement, values) };
const cases = new CasesRepository(database);
const lists = new RegistrationListRepository(database);
const history = new HistoryRepository(database);

const server = Fastify();

server.get('/registrations', async ({ query: { agency, stage, q } }) => {
  const words = q ? searchForm(q).split(' ') : [];
  const search = q ? { terms: searchTerms(agency, words), words } : undefined;
  const now = new Date().toISOString();
  return {
    items: await lists.list({ agencyId: agency, now, stage, search, sort: 'due', limit: PAGE + 1, after: null }),
  };
});

server.get('/registrations/pipeline', async ({ query: { agency } }) => ({
  stages: await lists.countByStage(agency, new Date().toISOString()),
}));

server.get('/registrations/:id', ({ params: { id }, query: { agency } }) =>
  cases.find(agency, { by: 'registration', id }),
);

server.get('/registrations/:id/history', async ({ params: { id }, query: { agency } }) => {
  const record = { agencyId: agency, recordType: 'registration', recordId: id };
  return { items: await history.listPage(record, { before: null, limit: PAGE, visibility: null }) };
});

/** Due dates of the cases that were paused here, by id, until they go on. */
const promised = new Map();

// A promise to the client rests while a case is paused; then the next thing due is a deadline, which is the end of a day. The product judges that,
// here it is a day later. It counts because the column is indexed: such a row takes a new place in every index.
function dueAfter(event, { id, due_at: due }) {
  if (event === 'case_resumed') return promised.get(id) ?? due;
  const isPromise = due !== null && !due.includes('T15:59:00');
  if (!isPromise) return due;
  promised.set(id, due);
  return `${new Date(Date.parse(due) + 86_400_000).toISOString().slice(0, 10)}T15:59:00Z`;
}

// A pause or its end, as the product writes it: the same read, the same write, one entry more.
server.post('/registrations/:id/events', async ({ params: { id }, query: { agency }, body }, reply) => {
  const { registration } = await cases.find(agency, { by: 'registration', id });
  const now = new Date().toISOString();
  const previous = registration.history_head.slice(2);
  const hash = createHash('sha256').update(previous).update(now).digest('hex');
  const row = Object.fromEntries(Object.keys(REGISTRATION_COLUMNS).map((column) => [column, registration[column]]));
  const entry = {
    id: randomUUID(),
    sequence: registration.history_length + 1,
    kind: body.event,
    voice: 'we_did',
    visibility: 'internal',
    payload: {
      reason: body.reason,
      from: registration.state,
      to: null,
      orderId: null,
      outcome: 'stayed',
      notSeen: [],
      holder: registration.holder,
    },
    actor_kind: 'system',
    actor_id: null,
    occurred_at: now,
    recorded_at: now,
    previous,
    hash,
  };
  const { statement, values } = caseWriteStatement({
    agencyId: agency,
    id,
    expectedVersion: body.expectedVersion,
    registration: {
      ...row,
      version: registration.version + 1,
      history_head: hash,
      history_length: entry.sequence,
      paused_at: body.event === 'case_paused' ? now : null,
      due_at: dueAfter(body.event, registration),
    },
    entries: [entry],
    orders: [],
    papers: [],
  });
  const moved = await run(statement, values);
  if (moved.length === 0) return reply.code(409).send();
  return { id, version: moved[0].version };
});

await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.send?.('ready');
