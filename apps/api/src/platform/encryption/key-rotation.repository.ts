/** Keys and sealed values as the rotation reads and writes them, in batches. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { prepared } from '../database/statement.js';
import type { SealedColumn } from './sealed-columns.js';

/** A wrapped key. `id` is the name of an installation key, the id of a data key. */
export interface WrappedKey {
  readonly id: string;
  readonly kekId: string;
  readonly wrapped: Buffer;
}

/** A value with where it stands. */
export interface SealedValue {
  /** The row's own key, as text. */
  readonly key: readonly string[];
  readonly id: string;
  readonly clientId: string | null;
  readonly sealed: Buffer;
}

/** A file of the store. */
export interface StoredFile {
  /** Key in the file store. */
  readonly object: string;
  readonly clientId: string;
}

const AGENCIES = prepared('key_rotation.agencies', 'SELECT agency_id FROM lookup_agencies()');
const INSTALLATION = prepared(
  'key_rotation.installation',
  'SELECT name AS id, kek_id AS "kekId", wrapped FROM installation_key WHERE kek_id <> $1',
);
const REWRAP_INSTALLATION = prepared(
  'key_rotation.rewrap_installation',
  'UPDATE installation_key SET kek_id = $3, wrapped = $4 WHERE name = $1 AND kek_id = $2',
);
const DATA = prepared(
  'key_rotation.data',
  `SELECT id, kek_id AS "kekId", wrapped FROM data_key
   WHERE agency_id = $1::uuid AND kek_id <> $2 AND wrapped IS NOT NULL ORDER BY id LIMIT $3`,
);
/** One that was shredded or rewrapped meanwhile is left as it is. */
const REWRAP_DATA = prepared(
  'key_rotation.rewrap_data',
  `UPDATE data_key k SET kek_id = $2, wrapped = n.wrapped
   FROM unnest($3::uuid[], $4::text[], $5::bytea[]) AS n (id, kek_id, wrapped)
   WHERE k.agency_id = $1::uuid AND k.id = n.id AND k.kek_id = n.kek_id AND k.wrapped IS NOT NULL RETURNING k.id`,
);
const RETIRE = prepared(
  'key_rotation.retire',
  `UPDATE data_key SET retired_at = $3::timestamptz
   WHERE agency_id = $1::uuid AND retired_at IS NULL AND created_at < $2::timestamptz RETURNING id`,
);
const ACTIVE = prepared(
  'key_rotation.active',
  'SELECT id FROM data_key WHERE agency_id = $1::uuid AND retired_at IS NULL',
);
const FILES = prepared(
  'key_rotation.files',
  `SELECT DISTINCT ON (d.object_key) d.object_key AS object, r.client_id AS "clientId"
   FROM document d JOIN registration r ON r.agency_id = d.agency_id AND r.id = d.registration_id
   WHERE d.agency_id = $1::uuid AND d.object_key > $2 ORDER BY d.object_key LIMIT $3`,
);
const HAS_FILE = prepared(
  'key_rotation.has_file',
  'SELECT EXISTS (SELECT FROM document WHERE agency_id = $1::uuid AND object_key = $2) AS there',
);

@Injectable()
export class KeyRotationRepository {
  constructor(private readonly database: Database) {}

  async listAgenciesUnscoped(): Promise<string[]> {
    return (await this.database.lookup<{ agency_id: string }>(AGENCIES)).map((row) => row.agency_id);
  }

  /** Installation keys that another key than this wraps. */
  listInstallationKeys(kekId: string): Promise<WrappedKey[]> {
    return this.database.lookup<WrappedKey>(INSTALLATION, [kekId]);
  }

  async rewrapInstallationKey({ id, kekId }: WrappedKey, by: string, wrapped: Buffer): Promise<void> {
    await this.database.lookup(REWRAP_INSTALLATION, [id, kekId, by, wrapped]);
  }

  /** Data keys that another key than this wraps. */
  listDataKeys(agencyId: string, kekId: string, limit: number): Promise<WrappedKey[]> {
    return this.database.read<WrappedKey>(agencyId, DATA, [agencyId, kekId, limit]);
  }

  /** @returns how many were rewrapped */
  async rewrapDataKeys(
    agencyId: string,
    keys: readonly WrappedKey[],
    by: string,
    wrapped: readonly Buffer[],
  ): Promise<number> {
    const rows = await this.database.withAgency(agencyId, (transaction) =>
      transaction.commitWith(REWRAP_DATA, [
        agencyId,
        by,
        keys.map(({ id }) => id),
        keys.map(({ kekId }) => kekId),
        wrapped,
      ]),
    );
    return rows.length;
  }

  /** Data keys made before a moment seal nothing new from now on. @returns how many that concerned */
  async retire(agencyId: string, madeBefore: string, now: string): Promise<number> {
    const rows = await this.database.withAgency(agencyId, (transaction) =>
      transaction.commitWith(RETIRE, [agencyId, madeBefore, now]),
    );
    return rows.length;
  }

  async listActive(agencyId: string): Promise<string[]> {
    return (await this.database.read<{ id: string }>(agencyId, ACTIVE, [agencyId])).map(({ id }) => id);
  }

  /** Values of a column that another key than these sealed, behind the row with the key `after`. An empty value is an erased one. */
  listSealed(
    agencyId: string,
    { table, column, key, id, clientId }: SealedColumn,
    active: readonly string[],
    after: readonly string[] | null,
    limit: number,
  ): Promise<SealedValue[]> {
    const own = key.map((part) => `t.${part}::text`).join(', ');
    return this.database.read<SealedValue>(
      agencyId,
      {
        text: `SELECT ARRAY[${own}] AS key, ${id} AS id, ${clientId ?? 'NULL'}::text AS "clientId", t.${column} AS sealed FROM ${table} t
          WHERE t.agency_id = $1::uuid AND t.${column} IS NOT NULL AND length(t.${column}) > 17
            AND NOT (get_byte(t.${column}, 0) = 2 AND encode(substring(t.${column} FROM 2 FOR 16), 'hex') = ANY($2))
            AND ($3::text[] IS NULL OR ARRAY[${own}] > $3)
          ORDER BY ARRAY[${own}] LIMIT $4`,
      },
      [agencyId, active.map((each) => each.replaceAll('-', '')), after, limit],
    );
  }

  /** Puts a value sealed anew into the place of the one that was read; one that somebody changed meanwhile stays. */
  async replaceSealed(
    agencyId: string,
    { table, column, key }: SealedColumn,
    value: SealedValue,
    sealed: Buffer,
  ): Promise<void> {
    const own = key.map((part, index) => `${part}::text = $${index + 4}`).join(' AND ');
    await this.database.withAgency(agencyId, (transaction) =>
      transaction.commitWith(
        { text: `UPDATE ${table} SET ${column} = $3 WHERE agency_id = $1::uuid AND ${column} = $2 AND ${own}` },
        [agencyId, value.sealed, sealed, ...value.key],
      ),
    );
  }

  /** Files of the agency's documents behind an object's key; an object that several documents use once. */
  listFiles(agencyId: string, after: string, limit: number): Promise<StoredFile[]> {
    return this.database.read<StoredFile>(agencyId, FILES, [agencyId, after, limit]);
  }

  async hasFile(agencyId: string, object: string): Promise<boolean> {
    const [row] = await this.database.read<{ there: boolean }>(agencyId, HAS_FILE, [agencyId, object]);
    return row?.there ?? false;
  }
}
