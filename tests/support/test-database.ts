/** A database of its own for one test file, cloned from the migrated template in some 30 ms. Called at the top of `*.db.test.ts`. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A clone of the template and the ways in. */
export interface TestDatabase {
  readonly name: string;
  /** As `daiban_app`, under row-level security: what the API works with. */
  readonly appUrl: string;
  /** As `daiban_auth`, schema `auth` only. */
  readonly authUrl: string;
  /** As `daiban_owner`, who owns the tables and is bound by their policies as well (FORCE). */
  readonly ownerUrl: string;
  /** As the superuser, whom no policy binds: for looking behind the fences. */
  readonly superuserUrl: string;
  /** Ends every connection and deletes it. */
  drop(): Promise<void>;
}

function testAddress(
  name: 'TEST_DATABASE_URL' | 'TEST_DATABASE_APP_URL' | 'TEST_DATABASE_AUTH_URL',
  database: string,
): URL {
  const address = process.env[name];
  if (!address) throw new Error(`${name} is not set: run this test in jest's "database" or "browser" project`);
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url;
}

async function runAsSuperuser(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: testAddress('TEST_DATABASE_URL', 'postgres').href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Clones the template. The caller drops the clone in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = new URL(process.env['TEST_DATABASE_URL'] ?? '').pathname.slice(1);
  const name = `test_${process.env['JEST_WORKER_ID'] ?? '0'}_${randomBytes(6).toString('hex')}`;
  await runAsSuperuser(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER daiban_owner`);
  const superuserUrl = testAddress('TEST_DATABASE_URL', name).href;
  return {
    name,
    appUrl: testAddress('TEST_DATABASE_APP_URL', name).href,
    authUrl: testAddress('TEST_DATABASE_AUTH_URL', name).href,
    ownerUrl: `${superuserUrl}?options=-c%20role%3Ddaiban_owner`,
    superuserUrl,
    drop: () => runAsSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
