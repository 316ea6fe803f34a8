/** Rows of `review_sitting`: what each member decided of a case's papers since their last mail. Called by `ReviewSittingsService`. */
import { Injectable } from '@nestjs/common';
import type { Locale } from '@daiban/domain/enumerations';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** A decision as the client will hear of it. */
export interface SittingDecision {
  readonly prerequisiteId: string;
  /** Of the paper. */
  readonly code: string;
  readonly decision: 'accept' | 'return';
  readonly reasonCode: string | null;
  readonly note: string | null;
}

export interface SittingRow {
  readonly id: string;
  readonly registrationId: string;
  readonly memberId: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** In the order in which they were made. */
  readonly decisions: readonly SittingDecision[];
}

/** Who is told of a review: a contact of the client, or the administrator. */
export interface SittingReader {
  readonly kind: 'contact' | 'admin_person';
  readonly id: string;
  readonly name: string;
  /** Null: nobody has told us one. */
  readonly email: string | null;
  readonly locale: Locale;
  /** What the contact is there for; null: the administrator. */
  readonly role: string | null;
}

/** What a mail about a review is written from beside its decisions. */
export interface SittingSetting {
  readonly clientId: string;
  readonly accountName: string;
  readonly agencyName: string;
  readonly agencyNameZh: string | null;
  readonly assigneeName: string | null;
  /** Address of the member who looks after it, else of the agency's owner. */
  readonly replyTo: string;
}

const COLUMNS = `id, registration_id AS "registrationId", member_id AS "memberId", started_at AS "startedAt", finished_at AS "finishedAt", decisions`;

const OPEN = prepared(
  'review_sitting.open',
  `SELECT ${COLUMNS} FROM review_sitting WHERE agency_id = $1 AND registration_id = $2 AND member_id = $3 AND finished_at IS NULL`,
);
const FIND = prepared(
  'review_sitting.find',
  `SELECT ${COLUMNS} FROM review_sitting WHERE agency_id = $1 AND id = ANY ($2::uuid[])`,
);
const FORGOTTEN = prepared(
  'review_sitting.forgotten',
  `SELECT ${COLUMNS} FROM review_sitting WHERE agency_id = $1 AND finished_at IS NULL AND started_at < $2 ORDER BY started_at, id LIMIT 100`,
);
/** A paper decided again counts once, by its last. */
const KEEP = prepared(
  'review_sitting.keep',
  `INSERT INTO review_sitting AS s (id, agency_id, registration_id, member_id, started_at, decisions) VALUES ($2, $1, $3, $4, $5, jsonb_build_array($6::jsonb))
   ON CONFLICT (agency_id, registration_id, member_id) WHERE finished_at IS NULL DO UPDATE SET decisions =
     (SELECT coalesce(jsonb_agg(made.one ORDER BY made.place), '[]') FROM jsonb_array_elements(s.decisions) WITH ORDINALITY made(one, place)
       WHERE made.one->>'prerequisiteId' <> $6::jsonb->>'prerequisiteId') || excluded.decisions`,
);
/** The last word on a paper is the one that is told: whoever decided it before and has not told it tells it no more. */
const TAKE_OVER = prepared(
  'review_sitting.take_over',
  `UPDATE review_sitting s SET decisions =
     (SELECT coalesce(jsonb_agg(made.one ORDER BY made.place), '[]') FROM jsonb_array_elements(s.decisions) WITH ORDINALITY made(one, place)
       WHERE made.one->>'prerequisiteId' <> $4)
   WHERE agency_id = $1 AND registration_id = $2 AND member_id <> $3 AND finished_at IS NULL
     AND EXISTS (SELECT FROM jsonb_array_elements(s.decisions) made(one) WHERE made.one->>'prerequisiteId' = $4)`,
);
const DROP = prepared(
  'review_sitting.drop',
  `UPDATE review_sitting s SET decisions =
     (SELECT coalesce(jsonb_agg(made.one ORDER BY made.place), '[]') FROM jsonb_array_elements(s.decisions) WITH ORDINALITY made(one, place)
       WHERE made.one->>'prerequisiteId' <> $4)
   WHERE agency_id = $1 AND registration_id = $2 AND member_id = $3 AND finished_at IS NULL
     AND EXISTS (SELECT FROM jsonb_array_elements(s.decisions) made(one) WHERE made.one->>'prerequisiteId' = $4) RETURNING id`,
);
const FINISH = prepared(
  'review_sitting.finish',
  `UPDATE review_sitting SET finished_at = $3 WHERE agency_id = $1 AND id = $2 AND finished_at IS NULL RETURNING ${COLUMNS}`,
);
const JOIN = prepared(
  'review_sitting.join',
  'UPDATE review_sitting SET decisions = $3::jsonb WHERE agency_id = $1 AND id = $2',
);
const READERS = prepared(
  'review_sitting.readers',
  `SELECT * FROM (
     SELECT 'contact' AS kind, c.id, c.name, c.email, l.locale, c.role, c.position FROM registration r
       JOIN client l ON l.agency_id = $1 AND l.id = r.client_id
       JOIN client_contact c ON c.agency_id = $1 AND c.client_id = r.client_id AND c.removed_at IS NULL
       WHERE r.agency_id = $1 AND r.id = $2
     UNION ALL SELECT 'admin_person', p.id, p.name, p.email, p.locale, NULL, 0 FROM registration r
       JOIN person p ON p.agency_id = $1 AND p.id = r.admin_person_id WHERE r.agency_id = $1 AND r.id = $2
   ) reader ORDER BY reader.kind DESC, reader.position, reader.id`,
);
const SETTING = prepared(
  'review_sitting.setting',
  `SELECT r.client_id AS "clientId", r.proposed_name AS "accountName", a.name AS "agencyName", a.name_zh AS "agencyNameZh", m.name AS "assigneeName",
     coalesce(m.email, (SELECT k.email FROM member k WHERE k.agency_id = $1 AND k.role = 'owner' AND k.disabled_at IS NULL ORDER BY k.created_at LIMIT 1)) AS "replyTo"
   FROM registration r JOIN agency a ON a.id = $1 LEFT JOIN member m ON m.agency_id = $1 AND m.id = r.assignee_id
   WHERE r.agency_id = $1 AND r.id = $2`,
);

@Injectable()
export class ReviewSittingsRepository {
  constructor(private readonly database: Database) {}

  async findOpen(agencyId: string, registrationId: string, memberId: string): Promise<SittingRow | null> {
    const [row] = await this.database.read<SittingRow>(agencyId, OPEN, [agencyId, registrationId, memberId]);
    return row ?? null;
  }

  list(agencyId: string, ids: readonly string[]): Promise<SittingRow[]> {
    return this.database.read<SittingRow>(agencyId, FIND, [agencyId, ids]);
  }

  /** Sittings that began before a moment and that nobody ended. */
  listForgotten(agencyId: string, startedBefore: string): Promise<SittingRow[]> {
    return this.database.read<SittingRow>(agencyId, FORGOTTEN, [agencyId, startedBefore]);
  }

  /** Puts a decision into the member's open sitting, or opens one with it; what another member decided of the paper and has not told goes out of theirs. */
  async keep(
    transaction: AgencyTransaction,
    sitting: Pick<SittingRow, 'id' | 'registrationId' | 'memberId' | 'startedAt'>,
    decision: SittingDecision,
  ): Promise<void> {
    const { id, registrationId, memberId, startedAt } = sitting;
    const taken = [transaction.agencyId, registrationId, memberId, decision.prerequisiteId];
    await transaction.query(TAKE_OVER, taken);
    await transaction.query(KEEP, [
      transaction.agencyId,
      id,
      registrationId,
      memberId,
      startedAt,
      JSON.stringify(decision),
    ]);
  }

  /** Takes a decision out again; false when the member's open sitting has none about this paper. */
  async drop(
    transaction: AgencyTransaction,
    registrationId: string,
    memberId: string,
    prerequisiteId: string,
  ): Promise<boolean> {
    const rows = await transaction.query(DROP, [transaction.agencyId, registrationId, memberId, prerequisiteId]);
    return rows.length === 1;
  }

  /** Null: somebody has ended it already. */
  async finish(transaction: AgencyTransaction, id: string, at: string): Promise<SittingRow | null> {
    const [row] = await transaction.query<SittingRow>(FINISH, [transaction.agencyId, id, at]);
    return row ?? null;
  }

  /** Has a sitting tell of the decisions of others that ended with it. */
  async join(transaction: AgencyTransaction, id: string, decisions: readonly SittingDecision[]): Promise<void> {
    await transaction.query(JOIN, [transaction.agencyId, id, JSON.stringify(decisions)]);
  }

  /** Ends a sitting of which nobody is told. */
  async close(agencyId: string, id: string, at: string): Promise<void> {
    await this.database.withAgency(agencyId, (transaction) => this.finish(transaction, id, at));
  }

  /** The client's contacts and the administrator, in an order that does not change. */
  listReaders(agencyId: string, registrationId: string): Promise<SittingReader[]> {
    return this.database.read<SittingReader>(agencyId, READERS, [agencyId, registrationId]);
  }

  async findSetting(agencyId: string, registrationId: string): Promise<SittingSetting | null> {
    const [row] = await this.database.read<SittingSetting>(agencyId, SETTING, [agencyId, registrationId]);
    return row ?? null;
  }
}
