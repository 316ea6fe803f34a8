/** Reads what the mail about a consent that was taken back is written from. */
import { Injectable } from '@nestjs/common';
import type { ConsentPurpose } from '@daiban/domain/enumerations';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** The consent as it is now. */
export interface ConsentMailRow {
  readonly deliveryId: string;
  readonly purpose: ConsentPurpose;
  readonly personName: string;
  /** The person is the case's admin now. */
  readonly ofAdmin: boolean;
  readonly submitted: boolean;
  /** The same person has agreed to the same purpose anew. */
  readonly givenAgain: boolean;
}

const LIST = prepared(
  'consent_mails.rows',
  `SELECT d.id AS "deliveryId", c.purpose, p.name AS "personName", coalesce(r.admin_person_id = c.person_id, false) AS "ofAdmin",
     r.submitted_at IS NOT NULL AS submitted,
     EXISTS (SELECT FROM consent k WHERE k.agency_id = $1 AND k.registration_id = c.registration_id AND k.person_id = c.person_id
       AND k.purpose = c.purpose AND k.withdrawn_at IS NULL) AS "givenAgain"
   FROM delivery d
   JOIN consent c ON c.agency_id = $1 AND c.id = d.about_id
   JOIN registration r ON r.agency_id = $1 AND r.id = c.registration_id
   JOIN person p ON p.agency_id = $1 AND p.id = c.person_id
   WHERE d.agency_id = $1 AND d.id = ANY($2::uuid[])`,
);

@Injectable()
export class ConsentMailsRepository {
  constructor(private readonly database: Database) {}

  list(agencyId: string, deliveryIds: readonly string[]): Promise<ConsentMailRow[]> {
    return this.database.read<ConsentMailRow>(agencyId, LIST, [agencyId, deliveryIds]);
  }
}
