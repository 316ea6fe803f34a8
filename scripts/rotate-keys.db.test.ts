import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createPerson, findPeopleByNumber } from '@daiban/contracts';
import { PersonNumbersService } from '../apps/api/src/features/people/person-numbers.service.js';
import { runAsSuperuser } from '../apps/api/src/testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../apps/api/src/testing/test-api.js';
import { createTestDatabase, type TestDatabase } from '../tests/support/test-database.js';

jest.setTimeout(120_000);

const ID = '999999199001010016';
const dataDir = mkdtempSync(join(tmpdir(), 'daiban-rotate-'));
const [keyFile, beforeFile] = ['file-key', 'file-keys-before'].map((name) => join(dataDir, 'keys', name)) as [
  string,
  string,
];
let database: TestDatabase;
let api: TestApi;
let agency: TestAgency;
let personId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startTestApi({ dataDir }, database);
  agency = await api.createAgency();
  const body = { name: '王小明', idKind: 'resident_id', idNumber: ID, employer: 'registrant' } as const;
  personId = (await api.call(agency.apiKeys.specialist, createPerson, { body })).id;
});
afterAll(async () => {
  await api.stop();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function rotate(...options: string[]): Promise<{ code: number; printed: string }> {
  const run = promisify(execFile)(process.execPath, [resolve(import.meta.dirname, 'rotate-keys.mjs'), ...options], {
    env: {
      PATH: process.env['PATH'],
      DAIBAN_DATA_DIR: dataDir,
      DATABASE_URL: database.superuserUrl,
      DATABASE_APP_URL: database.appUrl,
      DATABASE_AUTH_URL: database.authUrl,
    },
  });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, printed: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      printed: error.stdout + error.stderr,
    }),
  );
}

describe('keys:rotate', () => {
  test('knows no other option', async () => {
    expect(await rotate('--everything')).toEqual({
      code: 1,
      printed: expect.stringContaining('There is no option --everything'),
    });
  });

  test('puts a new file key in the place of the old one, wraps every key with it, and the old one can go', async () => {
    const old = readFileSync(keyFile, 'utf8');
    expect(await rotate('--new-file-key')).toMatchObject({
      code: 0,
      printed: expect.stringContaining('Restart Daiban'),
    });
    expect(readFileSync(beforeFile, 'utf8')).toBe(old);
    expect(readFileSync(keyFile, 'utf8')).not.toBe(old);
    for (const file of [keyFile, beforeFile]) expect(statSync(file).mode & 0o777).toBe(0o600);

    const first = await rotate();
    expect(first).toMatchObject({
      code: 0,
      printed: expect.stringMatching(/^[4-9] keys wrapped with the present file key/),
    });
    expect(await rotate()).toMatchObject({ code: 0, printed: expect.stringMatching(/^0 keys wrapped/) });
    expect(first.printed).not.toContain(old);

    rmSync(beforeFile);
    const fileKey = Buffer.from(readFileSync(keyFile, 'utf8'), 'base64');
    const later = await startTestApi({ dataDir, fileKey }, database);
    try {
      const { items } = await later.call(agency.apiKeys.viewer, findPeopleByNumber, { body: { idNumber: ID } });
      expect(items.map(({ id }) => id)).toEqual([personId]);
      const [row] = await runAsSuperuser<{ sealed: Buffer }>(
        database,
        'SELECT id_number_sealed AS sealed FROM person WHERE id = $1',
        [personId],
      );
      const numbers = later.app.get(PersonNumbersService, { strict: false });
      expect(await numbers.open({ agencyId: agency.id, personId }, 'id_number', row!.sealed)).toBe(ID);
    } finally {
      await later.stop();
    }
    expect(existsSync(join(dataDir, 'keys', 'rotation-begun'))).toBe(false);
  });
});
