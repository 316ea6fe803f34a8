/** Cases with papers that wait for a review, by how long they wait. Called by the review queue alone. */
import { Injectable } from '@nestjs/common';
import { FINAL_REGISTRATION_STATES } from '@daiban/domain/enumerations';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

export interface WaitingReviewRow {
  readonly registrationId: string;
  readonly accountName: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly assigneeId: string | null;
  readonly papers: readonly string[];
  /** ISO 8601 with milliseconds, as a cursor compares it. */
  readonly waitingSince: string;
}

/** Where a page goes on. */
export type WaitingReviewKey = readonly [waitingSince: string, registrationId: string];

// The papers of the form itself are sealed once it is handed in; those of an order are not.
const PAGE = prepared(
  'review_queue.page',
  `SELECT w."registrationId", w."accountName", w."clientId", w."clientName", w."assigneeId", w.papers,
     to_char(w.since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "waitingSince"
   FROM (
     SELECT r.id AS "registrationId", r.proposed_name AS "accountName", c.id AS "clientId", c.name AS "clientName", r.assignee_id AS "assigneeId",
       array_agg(p.code ORDER BY coalesce(p.submitted_at, p.created_at), p.id) AS papers, min(coalesce(p.submitted_at, p.created_at)) AS since
     FROM prerequisite p
     JOIN registration r ON r.agency_id = $1 AND r.id = p.registration_id
     JOIN client c ON c.agency_id = $1 AND c.id = r.client_id
     WHERE p.agency_id = $1 AND p.state = 'submitted' AND r.state <> ALL ($2::text[]) AND (p.order_id IS NOT NULL OR r.submitted_at IS NULL)
     GROUP BY r.id, r.proposed_name, r.assignee_id, c.id, c.name
   ) w
   WHERE $3::timestamptz IS NULL OR (w.since, w."registrationId") > ($3::timestamptz, $4::uuid)
   ORDER BY w.since, w."registrationId" LIMIT $5`,
);

@Injectable()
export class ReviewQueueRepository {
  constructor(private readonly database: Database) {}

  /** One row more than the limit when there is a next page. */
  listPage(agencyId: string, after: WaitingReviewKey | null, limit: number): Promise<WaitingReviewRow[]> {
    const [waitingSince, registrationId] = after ?? [null, null];
    return this.database.read<WaitingReviewRow>(agencyId, PAGE, [
      agencyId,
      FINAL_REGISTRATION_STATES,
      waitingSince,
      registrationId,
      limit + 1,
    ]);
  }
}
