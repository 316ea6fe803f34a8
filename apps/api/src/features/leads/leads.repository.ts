/** Rows of `lead`. A forgotten one keeps its place without the person. */
import type { AccountType, AdviceGoal, LeadState, Locale, Verdict } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

export interface LeadRow {
  readonly id: string;
  readonly state: LeadState;
  readonly name: string;
  readonly company: string | null;
  readonly email: string;
  readonly locale: Locale;
  readonly bodySealed: Buffer | null;
  readonly textVersion: string;
  readonly leftAt: string;
  readonly version: number;
  readonly adviceId: string | null;
  readonly goal: AdviceGoal | null;
  readonly countryCode: string | null;
  readonly verdict: Verdict | null;
  readonly accountType: AccountType | null;
}

export interface NewLead {
  readonly id: string;
  readonly name: string;
  readonly company: string | null;
  readonly email: string;
  readonly locale: Locale;
  readonly bodySealed: Buffer | null;
  readonly adviceId: string | null;
  readonly textVersion: string;
  readonly leftAt: string;
}

/** Where a page goes on: new ones first, then by time. */
export type LeadKey = readonly [rank: number, leftAt: string, id: string];

/** Place of a state in the list: new leads wait for somebody, all others are history. */
const RANK = `(CASE l.state WHEN 'new' THEN 0 ELSE 1 END)`;
const COLUMNS = `l.id, l.state, l.name, l.company, l.email, l.locale, l.body_sealed AS "bodySealed", l.text_version AS "textVersion",
  to_char(l.left_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "leftAt", l.version,
  a.id AS "adviceId", a.question->>'goal' AS goal, a.question->>'countryCode' AS "countryCode", a.verdict,
  a.answer->>'accountType' AS "accountType"
  FROM lead l LEFT JOIN advice a ON a.agency_id = l.agency_id AND a.id = l.advice_id`;
const PAGE = prepared(
  'leads.page',
  `SELECT ${COLUMNS} WHERE l.agency_id = $1::uuid AND ($2::text IS NULL OR l.state = $2)
     AND ($3::int IS NULL OR ${RANK} > $3 OR (${RANK} = $3 AND (l.left_at, l.id) < ($4::timestamptz, $5::uuid)))
   ORDER BY ${RANK}, l.left_at DESC, l.id DESC LIMIT $6`,
);
const BY_ID = prepared('leads.by_id', `SELECT ${COLUMNS} WHERE l.agency_id = $1::uuid AND l.id = $2::uuid`);
const COUNT_NEW = prepared(
  'leads.count_new',
  `SELECT count(*)::int AS count FROM lead WHERE agency_id = $1::uuid AND state = 'new'`,
);
const INSERT = prepared(
  'leads.insert',
  `INSERT INTO lead (id, agency_id, name, company, email, locale, body_sealed, advice_id, text_version, state, left_at)
   VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8::uuid, $9, 'new', $10::timestamptz)`,
);
const MOVE = prepared(
  'leads.move',
  `UPDATE lead SET state = $4, version = version + 1 WHERE agency_id = $1::uuid AND id = $2::uuid AND version = $3 RETURNING id`,
);
const FORGET = prepared(
  'leads.forget',
  `UPDATE lead SET name = '', company = NULL, email = '', body_sealed = NULL, version = version + 1,
     state = CASE state WHEN 'new' THEN 'closed' ELSE state END
   WHERE agency_id = $1::uuid AND left_at < $2::timestamptz AND email <> '' RETURNING id`,
);
const RECEIVERS = prepared(
  'leads.receivers',
  `SELECT id, locale FROM member WHERE agency_id = $1::uuid AND role IN ('owner', 'manager') AND disabled_at IS NULL ORDER BY id`,
);

@Injectable()
export class LeadsRepository {
  constructor(private readonly database: Database) {}

  /** One row more than the limit when there is a next page. */
  listPage(
    agencyId: string,
    { state, after, limit }: { state: LeadState | null; after: LeadKey | null; limit: number },
  ): Promise<LeadRow[]> {
    const [rank, leftAt, id] = after ?? [null, null, null];
    return this.database.read<LeadRow>(agencyId, PAGE, [agencyId, state, rank, leftAt, id, limit + 1]);
  }

  /** Of whom nobody has taken care yet. */
  async countNew(agencyId: string): Promise<number> {
    return (await this.database.read<{ count: number }>(agencyId, COUNT_NEW, [agencyId]))[0]?.count ?? 0;
  }

  async find(transaction: AgencyTransaction, id: string): Promise<LeadRow | null> {
    return (await transaction.query<LeadRow>(BY_ID, [transaction.agencyId, id]))[0] ?? null;
  }

  async insert(transaction: AgencyTransaction, lead: NewLead): Promise<void> {
    const { id, name, company, email, locale, bodySealed, adviceId, textVersion, leftAt } = lead;
    const values = [name, company, email, locale, bodySealed, adviceId, textVersion, leftAt];
    await transaction.query(INSERT, [id, transaction.agencyId, ...values]);
  }

  /** False when somebody was quicker. */
  async move(transaction: AgencyTransaction, id: string, fromVersion: number, state: LeadState): Promise<boolean> {
    return (await transaction.query(MOVE, [transaction.agencyId, id, fromVersion, state])).length === 1;
  }

  /** Takes the person out of every lead left before a moment. */
  async forgetBefore(agencyId: string, before: string): Promise<number> {
    return this.database.withAgency(
      agencyId,
      async (transaction) => (await transaction.commitWith(FORGET, [agencyId, before])).length,
    );
  }

  /** Who is told of a lead: owners and managers. */
  listReceivers(transaction: AgencyTransaction): Promise<{ readonly id: string; readonly locale: Locale }[]> {
    return transaction.query(RECEIVERS, [transaction.agencyId]);
  }
}

/** The sort key of a row. */
export function keyOfLead({ state, leftAt, id }: LeadRow): LeadKey {
  return [state === 'new' ? 0 : 1, leftAt, id];
}
