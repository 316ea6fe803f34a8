/** Finds the rows that time alone has moved since they were last written (a window, an end, a freeze), and writes their next date and whose turn it is. Called by the projections' sweep. */
import type { Holder } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** What a row is sorted and filtered by, as derived from its case at one moment. */
export interface RenewedRow {
  readonly id: string;
  /** Entries of its history then: each write of the case adds one, whether its version moves or not. */
  readonly entries: number;
  readonly dueAt: string | null;
  readonly holder: Holder;
}

// A row that was never written by a case (a volume of test data) has no moment to count from and is left alone.
const MOVED_BY_TIME = prepared(
  'projections.moved_by_time',
  `SELECT r.id FROM registration r WHERE r.agency_id = $1 AND (
     (r.board_stage = 'live' AND ((r.renewal_opens_at > r.projected_at AND r.renewal_opens_at <= $2) OR (r.verification_ends_at > r.projected_at AND r.verification_ends_at <= $2)))
     OR (r.board_stage = 'closing' AND r.freeze_ends_on >= (r.projected_at AT TIME ZONE 'Asia/Shanghai')::date AND r.freeze_ends_on < ($2::timestamptz AT TIME ZONE 'Asia/Shanghai')::date))
   LIMIT $3`,
);
// Somebody who wrote the case in the meantime has derived it as well. The end of a freeze passes the turn on, and is when it did.
const RENEW = prepared(
  'projections.renew',
  `UPDATE registration r SET due_at = n."dueAt", holder = n.holder, projected_at = $3::timestamptz,
     holder_since = CASE WHEN r.holder = n.holder OR r.freeze_ends_on IS NULL THEN r.holder_since ELSE (r.freeze_ends_on + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' END
   FROM jsonb_to_recordset($2::jsonb) AS n(id uuid, entries int, "dueAt" timestamptz, holder text)
   WHERE r.agency_id = $1::uuid AND r.id = n.id AND r.history_length = n.entries`,
);
const DERIVED_BEFORE = prepared(
  'projections.derived_before',
  `SELECT id FROM registration WHERE agency_id = $1 AND board_stage <> 'closed' AND projected_at < $2 LIMIT $3`,
);

@Injectable()
export class ProjectionsRepository {
  constructor(private readonly database: Database) {}

  /** Cases whose renewal window opened, whose verification or freeze ended, by `now` and after they were last derived. */
  async listMovedByTime(agencyId: string, now: string, limit: number): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(agencyId, MOVED_BY_TIME, [agencyId, now, limit]);
    return rows.map(({ id }) => id);
  }

  async renew(transaction: AgencyTransaction, rows: readonly RenewedRow[], now: string): Promise<void> {
    await transaction.query(RENEW, [transaction.agencyId, JSON.stringify(rows), now]);
  }

  /** Open cases that were last derived before a moment at which the agency's rules changed. */
  async listDerivedBefore(agencyId: string, moment: string, limit: number): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(agencyId, DERIVED_BEFORE, [agencyId, moment, limit]);
    return rows.map(({ id }) => id);
  }
}
