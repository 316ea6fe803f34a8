/** Rows of `quota_raise`, and what a decision about one looks at. */
import { Injectable } from '@nestjs/common';
import type { Evidence, QuotaRaiseState } from '@daiban/domain';
import type { SubjectType } from '@daiban/domain/enumerations';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

export interface QuotaRaiseRow {
  readonly id: string;
  readonly subjectId: string;
  readonly registrationId: string | null;
  readonly reason: string;
  readonly state: QuotaRaiseState;
  readonly stateSince: string;
  readonly grantedAccounts: number | null;
  readonly note: string | null;
  readonly requestedAt: string;
  /** Name of the member who asked. */
  readonly requestedBy: string | null;
  readonly version: number;
}

/** The subject as a decision looks at it. */
export interface RaisingSubject {
  readonly type: SubjectType;
  /** One of its registrations is restricted. */
  readonly hasRestrictedAccount: boolean;
  /** What was typed of each Official Account elsewhere. */
  readonly elsewhere: readonly string[];
  /** Places its registrations take. */
  readonly reserved: number;
  /** Accounts granted above the rule's limit. */
  readonly grantedAccounts: number;
  /** Its request without an answer, if any. */
  readonly underWayId: string | null;
  readonly memberIds: readonly string[];
}

/** A new request, as its row begins. */
export interface NewQuotaRaise {
  readonly id: string;
  readonly subjectId: string;
  readonly registrationId: string | null;
  readonly reason: string;
  readonly requestedBy: string | null;
  readonly at: string;
}

/** What an answer writes. */
export interface QuotaRaiseAnswer {
  readonly state: QuotaRaiseState;
  /** An answer corrected by another number keeps its state's beginning. */
  readonly stateSince: string;
  readonly grantedAccounts: number | null;
  readonly note: string | null;
  readonly evidence: Evidence | null;
}

const SELECT = `SELECT q.id, q.subject_id AS "subjectId", q.registration_id AS "registrationId", q.reason, q.state, q.state_since AS "stateSince",
    q.granted_accounts AS "grantedAccounts", q.note, q.requested_at AS "requestedAt", m.name AS "requestedBy", q.version
  FROM quota_raise q LEFT JOIN member m ON m.agency_id = q.agency_id AND m.id = q.requested_by`;
const BY_ID = prepared('quota_raises.by_id', `${SELECT} WHERE q.agency_id = $1::uuid AND q.id = $2::uuid`);
const PAGE = prepared(
  'quota_raises.page',
  `${SELECT} WHERE q.agency_id = $1::uuid AND q.subject_id = $2::uuid AND ($3::timestamptz IS NULL OR (q.requested_at, q.id) < ($3, $4::uuid))
   ORDER BY q.requested_at DESC, q.id DESC LIMIT $5`,
);
const LOCK_SUBJECT = prepared(
  'quota_raises.lock_subject',
  'SELECT type FROM subject WHERE agency_id = $1::uuid AND id = $2::uuid FOR UPDATE',
);
// After the lock, in a statement of its own: what the one before us wrote is to be seen.
const SUBJECT_FACTS = prepared(
  'quota_raises.subject_facts',
  `SELECT EXISTS (SELECT FROM registration r WHERE r.agency_id = $1::uuid AND r.subject_id = $2::uuid AND r.state = 'restricted') AS "hasRestrictedAccount",
     (SELECT coalesce(json_agg(e.state), '[]') FROM account_elsewhere e WHERE e.agency_id = $1::uuid AND e.subject_id = $2::uuid AND e.account_type IN ('subscription', 'service')) AS elsewhere,
     (SELECT count(*)::int FROM slot k JOIN registration r ON r.agency_id = k.agency_id AND r.id = k.registration_id
       WHERE k.agency_id = $1::uuid AND k.kind = 'subject' AND k.state = 'reserved' AND r.subject_id = $2::uuid) AS reserved,
     (SELECT coalesce(sum(q.granted_accounts), 0)::int FROM quota_raise q WHERE q.agency_id = $1::uuid AND q.subject_id = $2::uuid) AS "grantedAccounts",
     (SELECT q.id FROM quota_raise q WHERE q.agency_id = $1::uuid AND q.subject_id = $2::uuid AND q.state IN ('requested', 'pre_approved')) AS "underWayId",
     (SELECT json_agg(m.id) FROM member m WHERE m.agency_id = $1::uuid AND m.disabled_at IS NULL) AS "memberIds"`,
);
const SUBJECT_EXISTS = prepared(
  'quota_raises.subject_exists',
  'SELECT id FROM subject WHERE agency_id = $1::uuid AND id = $2::uuid',
);
const OF_SUBJECT = prepared(
  'quota_raises.registration_of_subject',
  'SELECT id FROM registration WHERE agency_id = $1::uuid AND id = $2::uuid AND subject_id = $3::uuid',
);
const INSERT = prepared(
  'quota_raises.insert',
  `INSERT INTO quota_raise (id, agency_id, subject_id, registration_id, reason, state, state_since, requested_by, requested_at)
   VALUES ($2::uuid, $1::uuid, $3::uuid, $4::uuid, $5, 'requested', $6::timestamptz, $7::uuid, $6::timestamptz)`,
);
const ANSWER = prepared(
  'quota_raises.answer',
  `UPDATE quota_raise SET state = $3, state_since = $4::timestamptz, granted_accounts = $5, note = coalesce($6, note), evidence = $7::jsonb, version = version + 1
   WHERE agency_id = $1::uuid AND id = $2::uuid`,
);

@Injectable()
export class QuotaRaisesRepository {
  constructor(private readonly database: Database) {}

  async find(where: AgencyTransaction | string, id: string): Promise<QuotaRaiseRow | null> {
    const [row] =
      typeof where === 'string'
        ? await this.database.read<QuotaRaiseRow>(where, BY_ID, [where, id])
        : await where.query<QuotaRaiseRow>(BY_ID, [where.agencyId, id]);
    return row ?? null;
  }

  /** Newest first; one row more than the limit when there is a next page. */
  listPage(
    agencyId: string,
    subjectId: string,
    query: { after: readonly [string, string] | null; limit: number },
  ): Promise<QuotaRaiseRow[]> {
    const [at, id] = query.after ?? [null, null];
    return this.database.read<QuotaRaiseRow>(agencyId, PAGE, [agencyId, subjectId, at, id, query.limit + 1]);
  }

  async hasSubject(agencyId: string, id: string): Promise<boolean> {
    return (await this.database.read(agencyId, SUBJECT_EXISTS, [agencyId, id])).length > 0;
  }

  /** The subject, which nobody else changes meanwhile; null: there is none of this id. */
  async lockSubject(transaction: AgencyTransaction, id: string): Promise<RaisingSubject | null> {
    const values = [transaction.agencyId, id];
    const [subject] = await transaction.query<Pick<RaisingSubject, 'type'>>(LOCK_SUBJECT, values);
    if (!subject) return null;
    const [facts] = await transaction.query<Omit<RaisingSubject, 'type'>>(SUBJECT_FACTS, values);
    if (!facts) throw new Error('the facts of a subject are always one row');
    return { ...facts, ...subject };
  }

  async isOfSubject(transaction: AgencyTransaction, registrationId: string, subjectId: string): Promise<boolean> {
    return (await transaction.query(OF_SUBJECT, [transaction.agencyId, registrationId, subjectId])).length > 0;
  }

  async insert(transaction: AgencyTransaction, raise: NewQuotaRaise): Promise<void> {
    const { id, subjectId, registrationId, reason, at, requestedBy } = raise;
    await transaction.query(INSERT, [transaction.agencyId, id, subjectId, registrationId, reason, at, requestedBy]);
  }

  /** Called with the subject locked, which locks its requests. */
  async answer(transaction: AgencyTransaction, id: string, answer: QuotaRaiseAnswer): Promise<void> {
    const { state, stateSince, grantedAccounts, note, evidence } = answer;
    const kept = evidence && JSON.stringify(evidence);
    const values = [transaction.agencyId, id, state, stateSince, grantedAccounts, note, kept];
    await transaction.query(ANSWER, values);
  }
}
