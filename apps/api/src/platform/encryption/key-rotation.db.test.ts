import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createPerson, listPeople } from '@daiban/contracts';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { v7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../../../../../tests/support/test-database.js';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestApi } from '../../testing/test-api.js';
import { SettingsProblem, type Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { DatabaseDataKeys } from './database-data-keys.js';
import { Encryption, sealedWith, type SealContext } from './encryption.js';
import { kekIdOf } from './file-key-provider.js';
import { KeyRotation } from './key-rotation.js';
import { KeyRotationRepository } from './key-rotation.repository.js';
import { KeyRotationModule } from './key-rotation.module.js';
import { SEALED_COLUMNS } from './sealed-columns.js';
import { ShreddedKey } from './shredded-key.js';

const ID = '999999198506150028';
const [OLD_KEY, NEW_KEY] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const RUNS = process.env['DAIBAN_FULL'] === '1' ? 100_000 : 100;
/** After everything that the tests make. */
const LATER = '2999-01-01T00:00:00.000Z';

let database: TestDatabase;
let dataDir: string;
let api: TestApi;
let agencyId: string;
let key: string;
let opened: INestApplicationContext[];

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'daiban-keys-'));
});
afterAll(() => rmSync(dataDir, { recursive: true }));
beforeEach(async () => {
  database = await createTestDatabase();
  opened = [];
  api = await startTestApi({ dataDir, fileKey: OLD_KEY }, database);
  const agency = await api.createAgency();
  agencyId = agency.id;
  key = agency.apiKeys.specialist;
});
afterEach(async () => {
  for (const context of opened) await context.close();
  await api.stop();
  await database.drop();
});

/** The command's own process, with these file keys. */
async function rotationWith(fileKey: Buffer, fileKeysBefore: readonly Buffer[] = []) {
  const settings: Settings = { ...api.settings, fileKey, fileKeysBefore };
  const context = await NestFactory.createApplicationContext(KeyRotationModule.with(settings), {
    logger: false,
    abortOnError: false,
  });
  opened.push(context);
  return {
    rotation: context.get(KeyRotation),
    encryption: context.get(Encryption, { strict: false }),
  };
}

const newPerson = (idNumber = ID) =>
  api.call(key, createPerson, { body: { name: '王小明', idKind: 'resident_id', idNumber, employer: 'registrant' } });

const sealedNumber = async (personId: string) => {
  const sql = 'SELECT id_number_sealed AS sealed FROM person WHERE id = $1';
  const [row] = await runAsSuperuser<{ sealed: Buffer }>(database, sql, [personId]);
  return row!.sealed;
};
const placeOf = (personId: string): SealContext => ({ agencyId, place: 'person.id_number', id: personId });

describe('an installation', () => {
  test('does not start with another file key, and says so without naming a key', async () => {
    const problem = await startTestApi({ dataDir, fileKey: NEW_KEY, logLevel: 'silent' }, database).catch(
      (error: unknown) => error,
    );
    expect(problem).toBeInstanceOf(SettingsProblem);
    const { message } = problem as Error;
    expect(message).toMatch(/^DAIBAN_FILE_KEY must be the key that this database was sealed with/);
    expect(message).toContain(kekIdOf(OLD_KEY));
    expect(message).not.toContain(OLD_KEY.toString('base64'));
  });

  test('does not start when a wrapped key was changed', async () => {
    await runAsSuperuser(
      database,
      `UPDATE installation_key SET wrapped = set_byte(wrapped, 30, get_byte(wrapped, 30) # 1)`,
    );
    await expect(startTestApi({ dataDir, logLevel: 'silent' }, database)).rejects.toThrow('it was changed');
  });
});

describe('a new file key', () => {
  test('wraps every key while the agency works; without the old one everything can be read', async () => {
    const store = new DatabaseDataKeys(api.app.get(Database));
    const { rotation, encryption: before } = await rotationWith(NEW_KEY, [OLD_KEY]);
    const clients = Array.from({ length: RUNS }, () => v7());
    const person = await newPerson();
    const sealed = new Map<string, Buffer>();
    for (const clientId of clients)
      sealed.set(clientId, await before.seal(clientId, { ...placeOf(clientId), clientId }));

    // The API was restarted with both keys before, as the manual says; here it works with the old one's keys in its memory.
    let working = true;
    const work = (async () => {
      for (let count = 0; working || count === 0; count++) await api.call(key, listPeople, { query: {} });
    })();
    const count = await rotation.rewrap();
    working = false;
    await work;
    expect(count).toBeGreaterThanOrEqual(3);
    expect(await rotation.rewrap()).toBe(0);
    const left = await runAsSuperuser(
      database,
      'SELECT kek_id FROM data_key WHERE kek_id <> $1 UNION ALL SELECT kek_id FROM installation_key WHERE kek_id <> $1',
      [kekIdOf(NEW_KEY)],
    );
    expect(left).toEqual([]);

    const { encryption: after } = await rotationWith(NEW_KEY);
    expect((await after.open(await sealedNumber(person.id), placeOf(person.id))).toString()).toBe(ID);
    for (const [clientId, value] of sealed)
      expect((await after.open(value, placeOf(clientId))).toString()).toBe(clientId);
    expect(after.blindIndex('id_number', ID)).toEqual(
      api.app.get(Encryption, { strict: false }).blindIndex('id_number', ID),
    );
    expect((await store.findActive(agencyId, null))?.kekId).toBe(kekIdOf(NEW_KEY));
    await expect(rotationWith(OLD_KEY)).rejects.toThrow(SettingsProblem);
  }, 600_000);
});

describe('new data keys', () => {
  test('seal everything anew, and what was shredded stays unreadable', async () => {
    const { rotation, encryption } = await rotationWith(OLD_KEY);
    const person = await newPerson();
    const erased = v7();
    const gone = await encryption.seal('gone', { ...placeOf(erased), clientId: erased });
    await runAsSuperuser(
      database,
      `UPDATE data_key SET wrapped = NULL, shredded_at = now(), retired_at = now() WHERE client_id = $1`,
      [erased],
    );
    const before = sealedWith(await sealedNumber(person.id));
    const { keys, values } = await rotation.replaceDataKeys(LATER, 0);
    expect({ keys, values }).toEqual({ keys: 1, values: expect.any(Number) });
    const after = await sealedNumber(person.id);
    expect(sealedWith(after)).not.toBe(before);
    expect((await encryption.open(after, placeOf(person.id))).toString()).toBe(ID);
    const { encryption: fresh } = await rotationWith(OLD_KEY);
    await expect(fresh.open(gone, placeOf(erased))).rejects.toThrow(ShreddedKey);
  });

  test('go on where they were cut off, and change nothing that is new already', async () => {
    const { rotation } = await rotationWith(OLD_KEY);
    const [reached, missed] = [await newPerson(), await newPerson('999999199001010016')];
    const old = await sealedNumber(missed.id);
    const begun = new Date().toISOString();
    await rotation.replaceDataKeys(begun, 0);
    const done = await sealedNumber(reached.id);
    // As after a kill between the two.
    await runAsSuperuser(database, 'UPDATE person SET id_number_sealed = $2 WHERE id = $1', [missed.id, old]);
    const again = await (await rotationWith(OLD_KEY)).rotation.replaceDataKeys(begun, 0);
    expect(again).toMatchObject({ keys: 0, values: 1 });
    expect(await sealedNumber(reached.id)).toEqual(done);
    expect(sealedWith(await sealedNumber(missed.id))).toBe(sealedWith(done));
  });

  test('leave a value alone that somebody changed meanwhile', async () => {
    const { encryption } = await rotationWith(OLD_KEY);
    const person = await newPerson();
    const value = await sealedNumber(person.id);
    const repository = opened.at(-1)!.get(KeyRotationRepository);
    const column = SEALED_COLUMNS.find(({ place }) => place === 'person.id_number')!;
    const changed = await encryption.seal('999999199001010016', placeOf(person.id));
    await runAsSuperuser(database, 'UPDATE person SET id_number_sealed = $2 WHERE id = $1', [person.id, changed]);
    const stale = { key: [person.id], id: person.id, clientId: null, sealed: value };
    await repository.replaceSealed(agencyId, column, stale, randomBytes(60));
    expect(await sealedNumber(person.id)).toEqual(changed);
  });
});

test('the list of sealed columns is that of the database', async () => {
  const columns = await runAsSuperuser<{ name: string }>(
    database,
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type = 'bytea' AND (column_name LIKE '%\\_sealed' OR table_name = 'idempotency_record' AND column_name <> 'body_hash')
     ORDER BY 1`,
  );
  expect(SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(
    columns.map(({ name }) => name),
  );
});

test('every sealed column can be read by the rotation as it is', async () => {
  await rotationWith(OLD_KEY);
  const repository = opened.at(-1)!.get(KeyRotationRepository);
  await newPerson();
  const found = await Promise.all(SEALED_COLUMNS.map((column) => repository.listSealed(agencyId, column, [], null, 5)));
  expect(found.map((values) => values.length)).toEqual(
    SEALED_COLUMNS.map(({ place }) => (place === 'person.id_number' ? 1 : 0)),
  );
});
