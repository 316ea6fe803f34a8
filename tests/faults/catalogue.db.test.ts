/** What the database's own catalogue says about the fences: policies, roles, functions. A table or function added without its fence fails here. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import pg from 'pg';
import { listTenantTables } from '../support/full-agency.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Rows of the installation itself: they belong to no agency, and nothing of one may ever be put there. */
const INSTALLATION_TABLES = [
  '_prisma_migrations',
  'installation',
  'installation_key',
  'rate_limit',
  'work_calendar_day',
  'work_calendar_year',
];

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});
const rowsOf = async <Row extends pg.QueryResultRow>(sql: string) => (await client.query<Row>(sql)).rows;

describe('every table', () => {
  test("belongs to an agency, or is one of the installation's own", async () => {
    const tables = await rowsOf<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    const tenant = new Set((await listTenantTables(database)).map(({ name }) => name));
    expect(tables.map(({ name }) => name).filter((name) => !tenant.has(name))).toEqual(INSTALLATION_TABLES);
  });

  test('of an agency has row-level security, forced on its owner too, and the policy that names the agency', async () => {
    const fences = await rowsOf<{
      name: string;
      enabled: boolean;
      forced: boolean;
      using: string | null;
      check: string | null;
      command: string | null;
    }>(
      `SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced, p.qual AS using, p.with_check AS check, p.cmd AS command
       FROM pg_class c LEFT JOIN pg_policies p ON p.schemaname = 'public' AND p.tablename = c.relname AND p.roles = '{daiban_app}'
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`,
    );
    for (const { name, agencyColumn } of await listTenantTables(database)) {
      const own = `(${agencyColumn} = (NULLIF(current_setting('app.agency'::text, true), ''::text))::uuid)`;
      expect(fences.filter((fence) => fence.name === name)).toEqual([
        { name, enabled: true, forced: true, using: own, check: own, command: 'ALL' },
      ]);
    }
  });

  test('is owned by a role that nobody can log in as, and no view gets around its policies', async () => {
    const owners = await rowsOf(
      `SELECT DISTINCT tableowner AS owner FROM pg_tables WHERE schemaname IN ('public', 'auth')`,
    );
    expect(owners).toEqual([{ owner: 'daiban_owner' }]);
    expect(await rowsOf(`SELECT viewname FROM pg_views WHERE schemaname IN ('public', 'auth')`)).toEqual([]);
  });
});

describe('the roles', () => {
  test('none of ours gets around row-level security, and only two can log in', async () => {
    expect(
      await rowsOf(
        `SELECT rolname AS role, rolbypassrls AS bypass, rolsuper AS super, rolcanlogin AS login, rolcreaterole AS makes_roles
         FROM pg_roles WHERE rolname LIKE 'daiban%' ORDER BY 1`,
      ),
    ).toEqual(
      ['daiban_app', 'daiban_auth', 'daiban_lookup', 'daiban_owner'].map((role) => ({
        role,
        bypass: false,
        super: false,
        login: role === 'daiban_app' || role === 'daiban_auth',
        makes_roles: false,
      })),
    );
  });

  test('the application may become no other role, and nobody may become the one that looks things up', async () => {
    const memberships = await rowsOf<{ role: string; member: string }>(
      `SELECT r.rolname AS role, m.rolname AS member FROM pg_auth_members a JOIN pg_roles r ON r.oid = a.roleid JOIN pg_roles m ON m.oid = a.member
       WHERE (r.rolname = 'daiban_lookup' OR m.rolname IN ('daiban_app', 'daiban_auth')) AND NOT m.rolsuper`,
    );
    expect(memberships).toEqual([]);
  });

  test('the application sees no password and no session; the sign-in part sees no client', async () => {
    const may = async (role: string, table: string) =>
      (
        await rowsOf<{ may: boolean }>(
          `SELECT has_table_privilege('${role}', '${table}', 'SELECT') OR has_any_column_privilege('${role}', '${table}', 'SELECT') AS may`,
        )
      )[0]?.may;
    for (const table of ['auth."user"', 'auth.session', 'auth.account', 'auth.verification'])
      expect([table, await may('daiban_app', table)]).toEqual([table, false]);
    for (const { name } of await listTenantTables(database))
      expect([name, await may('daiban_auth', name)]).toEqual([name, false]);
  });

  test('the application can neither change nor delete history, nor empty a table', async () => {
    const rights = await rowsOf(
      `SELECT table_name AS name, privilege_type AS right FROM information_schema.role_table_grants
       WHERE grantee = 'daiban_app' AND (privilege_type = 'TRUNCATE' OR (table_name IN ('history_entry', 'history_seal') AND privilege_type NOT IN ('SELECT', 'INSERT')))`,
    );
    expect(rights).toEqual([]);
  });
});

describe('functions with the rights of their owner', () => {
  test('are those that docs/security.md lists, and reset_demo', async () => {
    const page = readFileSync(resolve(import.meta.dirname, '../../docs/security.md'), 'utf8');
    const listed = /<!-- lookups -->([\s\S]*?)<!-- \/lookups -->/.exec(page)?.[1]?.matchAll(/^\| `(\w+)`/gm);
    const found = await rowsOf<{ name: string; owner: string; config: string[] | null; public: boolean; app: boolean }>(
      `SELECT p.proname AS name, r.rolname AS owner, p.proconfig AS config, has_function_privilege('public', p.oid, 'EXECUTE') AS public,
         has_function_privilege('daiban_app', p.oid, 'EXECUTE') AS app
       FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE p.prosecdef AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const lookups = found.filter(({ owner }) => owner === 'daiban_lookup');
    expect(lookups.map(({ name }) => name)).toEqual([...(listed ?? [])].map(([, name]) => name).toSorted());
    expect(found.filter(({ owner }) => owner !== 'daiban_lookup').map(({ name, owner }) => [name, owner])).toEqual([
      ['reset_demo', 'daiban_owner'],
    ]);
    for (const { name, config, public: anybody, app } of found)
      expect([name, config, anybody, app]).toEqual([name, ['search_path=public, pg_temp'], false, true]);
  });

  test('see just the columns they need: none of a sealed number, a name of a person, or a paper', async () => {
    const columns = await rowsOf<{ column: string }>(
      `SELECT table_name || '.' || column_name AS column FROM information_schema.column_privileges WHERE grantee = 'daiban_lookup' AND table_schema = 'public'`,
    );
    const tables = new Set(columns.map(({ column }) => column.split('.')[0]));
    for (const table of ['person', 'prerequisite', 'history_entry', 'consent', 'import_row', 'registration'])
      expect(tables.has(table)).toBe(false);
  });
});
