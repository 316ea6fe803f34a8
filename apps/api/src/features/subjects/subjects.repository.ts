/** Rows of `subject` and of the accounts typed as known elsewhere. */
import { Injectable } from '@nestjs/common';
import type {
  AccountType,
  LicenceOwner,
  SubjectClass,
  SubjectStanding,
  SubjectType,
} from '@daiban/domain/enumerations';
import { v7 } from 'uuid';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** An account outside this installation. */
export interface AccountElsewhereRow {
  readonly accountType: AccountType;
  readonly state: string;
  readonly since: string | null;
  readonly note: string | null;
}

export interface SubjectRow {
  readonly id: string;
  readonly type: SubjectType;
  readonly class: SubjectClass | null;
  readonly name: string;
  readonly code: string | null;
  readonly countryCode: string;
  readonly licenceOf: LicenceOwner;
  readonly standing: SubjectStanding;
  readonly licenceExpiresOn: string | null;
  readonly version: number;
  readonly accountsElsewhere: readonly AccountElsewhereRow[];
  /** HMAC of the ID number of an individual, known through a registration's admin; null for others. */
  readonly idNumberIndex: Buffer | null;
  /** A registration of it was submitted: what Tencent holds cannot be changed here. */
  readonly sealed: boolean;
  /** Accounts that granted raises allow above the rule's limit. */
  readonly grantedAccounts: number;
}

/** The fields that a change writes. */
export type SubjectFields = Pick<SubjectRow, 'name' | 'class' | 'code' | 'licenceOf' | 'standing' | 'licenceExpiresOn'>;

const SELECT = `SELECT s.id, s.type, s.class, s.name, s.code, s.country_code AS "countryCode", s.licence_of AS "licenceOf", s.standing,
    s.licence_expires_on AS "licenceExpiresOn", s.version,
    coalesce((SELECT jsonb_agg(jsonb_build_object('accountType', e.account_type, 'state', e.state, 'since', e.since, 'note', e.note) ORDER BY e.id)
      FROM account_elsewhere e WHERE e.agency_id = s.agency_id AND e.subject_id = s.id), '[]') AS "accountsElsewhere",
    CASE WHEN s.type = 'individual' THEN (SELECT p.id_number_index FROM registration r JOIN person p ON p.agency_id = r.agency_id AND p.id = r.admin_person_id
      WHERE r.agency_id = s.agency_id AND r.subject_id = s.id AND p.id_number_index IS NOT NULL ORDER BY r.created_at DESC, r.id DESC LIMIT 1) END AS "idNumberIndex",
    EXISTS (SELECT FROM registration r WHERE r.agency_id = s.agency_id AND r.subject_id = s.id
      AND (r.submitted_at IS NOT NULL OR r.state NOT IN ('draft', 'awaiting_prerequisites', 'awaiting_email', 'awaiting_admin_verification', 'ready_to_submit', 'withdrawn'))) AS sealed,
    (SELECT coalesce(sum(q.granted_accounts), 0) FROM quota_raise q WHERE q.agency_id = s.agency_id AND q.subject_id = s.id) AS "grantedAccounts"
  FROM subject s`;

const BY_ID = prepared('subjects.by_id', `${SELECT} WHERE s.agency_id = $1::uuid AND s.id = $2::uuid`);
const LOCK_BY_ID = prepared('subjects.lock_by_id', `${BY_ID.text} FOR UPDATE OF s`);
const PAGE = prepared(
  'subjects.page',
  `${SELECT} WHERE s.agency_id = $1::uuid AND ($2::text IS NULL OR (s.name, s.id) > ($2, $3::uuid)) AND ($4::text IS NULL OR s.name ILIKE $4 OR s.code ILIKE $4)
   ORDER BY s.name, s.id LIMIT $5`,
);
const BY_CODE = prepared('subjects.by_code', `${SELECT} WHERE s.agency_id = $1::uuid AND s.code = $2`);
const INSERT = prepared(
  'subjects.insert',
  `INSERT INTO subject (id, agency_id, type, class, name, code, country_code, licence_of, standing, licence_expires_on, created_at)
   VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8, $9, $10::date, $11::timestamptz)
   ON CONFLICT (agency_id, code) WHERE code IS NOT NULL DO NOTHING RETURNING id`,
);
const BEGIN_HISTORY = prepared(
  'subjects.begin_history',
  'UPDATE subject SET history_head = $3 WHERE agency_id = $1::uuid AND id = $2::uuid',
);
const UPDATE = prepared(
  'subjects.update',
  `UPDATE subject SET name = $4, class = $5, code = $6, licence_of = $7, standing = $8, licence_expires_on = $9::date, version = version + 1, history_head = $10
   WHERE agency_id = $1::uuid AND id = $2::uuid AND version = $3 RETURNING id`,
);
const TOUCH = prepared(
  'subjects.touch',
  `UPDATE subject SET version = version + 1, history_head = $4 WHERE agency_id = $1::uuid AND id = $2::uuid AND version = $3 RETURNING id`,
);
const REPLACE_ELSEWHERE = prepared(
  'subjects.replace_elsewhere',
  `WITH gone AS (DELETE FROM account_elsewhere WHERE agency_id = $1::uuid AND subject_id = $2::uuid)
   INSERT INTO account_elsewhere (id, agency_id, subject_id, account_type, state, since, note, created_at)
   SELECT id, $1::uuid, $2::uuid, "accountType", state, since, note, $4::timestamptz
   FROM jsonb_to_recordset($3::jsonb) AS e (id uuid, "accountType" text, state text, since date, note text)`,
);

@Injectable()
export class SubjectsRepository {
  constructor(private readonly database: Database) {}

  async find(agencyId: string, id: string): Promise<SubjectRow | null> {
    return (await this.database.read<SubjectRow>(agencyId, BY_ID, [agencyId, id]))[0] ?? null;
  }

  /** Reads a subject that is about to be changed: nobody else changes it meanwhile. */
  async lock(transaction: AgencyTransaction, id: string): Promise<SubjectRow | null> {
    return (await transaction.query<SubjectRow>(LOCK_BY_ID, [transaction.agencyId, id]))[0] ?? null;
  }

  async findByCode(transaction: AgencyTransaction, code: string): Promise<SubjectRow | null> {
    return (await transaction.query<SubjectRow>(BY_CODE, [transaction.agencyId, code]))[0] ?? null;
  }

  /** By name; one row more than the limit when there is a next page. `pattern` is an ILIKE pattern. */
  listPage(
    agencyId: string,
    query: { after: readonly [string, string] | null; pattern: string | null; limit: number },
  ): Promise<SubjectRow[]> {
    const [name, id] = query.after ?? [null, null];
    return this.database.read<SubjectRow>(agencyId, PAGE, [agencyId, name, id, query.pattern, query.limit + 1]);
  }

  /**
   * Inserts a subject whose history begins afterwards.
   * @returns false: the agency has one of this code, perhaps of a transaction that was quicker by a moment
   */
  async create(
    transaction: AgencyTransaction,
    subject: { id: string; type: SubjectType; countryCode: string; createdAt: string } & SubjectFields,
  ): Promise<boolean> {
    const inserted = await transaction.query(INSERT, [
      subject.id,
      transaction.agencyId,
      subject.type,
      subject.class,
      subject.name,
      subject.code,
      subject.countryCode,
      subject.licenceOf,
      subject.standing,
      subject.licenceExpiresOn,
      subject.createdAt,
    ]);
    return inserted.length === 1;
  }

  /** Sets the head of a new subject's history. */
  async beginHistory(transaction: AgencyTransaction, id: string, head: Uint8Array): Promise<void> {
    await transaction.query(BEGIN_HISTORY, [transaction.agencyId, id, Buffer.from(head)]);
  }

  /** Rows moved: 0 when the version is another by now. */
  async update(
    transaction: AgencyTransaction,
    id: string,
    fromVersion: number,
    fields: SubjectFields,
    head: Uint8Array,
  ): Promise<number> {
    const { name, class: subjectClass, code, licenceOf, standing, licenceExpiresOn } = fields;
    const set = [name, subjectClass, code, licenceOf, standing, licenceExpiresOn, Buffer.from(head)];
    return (await transaction.query(UPDATE, [transaction.agencyId, id, fromVersion, ...set])).length;
  }

  /** Moves the version and the chain's head for what stands in another table. Rows moved: 0 when the version is another by now. */
  async touch(transaction: AgencyTransaction, id: string, fromVersion: number, head: Uint8Array): Promise<number> {
    return (await transaction.query(TOUCH, [transaction.agencyId, id, fromVersion, Buffer.from(head)])).length;
  }

  /** Makes the accounts known elsewhere those of the list. */
  async replaceElsewhere(
    transaction: AgencyTransaction,
    subjectId: string,
    accounts: readonly AccountElsewhereRow[],
    at: string,
  ): Promise<void> {
    const rows = JSON.stringify(accounts.map((account) => ({ ...account, id: v7() })));
    await transaction.query(REPLACE_ELSEWHERE, [transaction.agencyId, subjectId, rows, at]);
  }
}
