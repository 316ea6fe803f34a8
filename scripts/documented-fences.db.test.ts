/** The fences that docs/security.md promises, compared with the catalogue of a migrated database. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../tests/support/test-database.js';

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

async function names(sql: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(sql);
  return rows.map((row) => row.name);
}

test('docs/security.md lists the functions that see across agencies, all of them and no other', async () => {
  const page = readFileSync(resolve(import.meta.dirname, '../docs/security.md'), 'utf8');
  const [, table = ''] = page.split(/<!-- \/?lookups -->/);
  const documented = [...table.matchAll(/^\| `(\w+)`/gm)].map((match) => match[1]);
  const existing = await names(
    `SELECT proname AS name FROM pg_proc WHERE prosecdef AND pg_get_userbyid(proowner) = 'daiban_lookup' ORDER BY 1`,
  );
  expect(documented.toSorted()).toEqual(existing);
});

test('functions that run with more rights are for the API alone and have a fixed search path', async () => {
  const open = await names(
    `SELECT p.oid::regprocedure::text AS name FROM pg_proc p WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace
       AND (has_function_privilege('daiban_auth', p.oid, 'EXECUTE') OR NOT coalesce(p.proconfig::text LIKE '%search_path=%', false))`,
  );
  expect(open).toEqual([]);
});

test('every table with an agency has forced row-level security and a policy', async () => {
  const unfenced = await names(
    `SELECT c.relname AS name FROM pg_class c
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'agency_id' AND NOT a.attisdropped
     WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
       AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid))`,
  );
  expect(unfenced).toEqual([]);
});

test('no view looks past row-level security', async () => {
  const views = await names(
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace
       AND NOT coalesce(reloptions::text LIKE '%security_invoker=true%', false)`,
  );
  expect(views).toEqual([]);
});

test('no role of ours passes by row-level security or makes others', async () => {
  const mighty = await names(
    `SELECT rolname AS name FROM pg_roles WHERE rolname LIKE 'daiban%' AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)`,
  );
  expect(mighty).toEqual([]);
});

test('the sign-in login reads nothing outside its schema', async () => {
  const readable = await names(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'v', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'auth')
       AND has_table_privilege('daiban_auth', c.oid, 'SELECT')`,
  );
  expect(readable).toEqual([]);
});
