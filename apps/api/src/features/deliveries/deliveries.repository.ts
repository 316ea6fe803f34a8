/** Reads and writes delivery rows: enqueueing by unique key, leasing, what became of each try, and the pages of the outbox. */
import { Injectable } from '@nestjs/common';
import type { DeliveryState, Locale } from '@daiban/domain/enumerations';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';
import type { DeliveryEnd, DueDelivery, WrittenMail } from './delivery-kinds.js';

/** A row to be queued. */
export interface NewDelivery {
  readonly id: string;
  readonly registrationId: string | null;
  readonly clientId: string | null;
  readonly contactId: string | null;
  readonly personId: string | null;
  readonly memberId: string | null;
  readonly kind: string;
  readonly aboutId: string | null;
  readonly step: number | null;
  readonly dueOn: string;
  readonly uniqueKey: string;
  readonly messageId: string;
  readonly locale: Locale;
  /** Business time. */
  readonly sendAfter: string;
  readonly createdAt: string;
}

/** What has become of the mails of one kind to one reader. */
export interface ToldRow {
  /** One waits to go out. */
  readonly isWaiting: boolean;
  /** When the last one went out, or was to; null: none did. */
  readonly lastAt: string | null;
}

/** A row that this sender holds until its lease ends. */
export interface LeasedDelivery extends DueDelivery {
  readonly messageId: string;
  /** This try included. */
  readonly attempts: number;
}

/** What became of a try. */
export interface DeliveryOutcome {
  readonly state: DeliveryEnd | 'queued';
  readonly mail: WrittenMail | null;
  /** What the server said, without addresses. */
  readonly response: string;
  /** System time; only with `queued`. */
  readonly retryAt: string | null;
  /** Business time; only with `accepted`. */
  readonly acceptedAt: string | null;
}

export interface DeliveryRow {
  readonly id: string;
  readonly kind: string;
  readonly step: number | null;
  readonly registrationId: string | null;
  readonly accountName: string | null;
  readonly contactId: string | null;
  readonly contactName: string | null;
  /** Whoever it goes to: contact, admin person or member. */
  readonly receiverName: string | null;
  readonly locale: Locale;
  readonly state: DeliveryState;
  readonly dueOn: string;
  readonly sendAfter: string;
  readonly attempts: number;
  readonly messageId: string;
  readonly toAddress: string | null;
  readonly subject: string | null;
  readonly response: string | null;
  readonly skippedReason: string | null;
  readonly acceptedAt: string | null;
  readonly createdAt: string;
}

/** One mail whole. */
export interface DeliveryContentRow extends DeliveryRow {
  readonly html: string | null;
  readonly text: string | null;
}

export interface DeliveryPageQuery {
  readonly state: DeliveryState | null;
  readonly registrationId: string | null;
  /** Rows after this one in the order of the list. */
  readonly after: readonly [createdAt: string, id: string] | null;
  readonly limit: number;
}

// A row that was skipped is queued again when its need is back; nothing was sent for it.
const ENQUEUE = prepared(
  'deliveries.enqueue',
  `INSERT INTO delivery (id, agency_id, registration_id, client_id, contact_id, person_id, member_id, about_id, kind, step, due_on, unique_key, message_id, locale, state, send_after, created_at)
   SELECT n.id, $1::uuid, n."registrationId", n."clientId", n."contactId", n."personId", n."memberId", n."aboutId", n.kind, n.step, n."dueOn", n."uniqueKey", n."messageId", n.locale, 'queued', n."sendAfter", n."createdAt"
   FROM jsonb_to_recordset($2::jsonb) AS n(id uuid, "registrationId" uuid, "clientId" uuid, "contactId" uuid, "personId" uuid, "memberId" uuid, "aboutId" uuid, kind text, step int, "dueOn" date, "uniqueKey" text,
        "messageId" text, locale text, "sendAfter" timestamptz, "createdAt" timestamptz)
   ON CONFLICT (agency_id, unique_key) DO UPDATE SET state = 'queued', skipped_reason = NULL, send_after = excluded.send_after WHERE delivery.state = 'skipped'
   RETURNING id`,
);

/** Whoever gathers mails of one kind for one reader waits for whoever does so at the same moment. */
const HOLD_READER = prepared('deliveries.hold_reader', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))');
const TOLD = prepared(
  'deliveries.told',
  `SELECT coalesce(bool_or(state IN ('queued', 'sending')), false) AS "isWaiting", max(send_after) FILTER (WHERE state <> 'skipped') AS "lastAt"
   FROM delivery WHERE agency_id = $1 AND kind = $2 AND registration_id IS NOT DISTINCT FROM $3::uuid AND client_id IS NOT DISTINCT FROM $4::uuid
     AND $5::uuid IN (contact_id, person_id, member_id)`,
);

const LOOKUP_DUE = prepared('lookup.due_deliveries', 'SELECT * FROM lookup_due_deliveries($1, $2, $3)');

// Rows that another sender is taking at this moment are left to it.
const LEASE = prepared(
  'deliveries.lease',
  `UPDATE delivery SET state = 'sending', attempts = attempts + 1, leased_until = $4
   WHERE agency_id = $1 AND id IN (
     SELECT id FROM delivery WHERE agency_id = $1 AND id = ANY($2::uuid[]) AND state IN ('queued', 'sending')
       AND (leased_until IS NULL OR leased_until <= $3) AND (retry_at IS NULL OR retry_at <= $3)
     ORDER BY id FOR UPDATE SKIP LOCKED)
   RETURNING id, agency_id AS "agencyId", kind, registration_id AS "registrationId", contact_id AS "contactId", person_id AS "personId", member_id AS "memberId",
     about_id AS "aboutId", step, due_on AS "dueOn", message_id AS "messageId", attempts`,
);

// Each lease counts a try, so the number tells whose it is.
const RENEW_LEASES = prepared(
  'deliveries.renew_leases',
  `UPDATE delivery d SET leased_until = $4 FROM unnest($2::uuid[], $3::int[]) AS n(id, attempts)
   WHERE d.agency_id = $1 AND d.id = n.id AND d.attempts = n.attempts AND d.state = 'sending' RETURNING d.id`,
);

const SKIP = prepared(
  'deliveries.skip',
  `UPDATE delivery d SET state = 'skipped', skipped_reason = n.reason, leased_until = NULL, retry_at = NULL
   FROM unnest($2::uuid[], $3::text[]) AS n(id, reason) WHERE d.agency_id = $1 AND d.id = n.id AND d.state = 'sending'`,
);

const RECORD = prepared(
  'deliveries.record',
  `UPDATE delivery SET state = $4, to_address = coalesce($5, to_address), subject = coalesce($6, subject), html = coalesce($7, html), text = coalesce($8, text),
     response = $9, retry_at = $10, accepted_at = $11, leased_until = NULL
   WHERE agency_id = $1 AND id = $2 AND attempts = $3 AND state = 'sending' RETURNING id`,
);

const COLUMNS = `d.id, d.kind, d.step, d.registration_id AS "registrationId", r.proposed_name AS "accountName", d.contact_id AS "contactId", c.name AS "contactName",
  coalesce(c.name, p.name, m.name) AS "receiverName", d.locale, d.state, d.due_on AS "dueOn", d.send_after AS "sendAfter", d.attempts, d.message_id AS "messageId", d.to_address AS "toAddress", d.subject,
  d.response, d.skipped_reason AS "skippedReason", d.accepted_at AS "acceptedAt", d.created_at AS "createdAt"`;
const FROM = `FROM delivery d
  LEFT JOIN registration r ON r.agency_id = $1 AND r.id = d.registration_id
  LEFT JOIN client_contact c ON c.agency_id = $1 AND c.id = d.contact_id
  LEFT JOIN person p ON p.agency_id = $1 AND p.id = d.person_id
  LEFT JOIN member m ON m.agency_id = $1 AND m.id = d.member_id`;

const PAGE = prepared(
  'deliveries.page',
  `SELECT ${COLUMNS} ${FROM}
   WHERE d.agency_id = $1 AND ($2::text IS NULL OR d.state = $2) AND ($3::uuid IS NULL OR d.registration_id = $3)
     AND ($4::timestamptz IS NULL OR (d.created_at, d.id) < ($4, $5::uuid))
   ORDER BY d.created_at DESC, d.id DESC LIMIT $6`,
);
const ONE = prepared(
  'deliveries.one',
  `SELECT ${COLUMNS}, d.html, d.text ${FROM} WHERE d.agency_id = $1 AND d.id = $2`,
);

@Injectable()
export class DeliveriesRepository {
  constructor(private readonly database: Database) {}

  /** How many of them are new; the others were queued before under the same key. */
  async enqueue(transaction: AgencyTransaction, rows: readonly NewDelivery[]): Promise<number> {
    if (rows.length === 0) return 0;
    return (await transaction.query(ENQUEUE, [transaction.agencyId, JSON.stringify(rows)])).length;
  }

  /** What has become of the mails of a kind to one reader; holds the pair until the transaction ends. */
  async holdTold(
    transaction: AgencyTransaction,
    { kind, registrationId, clientId }: Pick<NewDelivery, 'kind' | 'registrationId' | 'clientId'>,
    readerId: string,
  ): Promise<ToldRow> {
    const { agencyId } = transaction;
    await transaction.query(HOLD_READER, [`${agencyId}:${kind}:${readerId}`]);
    const [row] = await transaction.query<ToldRow>(TOLD, [agencyId, kind, registrationId, clientId, readerId]);
    return row ?? { isWaiting: false, lastAt: null };
  }

  /** Ids of what is due in every agency, oldest first, by agency. */
  async lookUpDueUnscoped(businessNow: string, systemNow: string, limit: number): Promise<Map<string, string[]>> {
    const rows = await this.database.lookup<{ agency_id: string; delivery_id: string }>(LOOKUP_DUE, [
      businessNow,
      systemNow,
      limit,
    ]);
    const byAgency = new Map<string, string[]>();
    for (const row of rows) byAgency.set(row.agency_id, [...(byAgency.get(row.agency_id) ?? []), row.delivery_id]);
    return byAgency;
  }

  /** Takes those rows that nobody holds; each counts one more try. */
  lease(agencyId: string, ids: readonly string[], now: string, until: string): Promise<LeasedDelivery[]> {
    return this.database.withAgency(agencyId, (transaction) =>
      transaction.commitWith<LeasedDelivery>(LEASE, [agencyId, ids, now, until]),
    );
  }

  /** Ids of those that are still this try's; the others somebody else has taken, or they have ended. */
  async renewLeases(deliveries: readonly LeasedDelivery[], until: string): Promise<string[]> {
    const kept: string[] = [];
    for (const [agencyId, own] of Map.groupBy(deliveries, (delivery) => delivery.agencyId)) {
      const values = [agencyId, own.map(({ id }) => id), own.map(({ attempts }) => attempts), until];
      const rows = await this.database.withAgency(agencyId, (transaction) =>
        transaction.commitWith<{ id: string }>(RENEW_LEASES, values),
      );
      kept.push(...rows.map(({ id }) => id));
    }
    return kept;
  }

  async skip(agencyId: string, skipped: readonly { readonly id: string; readonly reason: string }[]): Promise<void> {
    if (skipped.length === 0) return;
    await this.database.withAgency(agencyId, (transaction) =>
      transaction.commitWith(SKIP, [agencyId, skipped.map(({ id }) => id), skipped.map(({ reason }) => reason)]),
    );
  }

  /** Writes what became of a try; false when the row is no longer this try's. */
  async record(transaction: AgencyTransaction, delivery: LeasedDelivery, outcome: DeliveryOutcome): Promise<boolean> {
    const { state, mail, response, retryAt, acceptedAt } = outcome;
    const rows = await transaction.query(RECORD, [
      transaction.agencyId,
      delivery.id,
      delivery.attempts,
      state,
      mail?.to.address ?? null,
      mail?.subject ?? null,
      mail?.html ?? null,
      mail?.text ?? null,
      response,
      retryAt,
      acceptedAt,
    ]);
    return rows.length === 1;
  }

  /** The same in a transaction of its own. */
  async recordAlone(delivery: LeasedDelivery, outcome: DeliveryOutcome): Promise<void> {
    await this.database.withAgency(delivery.agencyId, (transaction) => this.record(transaction, delivery, outcome));
  }

  /** Newest first; one row more than the limit when there is a next page. */
  listPage(agencyId: string, { state, registrationId, after, limit }: DeliveryPageQuery): Promise<DeliveryRow[]> {
    const [createdAt, id] = after ?? [null, null];
    return this.database.read<DeliveryRow>(agencyId, PAGE, [agencyId, state, registrationId, createdAt, id, limit + 1]);
  }

  async find(agencyId: string, id: string): Promise<DeliveryContentRow | null> {
    const [row] = await this.database.read<DeliveryContentRow>(agencyId, ONE, [agencyId, id]);
    return row ?? null;
  }
}
