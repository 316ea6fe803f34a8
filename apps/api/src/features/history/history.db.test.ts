import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient, listHistory } from '@daiban/contracts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { v7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/test-database.js';
import { systemActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/refusal/refused.js';
import { insertBareRegistration, runAs, runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { verifyChain } from './history-chain.js';
import { HistoryRepository } from './history.repository.js';
import { HistoryService } from './history.service.js';
import { HistorySealService } from './history-seal.service.js';

let api: TestApi;
let agency: TestAgency;
const dataDir = mkdtempSync(join(tmpdir(), 'daiban-history-'));

beforeAll(async () => {
  api = await startTestApi({ dataDir });
  agency = await api.createAgency();
}, 60_000);
afterAll(async () => {
  await api.stop();
  rmSync(dataDir, { recursive: true });
});

async function newCase(): Promise<string> {
  const body = { name: 'Acme', countryCode: 'FR', locale: 'en', timeZone: 'Europe/Paris' } as const;
  const client = await api.call(agency.apiKeys.owner, createClient, { body });
  const subjectId = v7();
  await runAsSuperuser(
    api.database,
    `INSERT INTO subject (id, agency_id, type, name, country_code, licence_of, standing, created_at) VALUES ($1, $2, 'enterprise', 'S', 'CN', 'client', 'active', now())`,
    [subjectId, agency.id],
  );
  return insertBareRegistration(api.database, { agencyId: agency.id, clientId: client.id, subjectId });
}

/** Adds an entry to a case's history, by whichever kind of transaction. */
async function addEntry(registrationId: string, by: 'prisma' | 'pg', payload: Record<string, unknown> = {}) {
  const [database, history] = [api.app.get(Database), api.app.get(HistoryService, { strict: false })];
  const record = { agencyId: agency.id, recordType: 'registration', recordId: registrationId } as const;
  const draft = {
    kind: 'case_paused',
    visibility: 'client',
    payload: { orderId: null, from: 'draft', to: 'draft', ...payload },
  } as const;
  const { id } = agency.actors.manager;
  const actor = { ...systemActor(agency.id, 'en'), kind: 'member', id } as const;
  const sql =
    'UPDATE registration SET version = version + 1, history_head = $3, history_length = $4 WHERE agency_id = $1::uuid AND id = $2::uuid AND version = $5';
  if (by === 'pg')
    return database.withAgency(agency.id, (transaction) =>
      history.recordChange(transaction, record, null, draft, actor, async ({ fromVersion, head, length }) => {
        const values = [agency.id, registrationId, Buffer.from(head), length, fromVersion];
        return (await transaction.query({ text: `${sql} RETURNING id` }, values)).length;
      }),
    );
  return database.withPrisma(agency.id, (prisma) =>
    history.recordChange(prisma, record, null, draft, actor, ({ fromVersion, head, length }) =>
      prisma.$executeRawUnsafe(sql, agency.id, registrationId, head, length, fromVersion),
    ),
  );
}

describe("a case's history", () => {
  test('is one chain, whichever way its entries were written, and reads newest first', async () => {
    const id = await newCase();
    for (const by of ['pg', 'prisma', 'pg', 'prisma'] as const)
      await addEntry(id, by, { note: `灯桥 by ${by}`, n: 1.5 });
    const chain = await api.app.get(HistoryRepository, { strict: false }).readChain(agency.id, id);
    expect(chain).toHaveLength(4);
    expect(verifyChain(chain)).toBeNull();

    const key = agency.apiKeys.viewer;
    const first = await api.call(key, listHistory, { params: { id }, query: { limit: 3 } });
    expect(first.items.map(({ sequence }) => sequence)).toEqual([4, 3, 2]);
    expect(first.items[0]).toMatchObject({
      kind: 'case_paused',
      from: 'draft',
      to: 'draft',
      payload: { note: '灯桥 by prisma', n: 1.5 },
      actor: { kind: 'member', id: agency.actors.manager.id, name: agency.actors.manager.name },
      occurredAt: '2026-09-28T03:20:00.000Z',
    });
    const rest = await api.call(key, listHistory, {
      params: { id },
      query: { limit: 3, cursor: first.nextCursor as string },
    });
    expect([rest.items.map(({ sequence }) => sequence), rest.nextCursor]).toEqual([[1], null]);
    await expect(api.call(key, listHistory, { params: { id: v7() } })).rejects.toMatchObject({
      problem: { status: 404 },
    });
  });

  test('never forks: eight writers at once make one chain', async () => {
    const id = await newCase();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) => addEntry(id, index % 2 ? 'pg' : 'prisma')),
    );
    expect(outcomes.filter((outcome) => outcome instanceof Refused)).toHaveLength(0);
    const chain = await api.app.get(HistoryRepository, { strict: false }).readChain(agency.id, id);
    expect(chain.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(verifyChain(chain)).toBeNull();
  });
});

describe('the minute seal', () => {
  test('seals each head once, and finds what was done behind its back', async () => {
    const seals = api.app.get(HistorySealService, { strict: false });
    const [kept, cut, rewritten] = [await newCase(), await newCase(), await newCase()];
    for (const id of [kept, cut, rewritten]) for (let n = 0; n < 2; n++) await addEntry(id, 'pg');
    const first = await seals.seal(agency.id);
    expect(first?.heads.map(({ recordId }) => recordId)).toEqual(expect.arrayContaining([kept, cut, rewritten]));
    expect(await seals.seal(agency.id)).toBeNull();
    await addEntry(kept, 'pg');
    const second = await seals.seal(agency.id);
    expect(second?.heads).toMatchObject([{ recordId: kept, sequence: 3 }]);
    expect(Buffer.compare(second?.previous as Uint8Array, first?.hash as Uint8Array)).toBe(0);
    expect(await seals.verify(agency.id)).toBeNull();

    const behindTheFences = async (sql: string, id: string) => {
      const client = new pg.Client({ connectionString: api.database.superuserUrl });
      await client.connect();
      await client.query('SET session_replication_role = replica');
      await client.query(sql, [id]);
      await client.end();
    };
    await behindTheFences('DELETE FROM history_entry WHERE record_id = $1 AND sequence = 2', cut);
    expect(await seals.verify(agency.id)).toMatchObject({ recordId: cut, reason: 'entry_missing' });
    await behindTheFences(`UPDATE history_seal SET heads = '[]' WHERE agency_id = $1 AND sequence = 1`, agency.id);
    expect(await seals.verify(agency.id)).toMatchObject({ at: 1, reason: 'altered' });
  });

  test('two processes in the same minute make one seal', async () => {
    const other = await api.createAgency('Sealed twice');
    const body = { name: 'Acme', countryCode: 'FR', locale: 'en', timeZone: 'Europe/Paris' } as const;
    await api.call(other.apiKeys.owner, createClient, { body });
    const seals = api.app.get(HistorySealService, { strict: false });
    const made = await Promise.all([seals.seal(other.id), seals.seal(other.id), seals.seal(other.id)]);
    expect(made.filter((seal) => seal !== null)).toHaveLength(1);
    expect(await seals.verify(other.id)).toBeNull();
  });
});

describe('the history in the database', () => {
  let bare: TestDatabase;
  const agencyId = v7();
  beforeAll(async () => {
    bare = await createTestDatabase();
    await runAsSuperuser(
      bare,
      `INSERT INTO agency (id, name, time_zone, locale, created_at) VALUES ($1, 'A', 'UTC', 'en', now())`,
      [agencyId],
    );
    await runAsSuperuser(
      bare,
      `INSERT INTO history_entry (id, agency_id, record_type, record_id, sequence, kind, voice, visibility, payload, actor_kind, occurred_at, recorded_at, hash)
       VALUES ($1, $2, 'agency', $2, 1, 'agency_created', 'we_did', 'internal', '{}', 'system', now(), now(), '\\x00')`,
      [v7(), agencyId],
    );
    await runAsSuperuser(
      bare,
      `INSERT INTO history_seal (id, agency_id, sequence, through_at, heads, hash, signature, key_id, sealed_at) VALUES ($1, $2, 1, now(), '[]', '\\x00', '\\x00', 'k', now())`,
      [v7(), agencyId],
    );
  });
  afterAll(() => bare.drop());

  test.each([
    ['UPDATE', "UPDATE history_entry SET kind = 'x'"],
    ['DELETE', 'DELETE FROM history_entry'],
    ['TRUNCATE', 'TRUNCATE history_entry'],
    ['UPDATE of a seal', "UPDATE history_seal SET key_id = 'x'"],
    ['DELETE of a seal', 'DELETE FROM history_seal'],
    ['TRUNCATE of the seals', 'TRUNCATE history_seal'],
  ])('refuses %s, whoever asks', async (_, statement) => {
    for (const url of [bare.appUrl, bare.superuserUrl]) {
      const sql = `SELECT set_config('app.agency', '${agencyId}', false); ${statement}`;
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
      await client.end();
    }
    const [left] = await runAs<{ entries: number; seals: number }>(
      bare.superuserUrl,
      'SELECT (SELECT count(*)::int FROM history_entry) AS entries, (SELECT count(*)::int FROM history_seal) AS seals',
    );
    expect(left).toEqual({ entries: 1, seals: 1 });
  });
});
