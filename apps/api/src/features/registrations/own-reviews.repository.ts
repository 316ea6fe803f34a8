/** Reads how long Tencent took over the orders of an agency that it has answered. */
import { Injectable } from '@nestjs/common';
import type { FinishedReview } from '@daiban/domain';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** Of each kind of account the newest; more do not change what half of them took. */
const MOST_OF_A_KIND = 1_000;

// An order that ended while a correction was owed waited for the client, not for Tencent.
const FINISHED = prepared(
  'own_reviews.finished',
  `SELECT "accountType", "subjectType", route, "startedOn", "endedOn" FROM (
     SELECT r.account_type AS "accountType", s.type AS "subjectType", r.route,
       (coalesce(o.review_started_at, o.paid_at) AT TIME ZONE 'Asia/Shanghai')::date AS "startedOn",
       (o.closed_at AT TIME ZONE 'Asia/Shanghai')::date AS "endedOn",
       row_number() OVER (PARTITION BY r.account_type, s.type, r.route ORDER BY o.closed_at DESC) AS place
     FROM verification_order o
     JOIN registration r ON r.agency_id = $1 AND r.id = o.registration_id
     JOIN subject s ON s.agency_id = $1 AND s.id = r.subject_id
     WHERE o.agency_id = $1 AND o.state IN ('passed', 'failed') AND o.supplement_reason IS NULL AND o.supplement_due_on IS NULL
       AND coalesce(o.review_started_at, o.paid_at) <= o.closed_at) AS answered
   WHERE place <= $2`,
);

@Injectable()
export class OwnReviewsRepository {
  constructor(private readonly database: Database) {}

  listFinished(agencyId: string): Promise<FinishedReview[]> {
    return this.database.read<FinishedReview>(agencyId, FINISHED, [agencyId, MOST_OF_A_KIND]);
  }
}
