/** Rows of `operator`: who has a seat on which account. A seat that ended by its date is none, whether anybody unbound it or not. */
import { Injectable } from '@nestjs/common';
import type { OperatorTerm } from '@daiban/domain/enumerations';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

export interface OperatorRow {
  readonly personId: string;
  readonly name: string;
  readonly term: OperatorTerm;
  readonly followsAccount: boolean;
  readonly boundAt: string;
  readonly endsOn: string | null;
}

/** A person as far as a seat asks. */
export interface OperatingPerson {
  readonly id: string;
  readonly name: string;
  readonly wechatHasOwnCard: boolean;
}

/** A seat to take. */
export interface NewOperator {
  readonly id: string;
  readonly registrationId: string;
  readonly personId: string;
  readonly term: OperatorTerm;
  readonly followsAccount: boolean;
  readonly boundAt: string;
  readonly endsOn: string | null;
  readonly boundBy: string | null;
}

const SEATED = 'o.unbound_at IS NULL AND (o.ends_on IS NULL OR o.ends_on >= $3::date)';
const OF_ACCOUNT = prepared(
  'operators.of_account',
  `SELECT o.person_id AS "personId", p.name, o.term, o.follows_account AS "followsAccount", o.bound_at AS "boundAt", o.ends_on AS "endsOn"
   FROM operator o JOIN person p ON p.agency_id = o.agency_id AND p.id = o.person_id
   WHERE o.agency_id = $1::uuid AND o.registration_id = $2::uuid AND ${SEATED}
   ORDER BY o.term, o.bound_at, o.id`,
);
const LOCK_PERSON = prepared(
  'operators.lock_person',
  `SELECT id, name, wechat_has_own_card AS "wechatHasOwnCard" FROM person WHERE agency_id = $1::uuid AND id = $2::uuid FOR UPDATE`,
);
const COUNT_OF_PERSON = prepared(
  'operators.count_of_person',
  `SELECT count(DISTINCT o.registration_id)::int AS accounts FROM operator o
   JOIN registration r ON r.agency_id = o.agency_id AND r.id = o.registration_id
   WHERE o.agency_id = $1::uuid AND o.person_id = $2::uuid AND ${SEATED} AND r.state NOT IN ('withdrawn', 'closed', 'migrated')`,
);
const END = prepared(
  'operators.end',
  `UPDATE operator o SET unbound_at = $4::timestamptz
   WHERE o.agency_id = $1::uuid AND o.registration_id = $2::uuid AND o.person_id = $3::uuid AND o.unbound_at IS NULL`,
);
const INSERT = prepared(
  'operators.insert',
  `INSERT INTO operator (id, agency_id, registration_id, person_id, term, follows_account, bound_at, ends_on, bound_by)
   VALUES ($2::uuid, $1::uuid, $3::uuid, $4::uuid, $5, $6, $7::timestamptz, $8::date, $9::uuid)`,
);

@Injectable()
export class OperatorsRepository {
  constructor(private readonly database: Database) {}

  /** Who has a seat on a day (`YYYY-MM-DD`, Shanghai), long terms first. */
  list(where: AgencyTransaction | string, registrationId: string, today: string): Promise<OperatorRow[]> {
    return typeof where === 'string'
      ? this.database.read<OperatorRow>(where, OF_ACCOUNT, [where, registrationId, today])
      : where.query<OperatorRow>(OF_ACCOUNT, [where.agencyId, registrationId, today]);
  }

  /** The person, whose seats nobody else changes meanwhile. */
  async lockPerson(transaction: AgencyTransaction, personId: string): Promise<OperatingPerson | null> {
    const rows = await transaction.query<OperatingPerson>(LOCK_PERSON, [transaction.agencyId, personId]);
    return rows[0] ?? null;
  }

  /** Accounts, not over yet, on which a person has a seat on a day. Asked with the person locked. */
  async countOfPerson(transaction: AgencyTransaction, personId: string, today: string): Promise<number> {
    const values = [transaction.agencyId, personId, today];
    return (await transaction.query<{ accounts: number }>(COUNT_OF_PERSON, values))[0]?.accounts ?? 0;
  }

  /** Ends whatever seat a person has on an account, one that ran out by its date too. */
  async end(transaction: AgencyTransaction, registrationId: string, personId: string, at: string): Promise<void> {
    await transaction.query(END, [transaction.agencyId, registrationId, personId, at]);
  }

  async insert(transaction: AgencyTransaction, operator: NewOperator): Promise<void> {
    const { id, registrationId, personId, term, followsAccount, boundAt, endsOn, boundBy } = operator;
    const values = [transaction.agencyId, id, registrationId, personId, term, followsAccount, boundAt, endsOn, boundBy];
    await transaction.query(INSERT, values);
  }
}
