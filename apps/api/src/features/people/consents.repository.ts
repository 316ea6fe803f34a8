/** Rows of `consent`. */
import { Injectable } from '@nestjs/common';
import type { ConsentPurpose } from '@daiban/domain/enumerations';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

export interface ConsentRow {
  readonly id: string;
  readonly personId: string;
  readonly registrationId: string;
  readonly purpose: ConsentPurpose;
  readonly textVersion: string;
  readonly givenAt: string;
  readonly withdrawnAt: string | null;
  /** The person is the registration's admin now. */
  readonly ofAdmin: boolean;
}

export interface NewConsent extends Omit<ConsentRow, 'withdrawnAt' | 'ofAdmin'> {
  /** The member who recorded it; null: the person gave it on their own page. */
  readonly recordedBy: string | null;
}

const SELECT = `SELECT c.id, c.person_id AS "personId", c.registration_id AS "registrationId", c.purpose, c.text_version AS "textVersion",
    c.given_at AS "givenAt", c.withdrawn_at AS "withdrawnAt", coalesce(r.admin_person_id = c.person_id, false) AS "ofAdmin"
  FROM consent c JOIN registration r ON r.agency_id = c.agency_id AND r.id = c.registration_id`;

const BY_ID = prepared('consents.by_id', `${SELECT} WHERE c.agency_id = $1::uuid AND c.id = $2::uuid`);
const PAGE = prepared(
  'consents.page',
  `${SELECT} WHERE c.agency_id = $1::uuid AND c.person_id = $2::uuid AND ($3::timestamptz IS NULL OR (c.given_at, c.id) < ($3, $4::uuid))
   ORDER BY c.given_at DESC, c.id DESC LIMIT $5`,
);
const STANDING = prepared(
  'consents.standing',
  `${SELECT} WHERE c.agency_id = $1::uuid AND c.person_id = $2::uuid AND c.registration_id = $3::uuid AND c.withdrawn_at IS NULL ORDER BY c.given_at, c.id`,
);
const PARTIES = prepared(
  'consents.parties',
  `SELECT EXISTS (SELECT FROM person WHERE agency_id = $1::uuid AND id = $2::uuid)
      AND ($3::uuid IS NULL OR EXISTS (SELECT FROM registration WHERE agency_id = $1::uuid AND id = $3::uuid)) AS there`,
);
const INSERT = prepared(
  'consents.insert',
  `INSERT INTO consent (id, agency_id, person_id, registration_id, purpose, text_version, given_at, recorded_by)
   VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6, $7::timestamptz, $8::uuid)`,
);
const WITHDRAW = prepared(
  'consents.withdraw',
  `UPDATE consent SET withdrawn_at = $3::timestamptz WHERE agency_id = $1::uuid AND id = $2::uuid AND withdrawn_at IS NULL RETURNING id`,
);

@Injectable()
export class ConsentsRepository {
  constructor(private readonly database: Database) {}

  async find(agencyId: string, id: string): Promise<ConsentRow | null> {
    return (await this.database.read<ConsentRow>(agencyId, BY_ID, [agencyId, id]))[0] ?? null;
  }

  /** Newest first; one row more than the limit when there is a next page. */
  listPage(
    agencyId: string,
    personId: string,
    query: { after: readonly [string, string] | null; limit: number },
  ): Promise<ConsentRow[]> {
    const [givenAt, id] = query.after ?? [null, null];
    return this.database.read<ConsentRow>(agencyId, PAGE, [agencyId, personId, givenAt, id, query.limit + 1]);
  }

  /** What a person agreed to for one registration and has not taken back. */
  listStanding(agencyId: string, personId: string, registrationId: string): Promise<ConsentRow[]> {
    return this.database.read<ConsentRow>(agencyId, STANDING, [agencyId, personId, registrationId]);
  }

  /** Whether the person and, where one is named, the registration are of this agency. */
  async hasParties(agencyId: string, personId: string, registrationId: string | null): Promise<boolean> {
    const [row] = await this.database.read<{ there: boolean }>(agencyId, PARTIES, [agencyId, personId, registrationId]);
    return row?.there ?? false;
  }

  async insert(transaction: AgencyTransaction, consent: NewConsent): Promise<void> {
    const { id, personId, registrationId, purpose, textVersion, givenAt, recordedBy } = consent;
    await transaction.query(INSERT, [
      id,
      transaction.agencyId,
      personId,
      registrationId,
      purpose,
      textVersion,
      givenAt,
      recordedBy,
    ]);
  }

  /** False: somebody else withdrew it already. */
  async withdraw(transaction: AgencyTransaction, id: string, at: string): Promise<boolean> {
    return (await transaction.query(WITHDRAW, [transaction.agencyId, id, at])).length === 1;
  }
}
