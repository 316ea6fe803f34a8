/** Data keys in their table. Read and written beside the caller's transaction: a key that was made for a transaction that is undone is simply there for the next. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { prepared } from '../database/statement.js';
import { DataKeyStore, type DataKeyRow } from './data-key-store.js';

const ROW = 'SELECT id, kek_id AS "kekId", wrapped FROM data_key WHERE agency_id = $1::uuid';
const FIND = prepared('data_keys.find', `${ROW} AND id = $2::uuid`);
const FIND_ACTIVE = prepared(
  'data_keys.find_active',
  `${ROW} AND client_id IS NOT DISTINCT FROM $2::uuid AND (retired_at IS NULL OR shredded_at IS NOT NULL)
   ORDER BY shredded_at IS NULL LIMIT 1`,
);
const INSERT = prepared(
  'data_keys.insert',
  `INSERT INTO data_key (agency_id, client_id, id, kek_id, wrapped, created_at) VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6::timestamptz)
   ON CONFLICT DO NOTHING`,
);

@Injectable()
export class DatabaseDataKeys extends DataKeyStore {
  constructor(private readonly database: Database) {
    super();
  }

  async find(agencyId: string, id: string): Promise<DataKeyRow | null> {
    const [row] = await this.database.aside<DataKeyRow>(agencyId, FIND, [agencyId, id]);
    return row ?? null;
  }

  async findActive(agencyId: string, clientId: string | null): Promise<DataKeyRow | null> {
    const [row] = await this.database.aside<DataKeyRow>(agencyId, FIND_ACTIVE, [agencyId, clientId]);
    return row ?? null;
  }

  async insert(
    agencyId: string,
    clientId: string | null,
    { id, kekId, wrapped }: DataKeyRow,
    createdAt: string,
  ): Promise<void> {
    const bytes = wrapped && Buffer.from(wrapped);
    await this.database.aside(agencyId, INSERT, [agencyId, clientId, id, kekId, bytes, createdAt]);
  }
}
