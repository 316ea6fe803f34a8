// What is asked of the servers: the pages that people open all day, over all agencies by their size, and a change of a case. Called by bench.mjs.
import pg from 'pg';
import { seededRandom } from '../../prisma/seed/volume-names.ts';

const TERMS = ['灯桥', '远山', '咖啡', '茶业', 'Kuala Terang', 'Aurora Coffee', 'harbour', '木棉'];
const PAGE = 50;

/** The product and the reference answer the same questions at different addresses. */
const asProduct = ({ path, query, apiKey }) => ({
  path: `/api/v1${path}${query ? `?${new URLSearchParams(query)}` : ''}`,
  headers: { authorization: `Bearer ${apiKey}` },
});
const asLimit = ({ path, query, agency }) => ({
  path: `${path}?${new URLSearchParams({ agency, ...query })}`,
  headers: {},
});
export const SIDES = { product: asProduct, limit: asLimit };

const idsOf = (answer) => answer.items.map(({ id }) => id);
/** A page of ours has 50; the statement reads one more to know whether there is a next. */
const samePage = (ours, theirs) => JSON.stringify(idsOf(ours)) === JSON.stringify(idsOf(theirs).slice(0, PAGE));

/** Reads out of the filled database what can be asked for. @returns a list of scenarios `{ name, questions, same }` and the cases that can be paused. */
export async function readScenarios(url, agencies, seed = 1) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const random = seededRandom(seed);
    const one = (list) => list[Math.floor(random() * list.length)];
    const keys = new Map(agencies.map(({ id, apiKey }) => [id, apiKey]));
    const ask = (agency, path, query) => ({ agency, apiKey: keys.get(agency), path, query });
    const { rows: cases } = await client.query(
      `SELECT id, agency_id AS agency, version, paused_at IS NOT NULL AS paused, state FROM registration ORDER BY id`,
    );
    // Full pages only, or small agencies would make both sides quick.
    const { rows: stages } = await client.query(
      `SELECT agency_id AS agency, board_stage AS stage, count(*)::int AS count FROM registration GROUP BY 1, 2 HAVING count(*) > $1 ORDER BY 1, 2`,
      [PAGE * 2],
    );
    if (stages.length === 0) throw new Error('No agency has a full page of one stage: ask for more registrations.');
    const many = (make) => Array.from({ length: 400 }, make);
    const large = [...new Set(stages.map(({ agency }) => agency))];
    const known = () => one(cases);
    const caseOf = ({ id, agency }) => ({ ...ask(agency, `/registrations/${id}`), kind: 'one case' });
    const historyOf = ({ id, agency }) => ({
      ...ask(agency, `/registrations/${id}/history`),
      kind: 'the history of a case',
    });
    return {
      reads: [
        {
          name: 'list page of 50, one stage, by due date',
          questions: many(() => {
            const { agency, stage } = one(stages);
            return ask(agency, '/registrations', { stage });
          }),
          same: samePage,
        },
        {
          name: 'list page with text search',
          questions: many(() => ask(one(large), '/registrations', { q: one(TERMS) })),
          same: samePage,
        },
        {
          name: 'board counts',
          questions: many(() => ask(known().agency, '/registrations/pipeline')),
          same: (ours, theirs) =>
            ours.total === theirs.stages.reduce((sum, { count }) => sum + count, 0) && ours.total > 0,
        },
        {
          name: 'one case and its history',
          questions: many(known).flatMap((row) => [caseOf(row), historyOf(row)]),
          same: (ours, theirs) =>
            ours.items
              ? samePage(ours, theirs) && ours.items.length > 0
              : ours.id === theirs.registration.id && ours.version === theirs.registration.version,
        },
      ],
      pausable: cases.filter(({ state }) => state !== 'withdrawn'),
    };
  } finally {
    await client.end();
  }
}

/** Pauses cases and takes the pause back, each in turn, so that every request is a change that its version allows. Shared by the sides that work on one database. */
export class Changes {
  #at = 0;
  made = 0;

  constructor(cases, agencies) {
    const keys = new Map(agencies.map(({ id, apiKey }) => [id, apiKey]));
    this.cases = cases.map((row) => ({ ...row, apiKey: keys.get(row.agency) }));
  }

  next(side) {
    const row = this.cases[this.#at++ % this.cases.length];
    const body = JSON.stringify({
      event: row.paused ? 'case_resumed' : 'case_paused',
      reason: 'the client travels',
      expectedVersion: row.version,
    });
    const answered = (ok) => {
      if (!ok) return;
      row.version += 1;
      row.paused = !row.paused;
      this.made += 1;
    };
    return { ...SIDES[side]({ ...row, path: `/registrations/${row.id}/events` }), method: 'POST', body, answered };
  }
}
