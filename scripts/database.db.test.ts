/** What a person is told when DATABASE_URL cannot be used, and what stands in a database that can. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { prepareDatabase } from './database.mjs';

const superuser = new URL(process.env['TEST_DATABASE_URL'] ?? '');
const mark = randomBytes(4).toString('hex');
/** A login as a hosting firm gives it: no superuser, but roles and databases it may make. */
const hosted = { login: `hosted_${mark}`, database: `hosted_${mark}` };
/** A login that may do nothing. */
const guest = { login: `guest_${mark}`, database: `guest_${mark}` };

const address = (login: string, database: string, password = 'pass') => {
  const url = new URL(superuser);
  url.username = login;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
};

async function ask(connectionString: string, ...statements: string[]) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const sql of statements) ({ rows } = await client.query(sql));
    return rows;
  } finally {
    await client.end();
  }
}

const maintenance = new URL(superuser);
maintenance.pathname = '/postgres';
const asSuperuser = (...statements: string[]) => ask(maintenance.href, ...statements);

// The logins' passwords belong to the whole server: these are the ones that it already has.
const passwords = {
  superuser: '',
  app: new URL(process.env['TEST_DATABASE_APP_URL'] ?? '').password,
  auth: new URL(process.env['TEST_DATABASE_AUTH_URL'] ?? '').password,
};
const prepare = (url: string) => prepareDatabase({ url, passwords });

beforeAll(async () => {
  await asSuperuser(
    `CREATE ROLE ${guest.login} LOGIN PASSWORD 'pass'`,
    `CREATE DATABASE ${guest.database}`,
    `CREATE ROLE ${hosted.login} LOGIN CREATEDB CREATEROLE PASSWORD 'pass'`,
    // as if it had made them: on a new server it would have
    ...['daiban_owner', 'daiban_lookup', 'daiban_app', 'daiban_auth'].map(
      (role) => `GRANT ${role} TO ${hosted.login} WITH ADMIN OPTION`,
    ),
  );
});

afterAll(async () => {
  for (const { login, database } of [hosted, guest]) {
    await asSuperuser(
      `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`,
      `DROP OWNED BY ${login} CASCADE`,
      `DROP ROLE ${login}`,
    );
  }
});

describe('a login that may make roles and databases', () => {
  test('gets a new database whose tables belong to daiban_owner and whose lookups belong to daiban_lookup', async () => {
    const url = address(hosted.login, hosted.database);
    const { appUrl, authUrl } = await prepare(url);
    const owners = await ask(
      url,
      `SELECT DISTINCT pg_get_userbyid(relowner) AS owner FROM pg_class WHERE relnamespace = 'public'::regnamespace
       UNION SELECT DISTINCT 'functions: ' || pg_get_userbyid(proowner) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'lookup%'`,
    );
    expect(owners.map((row) => String(row['owner'])).toSorted()).toEqual(['daiban_owner', 'functions: daiban_lookup']);
    expect(await ask(appUrl, 'SELECT current_user AS login')).toEqual([{ login: 'daiban_app' }]);
    expect(await ask(authUrl, 'SELECT current_user AS login')).toEqual([{ login: 'daiban_auth' }]);
  });

  test('may start again, and nothing changes', async () => {
    const url = address(hosted.login, hosted.database);
    const migrations = 'SELECT migration_name, finished_at FROM _prisma_migrations ORDER BY 1';
    const ownerUrl = `${url}?options=-c%20role%3Ddaiban_owner`;
    const before = await ask(ownerUrl, migrations);
    await prepare(url);
    expect(await ask(ownerUrl, migrations)).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });

  test('leaves daiban_owner without the rights of daiban_lookup', async () => {
    const rows = await asSuperuser(`SELECT pg_has_role('daiban_owner', 'daiban_lookup', 'MEMBER') AS yes`);
    expect(rows).toEqual([{ yes: false }]);
  });
});

describe('one sentence for what is wrong', () => {
  test.each([
    ['a wrong password', address(guest.login, guest.database, 'wrong'), 'the server refuses this login or password'],
    ['nobody there', 'postgresql://someone@127.0.0.1:9/daiban', 'nothing answers there'],
    ['an unknown host', 'postgresql://someone@no-such-host.invalid/daiban', 'host'],
    ['a login that may not make roles', address(guest.login, guest.database), 'may not create roles'],
    ['a database of somebody else', address(hosted.login, guest.database), 'may not hand the database'],
  ])('%s', async (_, url, words) => {
    const problem: Error = await prepare(url).then(
      () => new Error('it was accepted'),
      (error: Error) => error,
    );
    expect(problem.name).toBe('StartProblem');
    expect(problem.message).toContain(words);
    expect(problem.message.trim()).not.toContain('\n');
    expect(problem.message).not.toContain('pass@');
  });
});
