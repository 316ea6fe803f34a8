/** A registration's row and no more, for tests of what hangs on a case (addresses, slots, consents, history). Tests of the case itself make theirs through the service. */
import pg from 'pg';
import { v7 } from 'uuid';
import type { TestDatabase } from '../../../../tests/support/test-database.js';

export interface BareRegistration {
  readonly agencyId: string;
  readonly clientId: string;
  readonly subjectId: string;
  readonly adminPersonId?: string | null;
  readonly state?: string;
  readonly proposedName?: string;
  readonly submittedAt?: string | null;
}

/** Inserts the row as the superuser and answers its id. */
export async function insertBareRegistration(database: TestDatabase, bare: BareRegistration): Promise<string> {
  const id = v7();
  await runAsSuperuser(
    database,
    `INSERT INTO registration (id, agency_id, client_id, subject_id, account_type, route, proposed_name, name_alternatives, state, state_since, client_heard_at,
       holder, holder_since, board_stage, created_at, admin_person_id, submitted_at)
     VALUES ($1, $2, $3, $4, 'subscription', 'small_transfer', $5, '{}', $6, $7, $7, 'agency', $7, 'draft', $7, $8, $9)`,
    [
      id,
      bare.agencyId,
      bare.clientId,
      bare.subjectId,
      bare.proposedName ?? 'Acme 资讯',
      bare.state ?? 'draft',
      '2026-09-28T03:20:00.000Z',
      bare.adminPersonId ?? null,
      bare.submittedAt ?? null,
    ],
  );
  return id;
}

/** Runs SQL behind the fences. */
export async function runAsSuperuser<Row extends pg.QueryResultRow>(
  database: TestDatabase,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return runAs(database.superuserUrl, sql, values);
}

/** Runs SQL as whoever the address logs in. */
export async function runAs<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}
