/** Writes history entries and reads them back. The same statements run inside a Prisma transaction and on the hot path, so that whoever changes a record writes its history in the same transaction. */
import type { HistoryKind } from '@daiban/domain';
import { Injectable } from '@nestjs/common';
import { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database, type PrismaTransaction } from '../../platform/database/database.js';
import { prepared, type SqlValue, type Statement } from '../../platform/database/statement.js';
import type { ChainedEntry, ChainHead, ChainRecord, RecordType } from './history-chain.js';

/** An open transaction of an agency, of either kind. */
export type OpenTransaction = PrismaTransaction | AgencyTransaction;

/** A record's row as far as its history goes. */
export interface RecordHead extends ChainHead {
  readonly version: number;
}

/** An entry as a page shows it: with the present name of who did it. */
export interface HistoryRow extends Omit<ChainedEntry, 'previous' | 'hash'> {
  readonly actorName: string | null;
}

// Not FOR UPDATE: whoever has just inserted a row that names the record holds its key, and two of those would wait for each other.
const LOCK_BY_TYPE: Readonly<Record<RecordType, Statement>> = {
  registration: lockStatement('registration'),
  client: lockStatement('client'),
  subject: lockStatement('subject'),
  person: lockStatement('person'),
  member: lockStatement('member'),
  agency: prepared(
    'history.lock_agency',
    'SELECT version, history_head FROM agency WHERE id = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE',
  ),
};

const MOVE_HEAD = { client: moveStatement('client'), person: moveStatement('person') } as const;

/** A record that news are told of. A case's news go with the case's own write. */
export type NewsRecord = ChainRecord & { readonly recordType: keyof typeof MOVE_HEAD };

// A statement of its own, after the lock: in the locking one it would still see the entries of before the wait.
const LENGTH = prepared(
  'history.length',
  'SELECT coalesce(max(sequence), 0)::int AS length FROM history_entry WHERE agency_id = $1::uuid AND record_id = $2::uuid',
);

const INSERT = prepared(
  'history.insert',
  `INSERT INTO history_entry (id, agency_id, record_type, record_id, sequence, kind, voice, visibility, payload, actor_kind, actor_id, occurred_at, recorded_at, previous, hash)
   SELECT id, agency_id, record_type, record_id, sequence, kind, voice, visibility, payload, actor_kind, actor_id, occurred_at, recorded_at,
          decode(previous, 'hex'), decode(hash, 'hex')
   FROM jsonb_to_recordset($1::jsonb) AS entry (id uuid, agency_id uuid, record_type text, record_id uuid, sequence int, kind text, voice text, visibility text,
          payload jsonb, actor_kind text, actor_id uuid, occurred_at timestamptz, recorded_at timestamptz, previous text, hash text)`,
);

const COLUMNS = `e.id, e.agency_id AS "agencyId", e.record_type AS "recordType", e.record_id AS "recordId", e.sequence, e.kind, e.voice, e.visibility,
  e.payload, e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.occurred_at AS "occurredAt", e.recorded_at AS "recordedAt"`;

const PAGE = prepared(
  'history.page',
  `SELECT ${COLUMNS}, coalesce(m.name, k.name, c.name, p.name) AS "actorName"
   FROM history_entry e
   LEFT JOIN member m ON e.actor_kind = 'member' AND m.agency_id = e.agency_id AND m.id = e.actor_id
   LEFT JOIN api_key k ON e.actor_kind = 'api_key' AND k.agency_id = e.agency_id AND k.id = e.actor_id
   LEFT JOIN client_contact c ON e.actor_kind = 'contact' AND c.agency_id = e.agency_id AND c.id = e.actor_id
   LEFT JOIN person p ON e.actor_kind = 'admin_person' AND p.agency_id = e.agency_id AND p.id = e.actor_id
   WHERE e.agency_id = $1::uuid AND e.record_id = $2::uuid AND e.record_type = $3 AND ($4::int IS NULL OR e.sequence < $4)
     AND ($6::text IS NULL OR e.visibility = $6)
   ORDER BY e.sequence DESC LIMIT $5`,
);

const CHAIN = prepared(
  'history.chain',
  `SELECT ${COLUMNS}, e.previous, e.hash FROM history_entry e WHERE e.agency_id = $1::uuid AND e.record_id = $2::uuid ORDER BY e.sequence`,
);

const ANY_EXISTS = prepared(
  'history.any_exists',
  'SELECT id FROM history_entry WHERE agency_id = $1::uuid AND record_id = $2::uuid AND record_type = $3 LIMIT 1',
);

const ENTRY_EXISTS = prepared(
  'history.entry_exists',
  'SELECT id FROM history_entry WHERE agency_id = $1::uuid AND record_id = $2::uuid AND kind = $3 LIMIT 1',
);

/** Which entries of a record to read. */
export interface HistoryPageQuery {
  /** Entries before this number; null: from the newest on. */
  readonly before: number | null;
  readonly limit: number;
  /** Only what a client may see. */
  readonly visibility: 'client' | null;
}

@Injectable()
export class HistoryRepository {
  constructor(private readonly database: Database) {}

  /** Locks a record's row and reads where its chain stands; null: there is no such record in the agency. */
  async lock(transaction: OpenTransaction, record: ChainRecord): Promise<RecordHead | null> {
    const values = [record.agencyId, record.recordId];
    const [row] = await run<{ version: number; history_head: Uint8Array | null }>(
      transaction,
      LOCK_BY_TYPE[record.recordType],
      values,
    );
    if (!row) return null;
    const [counted] = await run<{ length: number }>(transaction, LENGTH, values);
    return { version: row.version, head: row.history_head, length: counted?.length ?? 0 };
  }

  /** Moves the head of a record that the same transaction has locked, and nothing else of it. */
  async moveHead(transaction: OpenTransaction, record: NewsRecord, head: Uint8Array): Promise<void> {
    await run(transaction, MOVE_HEAD[record.recordType], [record.agencyId, record.recordId, Buffer.from(head)]);
  }

  async insert(transaction: OpenTransaction, rows: readonly ChainedEntry[]): Promise<void> {
    if (rows.length > 0) await run(transaction, INSERT, [JSON.stringify(rows.map(toColumns))]);
  }

  /** Newest first; one row more than the limit when there is a next page. */
  listPage(record: ChainRecord, query: HistoryPageQuery): Promise<HistoryRow[]> {
    return this.database.read<HistoryRow>(record.agencyId, PAGE, [
      record.agencyId,
      record.recordId,
      record.recordType,
      query.before,
      query.limit + 1,
      query.visibility,
    ]);
  }

  /** The whole chain from the first entry on, for `verifyChain`. */
  readChain(agencyId: string, recordId: string): Promise<ChainedEntry[]> {
    return this.database.read<ChainedEntry>(agencyId, CHAIN, [agencyId, recordId]);
  }

  async hasEntry({ agencyId, recordId }: ChainRecord, kind: HistoryKind): Promise<boolean> {
    return (await this.database.read(agencyId, ENTRY_EXISTS, [agencyId, recordId, kind])).length > 0;
  }

  /** Whether the record is there: each begins with an entry. */
  async hasAny({ agencyId, recordId, recordType }: ChainRecord): Promise<boolean> {
    return (await this.database.read(agencyId, ANY_EXISTS, [agencyId, recordId, recordType])).length > 0;
  }
}

function lockStatement(table: string): Statement {
  return prepared(
    `history.lock_${table}`,
    `SELECT version, history_head FROM ${table} WHERE agency_id = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE`,
  );
}

function moveStatement(table: string): Statement {
  return prepared(
    `history.move_${table}`,
    `UPDATE ${table} SET history_head = $3 WHERE agency_id = $1::uuid AND id = $2::uuid`,
  );
}

async function run<Row extends object>(
  transaction: OpenTransaction,
  statement: Statement,
  values: readonly SqlValue[],
): Promise<Row[]> {
  if (transaction instanceof AgencyTransaction) return transaction.query<Row>(statement, values);
  return transaction.$queryRawUnsafe<Row[]>(statement.text, ...values);
}

function toColumns(row: ChainedEntry): Record<string, unknown> {
  const hex = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString('hex');
  return {
    id: row.id,
    agency_id: row.agencyId,
    record_type: row.recordType,
    record_id: row.recordId,
    sequence: row.sequence,
    kind: row.kind,
    voice: row.voice,
    visibility: row.visibility,
    payload: row.payload,
    actor_kind: row.actorKind,
    actor_id: row.actorId,
    occurred_at: row.occurredAt,
    recorded_at: row.recordedAt,
    previous: hex(row.previous),
    hash: hex(row.hash),
  };
}
