/** Rows of `data_request`, and the records whose history tells of them. */
import type { DataRequestKind, DataRequestState, Locale } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

export interface DataRequestRow {
  readonly id: string;
  readonly kind: DataRequestKind;
  readonly state: DataRequestState;
  readonly bodySealed: Buffer;
  readonly askedAt: string;
  readonly dueOn: string;
  /** Null while it is open, and once the client was erased. */
  readonly answerSealed: Buffer | null;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly version: number;
  readonly clientId: string | null;
  readonly clientName: string | null;
  readonly contactId: string | null;
  readonly personId: string | null;
  readonly askerName: string;
}

/** Who asks: a contact of a client, or an administrator. */
export type DataAsker =
  | { readonly kind: 'contact'; readonly id: string; readonly clientId: string }
  | { readonly kind: 'admin_person'; readonly id: string };

export interface NewDataRequest {
  readonly id: string;
  readonly kind: DataRequestKind;
  readonly asker: DataAsker;
  readonly bodySealed: Buffer;
  readonly askedAt: string;
  readonly dueOn: string;
}

/** Where a page goes on: open ones by the day they are due, then the newest answers. */
export type DataRequestKey = readonly [rank: number, day: number, id: string];

const RANK = `(CASE r.state WHEN 'open' THEN 0 ELSE 1 END)`;
/** Open: sooner first. Closed: later first. */
const DAY = `(CASE r.state WHEN 'open' THEN r.due_on - DATE '2000-01-01' ELSE DATE '2000-01-01' - r.closed_at::date END)`;
const COLUMNS = `r.id, r.kind, r.state, r.body_sealed AS "bodySealed", r.due_on AS "dueOn", r.answer_sealed AS "answerSealed", r.version,
  to_char(r.asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "askedAt",
  to_char(r.closed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "closedAt",
  m.name AS "closedBy", r.client_id AS "clientId", cl.name AS "clientName", r.contact_id AS "contactId", r.person_id AS "personId",
  coalesce(c.name, p.name, '') AS "askerName", ${RANK} AS rank, ${DAY} AS day
  FROM data_request r
  LEFT JOIN member m ON m.agency_id = r.agency_id AND m.id = r.closed_by
  LEFT JOIN client cl ON cl.agency_id = r.agency_id AND cl.id = r.client_id
  LEFT JOIN client_contact c ON c.agency_id = r.agency_id AND c.id = r.contact_id
  LEFT JOIN person p ON p.agency_id = r.agency_id AND p.id = r.person_id`;
const PAGE = prepared(
  'data_requests.page',
  `SELECT ${COLUMNS} WHERE r.agency_id = $1::uuid AND ($2::text IS NULL OR r.state = $2)
     AND ($3::int IS NULL OR (${RANK}, ${DAY}, r.id) > ($3::int, $4::int, $5::uuid))
   ORDER BY rank, day, r.id LIMIT $6`,
);
const OF_ASKER = prepared(
  'data_requests.of_asker',
  `SELECT ${COLUMNS} WHERE r.agency_id = $1::uuid AND coalesce(r.contact_id, r.person_id) = $2::uuid ORDER BY r.asked_at DESC, r.id DESC LIMIT 100`,
);
const BY_ID = prepared('data_requests.by_id', `SELECT ${COLUMNS} WHERE r.agency_id = $1::uuid AND r.id = $2::uuid`);
const INSERT = prepared(
  'data_requests.insert',
  `INSERT INTO data_request (id, agency_id, kind, client_id, contact_id, person_id, body_sealed, state, asked_at, due_on)
   VALUES ($1::uuid, $2::uuid, $3, $4::uuid, $5::uuid, $6::uuid, $7, 'open', $8::timestamptz, $9::date)`,
);
const CLOSE = prepared(
  'data_requests.close',
  `UPDATE data_request SET state = $4, answer_sealed = $5::bytea, closed_at = $6::timestamptz, closed_by = $7::uuid, version = version + 1
   WHERE agency_id = $1::uuid AND id = $2::uuid AND version = $3 AND state = 'open' RETURNING id`,
);
const COUNT_OPEN = prepared(
  'data_requests.count_open',
  `SELECT count(*)::int AS open FROM data_request WHERE agency_id = $1::uuid AND coalesce(contact_id, person_id) = $2::uuid AND state = 'open'`,
);
const OPEN = prepared(
  'data_requests.open',
  `SELECT count(*)::int AS count, min(due_on) AS "dueOn" FROM data_request WHERE agency_id = $1::uuid AND state = 'open'`,
);
const STAFF = prepared(
  'data_requests.staff',
  `SELECT id, locale FROM member WHERE agency_id = $1::uuid AND role IN ('owner', 'manager') AND disabled_at IS NULL ORDER BY id`,
);
const LOCALE_OF_CONTACT = prepared(
  'data_requests.locale_of_contact',
  `SELECT cl.locale FROM client_contact c JOIN client cl ON cl.agency_id = c.agency_id AND cl.id = c.client_id
   WHERE c.agency_id = $1::uuid AND c.id = $2::uuid AND c.removed_at IS NULL AND cl.erased_at IS NULL`,
);
const CASE_OF_PERSON = prepared(
  'data_requests.case_of_person',
  `SELECT r.id AS "registrationId", p.locale FROM person p JOIN registration r ON r.agency_id = p.agency_id AND r.admin_person_id = p.id
   WHERE p.agency_id = $1::uuid AND p.id = $2::uuid AND p.email IS NOT NULL ORDER BY r.created_at DESC, r.id LIMIT 1`,
);

@Injectable()
export class DataRequestsRepository {
  constructor(private readonly database: Database) {}

  /** One row more than the limit when there is a next page. */
  listPage(
    agencyId: string,
    { state, after, limit }: { state: DataRequestState | null; after: DataRequestKey | null; limit: number },
  ): Promise<(DataRequestRow & { readonly rank: number; readonly day: number })[]> {
    const [rank, day, id] = after ?? [null, null, null];
    return this.database.read(agencyId, PAGE, [agencyId, state, rank, day, id, limit + 1]);
  }

  /** Newest first, at most 100. */
  listOf(agencyId: string, askerId: string): Promise<DataRequestRow[]> {
    return this.database.read<DataRequestRow>(agencyId, OF_ASKER, [agencyId, askerId]);
  }

  async get(agencyId: string, id: string): Promise<DataRequestRow | null> {
    return (await this.database.read<DataRequestRow>(agencyId, BY_ID, [agencyId, id]))[0] ?? null;
  }

  async find(transaction: AgencyTransaction, id: string): Promise<DataRequestRow | null> {
    return (await transaction.query<DataRequestRow>(BY_ID, [transaction.agencyId, id]))[0] ?? null;
  }

  /** How many wait for an answer, and the day the first of them is due; null: none waits. */
  async findOpen(agencyId: string): Promise<{ readonly count: number; readonly dueOn: string | null }> {
    const rows = await this.database.read<{ count: number; dueOn: string | null }>(agencyId, OPEN, [agencyId]);
    return rows[0] ?? { count: 0, dueOn: null };
  }

  async countOpen(transaction: AgencyTransaction, askerId: string): Promise<number> {
    const [row] = await transaction.query<{ open: number }>(COUNT_OPEN, [transaction.agencyId, askerId]);
    return row?.open ?? 0;
  }

  async insert(transaction: AgencyTransaction, request: NewDataRequest): Promise<void> {
    const { id, kind, asker, bodySealed, askedAt, dueOn } = request;
    const [clientId, contactId, personId] =
      asker.kind === 'contact' ? [asker.clientId, asker.id, null] : [null, null, asker.id];
    await transaction.query(INSERT, [
      id,
      transaction.agencyId,
      kind,
      clientId,
      contactId,
      personId,
      bodySealed,
      askedAt,
      dueOn,
    ]);
  }

  /** False when somebody was quicker, or it is closed. */
  async close(
    transaction: AgencyTransaction,
    id: string,
    fromVersion: number,
    end: {
      readonly state: DataRequestState;
      readonly answerSealed: Buffer;
      readonly at: string;
      readonly by: string | null;
    },
  ): Promise<boolean> {
    const values = [transaction.agencyId, id, fromVersion, end.state, end.answerSealed, end.at, end.by];
    return (await transaction.query(CLOSE, values)).length === 1;
  }

  /** Who is told of a request: owners and managers. */
  listStaff(transaction: AgencyTransaction): Promise<{ readonly id: string; readonly locale: Locale }[]> {
    return transaction.query(STAFF, [transaction.agencyId]);
  }

  /** Language a contact is written to in; null: they are gone. */
  async findContactLocale(transaction: AgencyTransaction, contactId: string): Promise<Locale | null> {
    const [row] = await transaction.query<{ locale: Locale }>(LOCALE_OF_CONTACT, [transaction.agencyId, contactId]);
    return row?.locale ?? null;
  }

  /** The newest case of an administrator who has an address; null: there is no way to write to them. */
  async findPersonCase(
    transaction: AgencyTransaction,
    personId: string,
  ): Promise<{ readonly registrationId: string; readonly locale: Locale } | null> {
    return (
      (
        await transaction.query<{ registrationId: string; locale: Locale }>(CASE_OF_PERSON, [
          transaction.agencyId,
          personId,
        ])
      )[0] ?? null
    );
  }
}
