/**
 * Fills an empty, migrated database with agencies of very different sizes and their cases, for benches and tests of size:
 * `node prisma/seed/volume.ts 10000 postgresql://superuser…/database`. The same seed, count and moment make the same rows, sealed values
 * apart. Called by the bench and by `volume.db.test.ts`; never for an installation that people use, since the keys are known.
 */
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { copyRows } from './copy-rows.ts';
import { VolumeCopies } from './volume-copies.ts';
import { VolumeOwners } from './volume-owners.ts';
import { TABLES, VolumeRows } from './volume-rows.ts';
import { liveStories, type Life } from './volume-stories.ts';

/** What to fill with. */
export interface VolumeOptions {
  /** Address of a login that no policy binds. */
  readonly url: string;
  /** Registrations over all agencies. */
  readonly count: number;
  /** Agencies; one for each 333 registrations when left out. */
  readonly agencies?: number;
  /** DAIBAN_FILE_KEY of the installation: what ID numbers are sealed with. */
  readonly fileKey: Buffer;
  /** The moment all stories end before. */
  readonly now: string;
  readonly seed?: number;
}

/** An agency of the volume. */
export interface VolumeAgency {
  readonly id: string;
  /** Key in its manager's name. */
  readonly apiKey: string;
  readonly count: number;
}

/** Sizes fall with rank as real ones do; of 300 agencies the largest has 12 % of all cases. */
const ZIPF = 0.9;
const DAYS_LIVED = 24;
const BATCH = 2_000;
const AGENCY_AGE_MS = 1500 * 86_400_000;

/** @returns the agencies, largest first */
export async function fillVolume(options: VolumeOptions): Promise<VolumeAgency[]> {
  const client = new pg.Client({ connectionString: options.url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM agency LIMIT 1');
    if (rowCount) throw new Error('There are agencies already: the volume wants an empty database.');
    const agencies = await fill(client, options);
    await client.query('VACUUM ANALYZE');
    return agencies;
  } finally {
    await client.end();
  }
}

async function fill(client: pg.Client, options: VolumeOptions): Promise<VolumeAgency[]> {
  const { count, now, fileKey, seed = 1 } = options;
  const rows = new VolumeRows(seed, fileKey);
  const owners = new VolumeOwners(rows, seed);
  const copies = new VolumeCopies(rows);
  const lives = liveStories(now, DAYS_LIVED);
  const createdAt = new Date(Date.parse(now) - AGENCY_AGE_MS).toISOString();
  const sizes = sizesOf(count, options.agencies ?? Math.max(1, Math.round(count / 333)));
  const agencies: VolumeAgency[] = [];
  for (const [rank, size] of sizes.entries()) {
    const agency = owners.agency(rank, createdAt);
    agencies.push({ id: agency.id, apiKey: agency.apiKey, count: size });
    for (let made = 0; made < size;) {
      // Most clients have one account, some a second on the same licence.
      const accounts = Math.min(size - made, rows.random() < 0.3 ? 2 : 1);
      const chosen = Array.from({ length: accounts }, () => choose(lives, rows.random()));
      const owner = await owners.owner(agency, chosen);
      for (const [index, life] of chosen.entries()) copies.copy(owner, life, index + 1);
      made += accounts;
      if (rows.count('registration') >= BATCH) await flush(client, rows);
    }
  }
  await flush(client, rows);
  return agencies;
}

async function flush(client: pg.Client, rows: VolumeRows): Promise<void> {
  await client.query('BEGIN');
  for (const table of TABLES) await copyRows(client, table, rows.take(table));
  await client.query('COMMIT');
}

/** Picks by share. @param at between 0 and 1 */
function choose(lives: readonly Life[], at: number): Life {
  let left = at * lives.reduce((sum, life) => sum + life.share, 0);
  const found = lives.find((life) => (left -= life.share) < 0) ?? lives[0];
  if (!found) throw new Error('There is no story to copy.');
  return found;
}

function sizesOf(count: number, agencies: number): number[] {
  const weights = Array.from({ length: agencies }, (_, index) => (index + 1) ** -ZIPF);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sizes = weights.map((weight) => Math.max(1, Math.floor((weight / total) * count)));
  // What rounding left over goes to the largest.
  const rest = count - sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size, index) => (index === 0 ? size + rest : size));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [count, url] = process.argv.slice(2);
  const fileKey = Buffer.from(process.env['DAIBAN_FILE_KEY'] ?? '', 'base64');
  if (!Number(count) || !url || fileKey.length !== 32) {
    process.stderr.write(
      'Usage: DAIBAN_FILE_KEY=<32 bytes in base64> node prisma/seed/volume.ts <count> <superuser address of an empty, migrated database>\n',
    );
    process.exit(2);
  }
  const agencies = await fillVolume({ url, count: Number(count), fileKey, now: new Date().toISOString() });
  for (const { id, apiKey, count: size } of agencies) process.stdout.write(`${id} ${apiKey} ${size}\n`);
}
