/** Finds the live rows that time alone has moved since they were last written, and writes their next date. Called by the projections' sweep. */
import { Injectable } from '@nestjs/common';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** What a row is sorted by, as derived from one version of its case. */
export interface RenewedRow {
  readonly id: string;
  readonly version: number;
  readonly dueAt: string | null;
}

// A row that was never written by a case (a volume of test data) has no moment to count from and is left alone.
const MOVED_BY_TIME = prepared(
  'projections.moved_by_time',
  `SELECT r.id FROM registration r WHERE r.agency_id = $1 AND r.board_stage = 'live'
     AND ((r.renewal_opens_at > r.projected_at AND r.renewal_opens_at <= $2) OR (r.verification_ends_at > r.projected_at AND r.verification_ends_at <= $2))
   LIMIT $3`,
);
// Somebody who wrote the case in the meantime has derived it as well.
const RENEW = prepared(
  'projections.renew',
  `UPDATE registration r SET due_at = n."dueAt", projected_at = $3::timestamptz
   FROM jsonb_to_recordset($2::jsonb) AS n(id uuid, version int, "dueAt" timestamptz)
   WHERE r.agency_id = $1::uuid AND r.id = n.id AND r.version = n.version`,
);

@Injectable()
export class ProjectionsRepository {
  constructor(private readonly database: Database) {}

  /** Cases whose renewal window opened, or whose verification ended, by `now` and after they were last derived. */
  async listMovedByTime(agencyId: string, now: string, limit: number): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(agencyId, MOVED_BY_TIME, [agencyId, now, limit]);
    return rows.map(({ id }) => id);
  }

  async renew(transaction: AgencyTransaction, rows: readonly RenewedRow[], now: string): Promise<void> {
    await transaction.query(RENEW, [transaction.agencyId, JSON.stringify(rows), now]);
  }
}
