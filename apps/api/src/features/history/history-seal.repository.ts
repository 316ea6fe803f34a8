/** Reads the chain heads of an agency and keeps its seals. */
import { Injectable } from '@nestjs/common';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';
import type { SealedHead, HistorySeal } from './history-seal.js';

const COLUMNS = `id, agency_id AS "agencyId", sequence, through_at AS "throughAt", heads, previous, hash, signature, key_id AS "keyId", sealed_at AS "sealedAt"`;

const RECENT = prepared(
  'history_seal.recent',
  `SELECT ${COLUMNS} FROM history_seal WHERE agency_id = $1::uuid AND through_at >=
     (SELECT max(through_at) - make_interval(secs => $2) FROM history_seal WHERE agency_id = $1::uuid) ORDER BY sequence DESC`,
);
const ALL = prepared(
  'history_seal.all',
  `SELECT ${COLUMNS} FROM history_seal WHERE agency_id = $1::uuid ORDER BY sequence`,
);
const HEADS_SINCE = prepared(
  'history_seal.heads_since',
  `SELECT DISTINCT ON (record_id) record_type AS "recordType", record_id AS "recordId", sequence, encode(hash, 'hex') AS head
   FROM history_entry WHERE agency_id = $1::uuid AND recorded_at >= $2::timestamptz ORDER BY record_id, sequence DESC`,
);
const INSERT = prepared(
  'history_seal.insert',
  `INSERT INTO history_seal (id, agency_id, sequence, through_at, heads, previous, hash, signature, key_id, sealed_at)
   VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9, $10)`,
);
const HASHES = prepared(
  'history_seal.hashes',
  `SELECT record_id AS "recordId", sequence, hash FROM history_entry WHERE agency_id = $1::uuid`,
);

@Injectable()
export class HistorySealRepository {
  constructor(private readonly database: Database) {}

  /** Every agency of the installation, for the minute's round: the one look that is not an agency's own. */
  async listAgenciesUnscoped(): Promise<string[]> {
    const rows = await this.database.lookup<{ agency_id: string }>(
      prepared('history_seal.agencies', 'SELECT agency_id FROM lookup_agencies()'),
    );
    return rows.map((row) => row.agency_id);
  }

  /** The seals whose span reaches within `overlapSeconds` of the last one's, newest first. */
  listRecent(transaction: AgencyTransaction, overlapSeconds: number): Promise<HistorySeal[]> {
    return transaction.query<HistorySeal>(RECENT, [transaction.agencyId, overlapSeconds]);
  }

  /** The last entry of every record that was written to since then. */
  listHeadsSince(transaction: AgencyTransaction, since: string): Promise<SealedHead[]> {
    return transaction.query<SealedHead>(HEADS_SINCE, [transaction.agencyId, since]);
  }

  async insert(transaction: AgencyTransaction, seal: HistorySeal): Promise<void> {
    const { id, agencyId, sequence, throughAt, heads, previous, hash, signature, keyId, sealedAt } = seal;
    const bytes = (value: Uint8Array): Buffer => Buffer.from(value);
    await transaction.query(INSERT, [
      id,
      agencyId,
      sequence,
      throughAt,
      JSON.stringify(heads),
      previous && bytes(previous),
      bytes(hash),
      bytes(signature),
      keyId,
      sealedAt,
    ]);
  }

  /** All seals of an agency, first to last. */
  listAll(agencyId: string): Promise<HistorySeal[]> {
    return this.database.read<HistorySeal>(agencyId, ALL, [agencyId]);
  }

  /** The hash of every entry of an agency. */
  listEntryHashes(agencyId: string): Promise<{ recordId: string; sequence: number; hash: Uint8Array }[]> {
    return this.database.read(agencyId, HASHES, [agencyId]);
  }
}
