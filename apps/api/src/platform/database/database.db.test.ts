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

  test('refuses a statement after its end', async () => {
    await expect(
      database.withAgency(agencyOf(ours).id, async (transaction) => {
        await transaction.commitWith(MEMBERS);
        await transaction.query(MEMBERS);
      }),
    ).rejects.toThrow('after commitWith');
  });
});
