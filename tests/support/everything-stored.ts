/** Everything an installation has stored, as text to search: every table as the superuser reads it, and every file of a folder. For tests that look for what must not be there. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import pg from 'pg';
import type { TestDatabase } from './test-database.js';

/** A place with what it holds. */
export interface StoredText {
  /** `public.person`, or a file's path. */
  readonly where: string;
  readonly text: string;
}

/** Rows of all tables of both schemas, each as PostgreSQL writes it: bytes in hex. */
export async function dumpTables(database: TestDatabase): Promise<StoredText[]> {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ where: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS where FROM pg_tables WHERE schemaname IN ('public', 'auth') ORDER BY 1`,
    );
    const dumped: StoredText[] = [];
    for (const { where } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${where} t`);
      dumped.push({ where, text: rows.map(({ row }) => row).join('\n') });
    }
    return dumped;
  } finally {
    await client.end();
  }
}

/** Files of a folder and below, each byte one character. */
export function dumpFolder(folder: string): StoredText[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ where: relative(folder, path), text: readFileSync(path).toString('latin1') }));
}

/** All ways in which a secret may be written: as it is, in UTF-8 bytes, base64 at each of its three offsets, hex, in an address. */
export function waysToWrite(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const base64 = [0, 1, 2].map((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    // The first and the last letters mix with their neighbours.
    return padded.slice(offset === 0 ? 0 : 4, Math.floor((offset + bytes.length) / 3) * 4);
  });
  const ways = [secret, bytes.toString('latin1'), bytes.toString('hex'), encodeURIComponent(secret), ...base64];
  return [...new Set([...ways, ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))])].filter(
    (way) => way.length >= 6,
  );
}

/** Where one of the secrets stands, in any way of writing and whatever its case: `public.person: Ana`. */
export function findSecrets(places: readonly StoredText[], secrets: readonly string[]): string[] {
  const ways = secrets.map((secret) => ({ secret, ways: waysToWrite(secret).map((way) => way.toLowerCase()) }));
  return places.flatMap(({ where, text }) => {
    const lower = text.toLowerCase();
    return ways
      .filter((each) => each.ways.some((way) => lower.includes(way)))
      .map(({ secret }) => `${where}: ${secret}`);
  });
}
