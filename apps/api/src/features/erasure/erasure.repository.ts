/** Reads what hangs on a client, and takes it away table by table. Every table that can hold something of a client is named in `ERASE`; a test looks for what is left in all of them. */
import { Injectable } from '@nestjs/common';
import { FINAL_REGISTRATION_STATES, type RegistrationState } from '@daiban/domain/enumerations';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

export interface ErasableClient {
  readonly name: string;
  readonly erasedAt: string | null;
  readonly openCases: readonly {
    readonly registrationId: string;
    readonly accountName: string;
    readonly state: RegistrationState;
  }[];
  readonly counts: {
    readonly cases: number;
    readonly contacts: number;
    readonly people: number;
    readonly documents: number;
    readonly messages: number;
    readonly mails: number;
  };
}

/** What stands where a name was. */
export const ERASED_NAME = 'Erased 已清除';

/** Cases of the client $2, and the people and subjects that stand in no other client's case. */
const OWN = `
  cases AS MATERIALIZED (SELECT r.id, r.admin_person_id, r.subject_id, r.account_email_id FROM registration r WHERE r.agency_id = $1::uuid AND r.client_id = $2::uuid),
  linked AS MATERIALIZED (
    SELECT r.client_id, r.admin_person_id AS person_id FROM registration r WHERE r.agency_id = $1::uuid AND r.admin_person_id IS NOT NULL
    UNION SELECT r.client_id, o.person_id FROM operator o JOIN registration r ON r.agency_id = o.agency_id AND r.id = o.registration_id WHERE o.agency_id = $1::uuid
    UNION SELECT r.client_id, c.person_id FROM consent c JOIN registration r ON r.agency_id = c.agency_id AND r.id = c.registration_id WHERE c.agency_id = $1::uuid
    UNION SELECT r.client_id, a.person_id FROM appointment a JOIN registration r ON r.agency_id = a.agency_id AND r.id = a.registration_id WHERE a.agency_id = $1::uuid
    UNION SELECT l.client_id, l.person_id FROM portal_link l WHERE l.agency_id = $1::uuid AND l.person_id IS NOT NULL
  ),
  people AS MATERIALIZED (SELECT person_id AS id FROM linked GROUP BY person_id HAVING bool_and(client_id = $2::uuid)),
  subjects AS MATERIALIZED (
    SELECT r.subject_id AS id FROM registration r WHERE r.agency_id = $1::uuid
    GROUP BY r.subject_id HAVING bool_and(r.client_id = $2::uuid)
  ),
  contacts AS MATERIALIZED (SELECT c.id, c.email FROM client_contact c WHERE c.agency_id = $1::uuid AND c.client_id = $2::uuid)`;

const MAILS_OF_CLIENT = `(d.client_id = $2::uuid OR d.registration_id IN (SELECT id FROM cases) OR d.contact_id IN (SELECT id FROM contacts) OR d.person_id IN (SELECT id FROM people))`;

const FIND = prepared(
  'erasure.find',
  `WITH ${OWN}
   SELECT c.name, c.erased_at AS "erasedAt",
     coalesce((SELECT json_agg(json_build_object('registrationId', r.id, 'accountName', r.proposed_name, 'state', r.state) ORDER BY r.proposed_name, r.id)
       FROM registration r WHERE r.agency_id = $1::uuid AND r.client_id = $2::uuid AND r.state <> ALL($3)), '[]') AS "openCases",
     json_build_object(
       'cases', (SELECT count(*) FROM cases), 'contacts', (SELECT count(*) FROM contacts), 'people', (SELECT count(*) FROM people),
       'documents', (SELECT count(*) FROM document d WHERE d.agency_id = $1::uuid AND d.state <> 'deleted' AND d.registration_id IN (SELECT id FROM cases)),
       'messages', (SELECT count(*) FROM message m WHERE m.agency_id = $1::uuid AND m.client_id = $2::uuid),
       'mails', (SELECT count(*) FROM delivery d WHERE d.agency_id = $1::uuid AND ${MAILS_OF_CLIENT})) AS counts
   FROM client c WHERE c.agency_id = $1::uuid AND c.id = $2::uuid`,
);
const LOCK = prepared(
  'erasure.lock',
  `SELECT r.id FROM registration r WHERE r.agency_id = $1::uuid AND r.client_id = $2::uuid AND r.state <> ALL($3) FOR UPDATE`,
);
const NAMES = prepared(
  'erasure.names',
  `WITH ${OWN}
   SELECT c.name FROM client c WHERE c.agency_id = $1::uuid AND c.id = $2::uuid
   UNION SELECT c.name FROM client_contact c WHERE c.agency_id = $1::uuid AND c.client_id = $2::uuid
   UNION SELECT p.name FROM person p JOIN people ON people.id = p.id WHERE p.agency_id = $1::uuid`,
);
const PEOPLE = prepared('erasure.people', `WITH ${OWN} SELECT id FROM people ORDER BY id`);
const MOVE_CLIENT = prepared(
  'erasure.client',
  `UPDATE client SET name = $5, erased_at = $6::timestamptz, history_head = $3, version = version + 1
   WHERE agency_id = $1::uuid AND id = $2::uuid AND version = $4 AND erased_at IS NULL RETURNING id`,
);

/** $1 agency · $2 client · $3 name in the place of names · $4 now on the business clock. People first: whose they are is read from what comes after. */
const ERASE: readonly (readonly [table: string, sql: string])[] = [
  [
    'person',
    `UPDATE person p SET name = $3, id_number_sealed = NULL, id_number_index = NULL, id_number_masked = NULL,
       phone_sealed = NULL, phone_index = NULL, phone_masked = NULL, email = NULL
     FROM people WHERE p.agency_id = $1::uuid AND p.id = people.id`,
  ],
  [
    'account_elsewhere',
    `DELETE FROM account_elsewhere e WHERE e.agency_id = $1::uuid AND (e.person_id IN (SELECT id FROM people) OR e.subject_id IN (SELECT id FROM subjects))`,
  ],
  ['slot', `DELETE FROM slot s WHERE s.agency_id = $1::uuid AND s.registration_id IN (SELECT id FROM cases)`],
  [
    'running_transfer',
    `DELETE FROM running_transfer t WHERE t.agency_id = $1::uuid AND t.registration_id IN (SELECT id FROM cases)`,
  ],
  [
    'subject',
    `UPDATE subject s SET name = $3, code = NULL FROM subjects WHERE s.agency_id = $1::uuid AND s.id = subjects.id`,
  ],
  [
    'quota_raise',
    `UPDATE quota_raise q SET reason = '', note = NULL, evidence = NULL WHERE q.agency_id = $1::uuid AND q.subject_id IN (SELECT id FROM subjects)`,
  ],
  [
    'account_email_check',
    `UPDATE account_email_check k SET evidence = jsonb_build_object('rank', k.evidence_rank)
     WHERE k.agency_id = $1::uuid AND k.account_email_id IN (SELECT e.id FROM account_email e WHERE e.agency_id = $1::uuid AND e.holder = 'client'
       AND (e.registration_id IN (SELECT id FROM cases) OR e.id IN (SELECT account_email_id FROM cases)))`,
  ],
  [
    'account_email',
    // An index of its own: of the address nothing may be left to compare with.
    `UPDATE account_email e SET address = 'erased-' || e.id, address_index = sha256(convert_to('erased-' || e.id, 'UTF8')), state = 'blocked', registration_id = NULL
     WHERE e.agency_id = $1::uuid AND e.holder = 'client' AND (e.registration_id IN (SELECT id FROM cases) OR e.id IN (SELECT account_email_id FROM cases))`,
  ],
  [
    'lead',
    `UPDATE lead l SET name = $3, company = NULL, email = '', body_sealed = NULL, state = 'closed'
     WHERE l.agency_id = $1::uuid AND lower(l.email) IN (SELECT lower(email) FROM contacts)`,
  ],
  [
    'data_request',
    `UPDATE data_request q SET body_sealed = '', answer_sealed = CASE WHEN q.answer_sealed IS NOT NULL THEN ''::bytea END, state = CASE q.state WHEN 'open' THEN 'done' ELSE q.state END, closed_at = coalesce(q.closed_at, $4::timestamptz)
     WHERE q.agency_id = $1::uuid AND (q.client_id = $2::uuid OR q.contact_id IN (SELECT id FROM contacts) OR q.person_id IN (SELECT id FROM people))`,
  ],
  [
    'delivery',
    `UPDATE delivery d SET to_address = NULL, subject = NULL, html = NULL, text = NULL, response = NULL,
       state = CASE WHEN d.state IN ('queued', 'sending') THEN 'skipped' ELSE d.state END,
       skipped_reason = CASE WHEN d.state IN ('queued', 'sending') THEN 'contact_removed' ELSE d.skipped_reason END
     WHERE d.agency_id = $1::uuid AND ${MAILS_OF_CLIENT}`,
  ],
  [
    'idempotency_record',
    // Kept answers of the client's own visitors; those of members are sealed, and gone within their 30 days.
    `DELETE FROM idempotency_record i WHERE i.agency_id = $1::uuid
     AND i.caller IN (SELECT 'contact:' || id FROM contacts UNION ALL SELECT 'admin_person:' || id FROM people)`,
  ],
  [
    'portal_session',
    `UPDATE portal_session s SET ended_at = $4::timestamptz FROM portal_link l
     WHERE s.agency_id = $1::uuid AND s.ended_at IS NULL AND l.agency_id = s.agency_id AND l.id = s.link_id AND l.client_id = $2::uuid`,
  ],
  [
    'portal_link',
    `UPDATE portal_link l SET label = NULL, revoked_at = coalesce(l.revoked_at, $4::timestamptz) WHERE l.agency_id = $1::uuid AND l.client_id = $2::uuid`,
  ],
  [
    'client_contact',
    `UPDATE client_contact c SET name = $3, email = '', removed_at = coalesce(c.removed_at, $4::timestamptz) WHERE c.agency_id = $1::uuid AND c.client_id = $2::uuid`,
  ],
  ['message', `UPDATE message m SET body_sealed = '' WHERE m.agency_id = $1::uuid AND m.client_id = $2::uuid`],
  [
    'import_row',
    `UPDATE import_row i SET original_sealed = '', row_key = NULL, problems = '[]',
       plan = i.plan || jsonb_build_object('client', NULL, 'accountName', NULL)
     WHERE i.agency_id = $1::uuid AND (i.registration_id IN (SELECT id FROM cases)
       OR i.plan ->> 'client' = (SELECT c.name FROM client c WHERE c.agency_id = $1::uuid AND c.id = $2::uuid))`,
  ],
  [
    'import_run',
    `UPDATE import_run u SET file_name = $3 WHERE u.agency_id = $1::uuid
       AND u.id IN (SELECT i.run_id FROM import_row i WHERE i.agency_id = $1::uuid AND i.registration_id IN (SELECT id FROM cases))`,
  ],
  [
    'sign_off',
    `UPDATE sign_off s SET choices = s.choices - 'subjectName' - 'subjectCode' - 'proposedName' WHERE s.agency_id = $1::uuid AND s.registration_id IN (SELECT id FROM cases)`,
  ],
  [
    'prerequisite',
    `UPDATE prerequisite p SET note = NULL WHERE p.agency_id = $1::uuid AND p.registration_id IN (SELECT id FROM cases)`,
  ],
  [
    'review_sitting',
    `UPDATE review_sitting s SET decisions = '[]' WHERE s.agency_id = $1::uuid AND s.registration_id IN (SELECT id FROM cases)`,
  ],
  [
    'verification_order',
    `UPDATE verification_order o SET wanted_name = NULL, receiving_number = NULL, auditor_contact = NULL, supplement_reason = NULL
     WHERE o.agency_id = $1::uuid AND o.registration_id IN (SELECT id FROM cases)`,
  ],
  [
    'sheet_tick',
    `DELETE FROM sheet_tick t WHERE t.agency_id = $1::uuid AND t.registration_id IN (SELECT id FROM cases)`,
  ],
  [
    'registration_search',
    `DELETE FROM registration_search s WHERE s.agency_id = $1::uuid AND s.registration_id IN (SELECT id FROM cases)`,
  ],
  [
    'registration',
    `UPDATE registration r SET proposed_name = $3, name_alternatives = '{}', original_id = NULL, app_id = NULL, imported_conflict = NULL,
       verification_conflict = NULL, migration_target = NULL, sealed_sheet = NULL
     WHERE r.agency_id = $1::uuid AND r.client_id = $2::uuid`,
  ],
  [
    'data_key',
    `UPDATE data_key k SET wrapped = NULL, shredded_at = $4::timestamptz, retired_at = coalesce(k.retired_at, $4::timestamptz)
     WHERE k.agency_id = $1::uuid AND k.client_id = $2::uuid AND k.shredded_at IS NULL`,
  ],
];
const ERASE_STATEMENTS = ERASE.map(([table, sql]) =>
  prepared(
    `erasure.erase_${table}`,
    // Types of all four, whether this table's statement uses them or not.
    `WITH given AS (SELECT $1::uuid, $2::uuid, $3::text, $4::timestamptz), ${OWN} ${sql}`,
  ),
);

@Injectable()
export class ErasureRepository {
  constructor(private readonly database: Database) {}

  async find(agencyId: string, clientId: string): Promise<ErasableClient | null> {
    const values = [agencyId, clientId, FINAL_REGISTRATION_STATES];
    return (await this.database.read<ErasableClient>(agencyId, FIND, values))[0] ?? null;
  }

  /** Of the client, its contacts and the people who stand in its cases alone. */
  async listNames(agencyId: string, clientId: string): Promise<string[]> {
    return (await this.database.read<{ name: string }>(agencyId, NAMES, [agencyId, clientId])).map(({ name }) => name);
  }

  /** Whether a case of the client is not over, looked at again where it counts. */
  async hasOpenCase(transaction: AgencyTransaction, clientId: string): Promise<boolean> {
    return (await transaction.query(LOCK, [transaction.agencyId, clientId, FINAL_REGISTRATION_STATES])).length > 0;
  }

  /** People who stand in no other client's case. */
  async listOwnPeople(transaction: AgencyTransaction, clientId: string): Promise<string[]> {
    const rows = await transaction.query<{ id: string }>(PEOPLE, [transaction.agencyId, clientId]);
    return rows.map(({ id }) => id);
  }

  /** Rows moved: 0 when somebody else has erased it by now. */
  async eraseClientRow(
    transaction: AgencyTransaction,
    clientId: string,
    { fromVersion, head, at }: { readonly fromVersion: number; readonly head: Uint8Array; readonly at: string },
  ): Promise<number> {
    const values = [transaction.agencyId, clientId, Buffer.from(head), fromVersion, ERASED_NAME, at];
    return (await transaction.query(MOVE_CLIENT, values)).length;
  }

  /** Takes away what stands beside the client's own row, and destroys its keys. */
  async eraseBeside(transaction: AgencyTransaction, clientId: string, at: string): Promise<void> {
    for (const statement of ERASE_STATEMENTS)
      await transaction.query(statement, [transaction.agencyId, clientId, ERASED_NAME, at]);
  }
}
