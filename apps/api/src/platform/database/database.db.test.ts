import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { Refused } from '../refusal/refused.js';
import { Database } from './database.js';
import { prepared } from './statement.js';

let api: TestApi;
let database: Database;
let [ours, theirs]: TestAgency[] = [];
beforeAll(async () => {
  api = await startTestApi();
  database = api.app.get(Database);
  [ours, theirs] = [await api.createAgency('Ours'), await api.createAgency('Theirs')];
});
afterAll(() => api.stop());

const MEMBERS = prepared(
  'test.members',
  'SELECT id, agency_id, created_at, version::bigint AS version FROM member ORDER BY id',
);
const RENAME = prepared('test.rename', 'UPDATE member SET name = $2 WHERE id = $1 RETURNING id');
const NAME = prepared('test.name', 'SELECT name FROM member WHERE id = $1');
const INSERT = prepared(
  'test.insert',
  `INSERT INTO client (id, agency_id, name, country_code, locale, time_zone, created_at) VALUES ($1, $2, 'X', 'FR', 'en', 'UTC', now())`,
);
const agencyOf = (agency: TestAgency | undefined): TestAgency => agency as TestAgency;

describe('row-level security, with no check of the application', () => {
  test('shows an agency its own rows only, by every way in', async () => {
    const { id } = agencyOf(ours);
    const ways = [
      await database.read<{ agency_id: string }>(id, MEMBERS),
      await database.withAgency(id, (transaction) => transaction.query<{ agency_id: string }>(MEMBERS)),
      (await database.withPrisma(id, (prisma) => prisma.member.findMany())).map(({ agencyId }) => ({
        agency_id: agencyId,
      })),
    ];
    for (const rows of ways) expect(new Set(rows.map((row) => row.agency_id))).toEqual(new Set([id]));
    expect(await database.lookup(MEMBERS)).toEqual([]);
  });

  test('changes no row of another agency and takes none in its name', async () => {
    const foreign = agencyOf(theirs).actors.owner;
    expect(
      await database.withAgency(agencyOf(ours).id, (transaction) =>
        transaction.commitWith(RENAME, [foreign.id, 'taken']),
      ),
    ).toEqual([]);
    await expect(
      database.withAgency(agencyOf(ours).id, (transaction) =>
        transaction.commitWith(INSERT, ['01990000-0000-7000-8000-0000000000b1', agencyOf(theirs).id]),
      ),
    ).rejects.toMatchObject({ code: '42501' });
    expect(await database.read(agencyOf(theirs).id, NAME, [foreign.id])).toEqual([{ name: foreign.name }]);
  });

  test('never mixes agencies over interleaved transactions on the same connections', async () => {
    const agencies = [agencyOf(ours).id, agencyOf(theirs).id];
    const seen = await Promise.all(
      Array.from({ length: 400 }, async (_, index) => {
        const id = agencies[index % 2] as string;
        const rows =
          index % 3
            ? await database.read<{ agency_id: string }>(id, MEMBERS)
            : await database.withAgency(id, (transaction) => transaction.query<{ agency_id: string }>(MEMBERS));
        return rows.length === 4 && rows.every((row) => row.agency_id === id);
      }),
    );
    expect(seen.every(Boolean)).toBe(true);
  });
});

describe('a read', () => {
  const WHOSE = prepared('test.whose', `SELECT current_setting('app.agency', true) AS agency, pg_backend_pid() AS pid`);

  test('leaves no agency behind on its connection, whether it succeeds or fails', async () => {
    const { id } = agencyOf(ours);
    const reads = Array.from({ length: 40 }, (_, index) =>
      index % 2
        ? database.read(id, MEMBERS)
        : expect(database.read(id, { text: 'SELECT 1/0' })).rejects.toThrow('zero'),
    );
    await Promise.all(reads);
    // The next to come is whoever asks without an agency, on those same connections.
    for (const agency of ['', agencyOf(theirs).id]) {
      const seen = await Promise.all(Array.from({ length: 40 }, () => database.read(agency, WHOSE)));
      expect(seen.flat().every((row) => (row as { agency: string }).agency === agency)).toBe(true);
    }
    expect(await database.read('', MEMBERS)).toEqual([]);
    expect(
      await database.withAgency('', (transaction) => transaction.commitWith({ text: 'SELECT id FROM member' })),
    ).toEqual([]);
  });

  test('can write nothing', async () => {
    const { id, actors } = agencyOf(ours);
    await expect(database.read(id, RENAME, [actors.viewer.id, 'written'])).rejects.toMatchObject({ code: '25006' });
  });

  test('rejects with what the database said, and the statement serves on afterwards', async () => {
    const { id } = agencyOf(ours);
    const DIVIDE = prepared('test.divide', 'SELECT 10 / $1::int AS quotient');
    await Promise.all(
      Array.from({ length: 20 }, () => expect(database.read(id, DIVIDE, [0])).rejects.toMatchObject({ code: '22012' })),
    );
    const quotients = await Promise.all(Array.from({ length: 20 }, () => database.read(id, DIVIDE, [5])));
    expect(new Set(quotients.flat().map((row) => (row as { quotient: number }).quotient))).toEqual(new Set([2]));
    await expect(database.read(id, { text: 'SELECT nothing' })).rejects.toMatchObject({ code: '42703' });
  });

  test('refuses a second statement under the name of another', async () => {
    const { id } = agencyOf(ours);
    for (let time = 0; time < 8; time++) await database.read(id, NAME, [id]);
    const impostor = prepared(NAME.name ?? '', 'SELECT id FROM member WHERE id = $1');
    await expect(database.read(id, impostor, [id])).rejects.toThrow('Two statements have the name');
  });
});

describe('a transaction', () => {
  test('is undone when the work refuses, throws, or its last write fails, and the connection serves on', async () => {
    const { id, actors } = agencyOf(ours);
    const rename = (name: string) => [actors.viewer.id, name];
    expect(
      await database.withAgency(id, async (transaction) => {
        await transaction.query(RENAME, rename('refused'));
        return Refused.notFound();
      }),
    ).toBeInstanceOf(Refused);
    await expect(
      database.withAgency(id, async (transaction) => {
        await transaction.query(RENAME, rename('thrown'));
        throw new Error('planned');
      }),
    ).rejects.toThrow('planned');
    await expect(
      database.withAgency(id, async (transaction) => {
        await transaction.query(RENAME, rename('failed'));
        await transaction.commitWith({ text: 'SELECT 1/0' });
      }),
    ).rejects.toMatchObject({ code: '22012' });
    expect(
      await database.withPrisma(id, async (prisma) => {
        await prisma.member.update({
          where: { agencyId_id: { agencyId: id, id: actors.viewer.id } },
          data: { name: 'refused' },
        });
        return Refused.notFound();
      }),
    ).toBeInstanceOf(Refused);
    const names = await Promise.all(
      Array.from({ length: 20 }, () => database.read<{ name: string }>(id, NAME, [actors.viewer.id])),
    );
    expect(new Set(names.flat().map(({ name }) => name))).toEqual(new Set([actors.viewer.name]));
  });

  test('tells a lost race by the index that said no', async () => {
    const { id } = agencyOf(ours);
    const clientId = '01990000-0000-7000-8000-0000000000c1';
    const insert = () =>
      database.withAgency<string>(
        id,
        async (transaction) => {
          await transaction.commitWith(INSERT, [clientId, id]);
          return 'won';
        },
        { violations: { client_pkey: () => 'lost' } },
      );
    expect((await Promise.all([insert(), insert(), insert()])).sort()).toEqual(['lost', 'lost', 'won']);
  });

  test('takes instants as ISO text and counts as numbers', async () => {
    const [row] = await database.read<{ created_at: unknown; version: unknown }>(agencyOf(ours).id, MEMBERS);
    expect(row?.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(row?.version).toBe(2);
  });

  test('runs statements together in their order, and none after one that fails', async () => {
    const { id, actors } = agencyOf(ours);
    const name = { ...NAME, values: [actors.viewer.id] };
    const rename = (to: string) => ({ ...RENAME, values: [actors.viewer.id, to] });
    await database.withAgency(id, async (transaction) => {
      const [before, , after] = await transaction.queryTogether([name, rename('for a moment'), name]);
      expect([before, after]).toEqual([[{ name: actors.viewer.name }], [{ name: 'for a moment' }]]);
      return Refused.notFound();
    });
    await expect(
      database.withAgency(id, (transaction) =>
        transaction.queryTogether([rename('half'), { text: 'SELECT 1/0' }, rename('whole')]),
      ),
    ).rejects.toMatchObject({ code: '22012' });
    expect(await database.read(id, NAME, [actors.viewer.id])).toEqual([{ name: actors.viewer.name }]);
  });

  test('keeps no connection before its first statement: as many as like may read on their own meanwhile', async () => {
    const { id, actors } = agencyOf(ours);
    const names = await Promise.all(
      Array.from({ length: 30 }, () =>
        database.withAgency(id, async (transaction) => {
          await database.read(id, MEMBERS);
          return transaction.commitWith<{ name: string }>(NAME, [actors.owner.id]);
        }),
      ),
    );
    expect(names.flat()).toHaveLength(30);
  });

  test('takes one connection for statements that are sent side by side, the first ones too', async () => {
    const pid = prepared('test.backend', 'SELECT pg_backend_pid() AS pid');
    const rounds = Array.from({ length: 12 }, () =>
      database.withAgency(agencyOf(ours).id, async (transaction) => {
        const seen = await Promise.all(Array.from({ length: 20 }, () => transaction.query<{ pid: number }>(pid)));
        return new Set(seen.map(([row]) => row?.pid)).size;
      }),
    );
    expect(await Promise.all(rounds)).toEqual(rounds.map(() => 1));
  });

  test('refuses a statement after its end', async () => {
    await expect(
      database.withAgency(agencyOf(ours).id, async (transaction) => {
        await transaction.commitWith(MEMBERS);
        await transaction.query(MEMBERS);
      }),
    ).rejects.toThrow('after commitWith');
  });
});
