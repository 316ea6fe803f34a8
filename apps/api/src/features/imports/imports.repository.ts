/** Rows of `import_run` and `import_row`, and what the importer has to find in an agency's other records: addresses in use, clients and people by name. */
import { Injectable } from '@nestjs/common';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';
import type { Importer, KeptPlan, NewRow, NewRun, OpenRow, RunRow, RunState, SheetRow } from './import-rows.js';

/** Rows in one INSERT: a sheet of the largest size goes in a few. */
const CHUNK = 500;

const OPEN = `r.outcome IN ('create', 'create_with_problems')`;
const RUN = `SELECT r.id, r.file_name, r.dry_run, r.state, r.columns, r.questions, r.summary, r.created_by, r.created_at, r.ended_at,
    coalesce((SELECT jsonb_object_agg(o.outcome, o.n) FROM (SELECT outcome, count(*) AS n FROM import_row i WHERE i.agency_id = r.agency_id AND i.run_id = r.id GROUP BY outcome) o), '{}') AS outcomes
  FROM import_run r WHERE r.agency_id = $1`;

const ONE_AT_A_TIME = prepared(
  'imports.one_at_a_time',
  `SELECT pg_advisory_xact_lock(hashtext('import'), hashtext($1))`,
);
const UNFINISHED = prepared(
  'imports.unfinished',
  `SELECT id FROM import_run WHERE agency_id = $1 AND NOT dry_run AND state IN ('waiting', 'running') ORDER BY created_at, id`,
);
const INSERT_RUN = prepared(
  'imports.insert_run',
  `INSERT INTO import_run (id, agency_id, file_name, dry_run, state, columns, questions, summary, created_by, created_at, ended_at)
   VALUES ($2, $1, $3, $4, $5, $6::jsonb, $7::jsonb, $8::jsonb, $9, $10, CASE WHEN $5::text = 'done' THEN $10::timestamptz END)`,
);
const INSERT_ROWS = prepared(
  'imports.insert_rows',
  `INSERT INTO import_row (id, agency_id, run_id, row, outcome, problems, original_sealed, row_key, plan, registration_id)
   SELECT n.id, $1, $2, n.row, n.outcome, n.problems, decode(n.sealed, 'hex'), n.key, n.plan, n."registrationId"
   FROM jsonb_to_recordset($3::jsonb) AS n(id uuid, row int, outcome text, problems jsonb, sealed text, key text, plan jsonb, "registrationId" uuid)`,
);
const FIND_RUN = prepared('imports.find_run', `${RUN} AND r.id = $2`);
const LIST_RUNS = prepared(
  'imports.list_runs',
  `${RUN} AND NOT r.dry_run ORDER BY r.created_at DESC, r.id DESC LIMIT 50`,
);
const LIST_ROWS = prepared(
  'imports.list_rows',
  'SELECT id, row, outcome, problems, plan, registration_id FROM import_row WHERE agency_id = $1 AND run_id = $2 ORDER BY row',
);
const NEXT_ROWS = prepared(
  'imports.next_rows',
  `SELECT r.id, r.row, r.outcome, r.problems, r.plan, r.registration_id, r.row_key, r.original_sealed
   FROM import_row r WHERE r.agency_id = $1 AND r.run_id = $2 AND r.row > $3 AND ${OPEN} ORDER BY r.row LIMIT $4`,
);
const LOCK_ROW = prepared(
  'imports.lock_row',
  `SELECT r.registration_id, (SELECT o.registration_id FROM import_row o WHERE o.agency_id = $1 AND o.row_key = r.row_key AND o.id <> r.id AND o.registration_id IS NOT NULL LIMIT 1) AS elsewhere
   FROM import_row r WHERE r.agency_id = $1 AND r.id = $2 FOR UPDATE OF r`,
);
const OPEN_ROW = prepared(
  'imports.open_row',
  'UPDATE import_row SET registration_id = $3 WHERE agency_id = $1 AND id = $2',
);
const NAME_ADMIN = prepared(
  'imports.name_admin',
  'UPDATE registration SET admin_person_id = $3 WHERE agency_id = $1 AND id = $2',
);
const CLOSE_ROW = prepared(
  'imports.close_row',
  `UPDATE import_row r SET outcome = $3, problems = $4::jsonb, registration_id = $5, plan = r.plan || $6::jsonb WHERE r.agency_id = $1 AND r.id = $2 AND ${OPEN} RETURNING r.id`,
);
const MOVE_RUN = prepared(
  'imports.move_run',
  `UPDATE import_run SET state = $3, ended_at = $4 WHERE agency_id = $1 AND id = $2 AND state IN ('waiting', 'running')`,
);
const IMPORTED = prepared(
  'imports.imported',
  'SELECT row_key AS key, registration_id AS id FROM import_row WHERE agency_id = $1 AND row_key IS NOT NULL AND registration_id IS NOT NULL',
);
const ADDRESSES = prepared(
  'imports.addresses',
  `SELECT address FROM account_email WHERE agency_id = $1
     AND (state IN ('in_use', 'cooling') OR (state = 'reserved' AND (reserved_until IS NULL OR reserved_until > $2)))`,
);
const CLIENTS = prepared(
  'imports.clients',
  'SELECT id, name, country_code FROM client WHERE agency_id = $1 ORDER BY created_at DESC, id DESC',
);
const PERSON_BY_NUMBER = prepared(
  'imports.person_by_number',
  'SELECT id FROM person WHERE agency_id = $1 AND id_number_index = $2 ORDER BY created_at, id LIMIT 1',
);
// The client's admins first: a join, planned while the tables were empty, would go through all people of that name.
const PERSON_OF_CLIENT = prepared(
  'imports.person_of_client',
  `SELECT p.id FROM person p WHERE p.agency_id = $1 AND p.name = $3
     AND p.id = ANY (ARRAY(SELECT r.admin_person_id FROM registration r WHERE r.agency_id = $1 AND r.client_id = $2 AND r.admin_person_id IS NOT NULL))
   ORDER BY p.created_at, p.id LIMIT 1`,
);
const IMPORTER = prepared(
  'imports.importer',
  `SELECT m.id, m.name, m.role, m.locale, a.time_zone FROM import_run r
   JOIN member m ON m.agency_id = r.agency_id AND m.id = r.created_by JOIN agency a ON a.id = r.agency_id
   WHERE r.agency_id = $1 AND r.id = $2`,
);

@Injectable()
export class ImportsRepository {
  constructor(private readonly database: Database) {}

  /** Waits for another import of the agency that is just being taken, and says whether one is unfinished. */
  async hasUnfinished(transaction: AgencyTransaction): Promise<boolean> {
    await transaction.query(ONE_AT_A_TIME, [transaction.agencyId]);
    return (await transaction.query(UNFINISHED, [transaction.agencyId])).length > 0;
  }

  async insert(transaction: AgencyTransaction, run: NewRun, rows: readonly NewRow[]): Promise<void> {
    const { agencyId } = transaction;
    await transaction.query(INSERT_RUN, [
      agencyId,
      run.id,
      run.fileName,
      run.dryRun,
      run.state,
      JSON.stringify(run.columns),
      JSON.stringify(run.questions),
      JSON.stringify(run.summary),
      run.createdBy,
      run.createdAt,
    ]);
    for (let from = 0; from < rows.length; from += CHUNK) {
      const chunk = rows.slice(from, from + CHUNK).map((row) => ({ ...row, sealed: row.sealed.toString('hex') }));
      await transaction.query(INSERT_ROWS, [agencyId, run.id, JSON.stringify(chunk)]);
    }
  }

  async findRun(agencyId: string, id: string): Promise<RunRow | null> {
    const [run] = await this.database.read<RunRow>(agencyId, FIND_RUN, [agencyId, id]);
    return run ?? null;
  }

  /** The newest imports; looks at a sheet are none. */
  listRuns(agencyId: string): Promise<RunRow[]> {
    return this.database.read<RunRow>(agencyId, LIST_RUNS, [agencyId]);
  }

  listRows(agencyId: string, runId: string): Promise<SheetRow[]> {
    return this.database.read<SheetRow>(agencyId, LIST_ROWS, [agencyId, runId]);
  }

  /** Imports of the agency that are waiting, running or were cut off, oldest first. */
  async listUnfinished(agencyId: string): Promise<string[]> {
    const runs = await this.database.read<{ id: string }>(agencyId, UNFINISHED, [agencyId]);
    return runs.map(({ id }) => id);
  }

  /** The first rows after another that still have to come in, in the order of the sheet. */
  nextRows(agencyId: string, runId: string, after: number, limit: number): Promise<OpenRow[]> {
    return this.database.read<OpenRow>(agencyId, NEXT_ROWS, [agencyId, runId, after, limit]);
  }

  /** Locks a row; the account it has become already, by itself or by the same row of another sheet. */
  async lockRow(
    transaction: AgencyTransaction,
    rowId: string,
  ): Promise<{ readonly registration_id: string | null; readonly elsewhere: string | null } | null> {
    const [row] = await transaction.query<{ registration_id: string | null; elsewhere: string | null }>(LOCK_ROW, [
      transaction.agencyId,
      rowId,
    ]);
    return row ?? null;
  }

  /** The row's account is there, with its admin; what else the sheet says of it follows. */
  async openRow(
    transaction: AgencyTransaction,
    rowId: string,
    registrationId: string,
    adminPersonId: string | null,
  ): Promise<void> {
    const { agencyId } = transaction;
    await transaction.query(OPEN_ROW, [agencyId, rowId, registrationId]);
    if (adminPersonId !== null) await transaction.query(NAME_ADMIN, [agencyId, registrationId, adminPersonId]);
  }

  /** What became of a row; `more` joins its plan. False: it was closed before, and nothing happens to it. */
  async closeRow(
    transaction: AgencyTransaction,
    row: Pick<SheetRow, 'id' | 'outcome' | 'problems' | 'registration_id'>,
    more: Partial<KeptPlan> = {},
  ): Promise<boolean> {
    const { id, outcome, problems, registration_id } = row;
    const closed = await transaction.query(CLOSE_ROW, [
      transaction.agencyId,
      id,
      outcome,
      JSON.stringify(problems),
      registration_id,
      JSON.stringify(more),
    ]);
    return closed.length === 1;
  }

  async moveRun(agencyId: string, runId: string, state: RunState, endedAt: string | null): Promise<void> {
    await this.database.withAgency(agencyId, (transaction) =>
      transaction.commitWith(MOVE_RUN, [agencyId, runId, state, endedAt]),
    );
  }

  /** Accounts that earlier imports brought in, by the key of their row. */
  async listImported(agencyId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.read<{ key: string; id: string }>(agencyId, IMPORTED, [agencyId]);
    return new Map(rows.map(({ key, id }) => [key, id]));
  }

  /** Normalised addresses that are another account's at this moment of business time. */
  async listAddresses(agencyId: string, now: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.read<{ address: string }>(agencyId, ADDRESSES, [agencyId, now]);
    return new Set(rows.map(({ address }) => address));
  }

  /** The agency's clients, newest first. */
  listClients(
    agencyId: string,
  ): Promise<{ readonly id: string; readonly name: string; readonly country_code: string }[]> {
    return this.database.read(agencyId, CLIENTS, [agencyId]);
  }

  /** The person with this ID number, by its blind index. */
  async findPersonByNumber(agencyId: string, index: Buffer): Promise<string | null> {
    const [person] = await this.database.read<{ id: string }>(agencyId, PERSON_BY_NUMBER, [agencyId, index]);
    return person?.id ?? null;
  }

  /** The admin of another account of this client with this very name. */
  async findPersonOfClient(agencyId: string, clientId: string, name: string): Promise<string | null> {
    const [person] = await this.database.read<{ id: string }>(agencyId, PERSON_OF_CLIENT, [agencyId, clientId, name]);
    return person?.id ?? null;
  }

  /** In whose name a run works; null when it has no member any more. */
  async findImporter(agencyId: string, runId: string): Promise<Importer | null> {
    const [importer] = await this.database.read<Importer>(agencyId, IMPORTER, [agencyId, runId]);
    return importer ?? null;
  }
}
