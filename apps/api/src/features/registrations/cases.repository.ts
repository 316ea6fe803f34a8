/** Reads a case in one statement and writes it in one. Called by `CasesService` and by intake, inside an agency's transaction. */
import { Injectable } from '@nestjs/common';
import type { SubjectType } from '@daiban/domain/enumerations';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';
import type { CaseRow } from './case-rows.js';
import { caseWriteStatement, type CaseWrite } from './case-write.js';
import { READ_CASE, READ_CASE_OF_ORDER, READ_CASE_OF_PREREQUISITE } from './case.statements.js';

/** A case by its own id, or by the id of what belongs to it. */
export interface CaseTarget {
  readonly by: 'registration' | 'order' | 'prerequisite';
  readonly id: string;
}

const READ = {
  registration: READ_CASE,
  order: READ_CASE_OF_ORDER,
  prerequisite: READ_CASE_OF_PREREQUISITE,
};

// Not FOR UPDATE: rows that name the case (consents, links) may be inserted meanwhile.
const LOCK = {
  registration: prepared('case.lock', 'SELECT FROM registration WHERE agency_id = $1 AND id = $2 FOR NO KEY UPDATE'),
  order: prepared(
    'case.lock_of_order',
    `SELECT FROM registration WHERE agency_id = $1
       AND id = (SELECT registration_id FROM verification_order WHERE agency_id = $1 AND id = $2) FOR NO KEY UPDATE`,
  ),
  prerequisite: prepared(
    'case.lock_of_prerequisite',
    `SELECT FROM registration WHERE agency_id = $1
       AND id = (SELECT registration_id FROM prerequisite WHERE agency_id = $1 AND id = $2) FOR NO KEY UPDATE`,
  ),
};

const QUEUE_FOR_PLACES = prepared(
  'case.queue_for_places',
  "SELECT pg_advisory_xact_lock(hashtext('places'), hashtext($1))",
);
const VOID_SIGN_OFF = prepared(
  'case.void_sign_off',
  'UPDATE sign_off SET voided_at = $3 WHERE agency_id = $1 AND registration_id = $2 AND voided_at IS NULL',
);
const CONTACT_OF_CASE = prepared(
  'case.contact',
  `SELECT c.id FROM client_contact c JOIN registration r ON r.agency_id = c.agency_id AND r.client_id = c.client_id
   WHERE c.agency_id = $1 AND r.id = $2 AND c.id = $3 AND c.removed_at IS NULL`,
);
const SET_ADMIN = prepared(
  'case.set_admin',
  `WITH named AS (
     UPDATE registration r SET admin_person_id = p.id FROM person p
     WHERE r.agency_id = $1 AND r.id = $2 AND p.agency_id = $1 AND p.id = $3 RETURNING r.id),
   reopened AS (
     UPDATE prerequisite k SET state = 'open', reason_code = NULL, note = NULL, expires_on = NULL, reviewed_by = NULL, reviewed_at = NULL
     FROM named n WHERE $4::boolean AND k.agency_id = $1 AND k.registration_id = n.id AND k.order_id IS NULL AND k.holder = 'admin_person'
     RETURNING k.id),
   replaced AS (
     UPDATE document d SET state = 'deleted', deleted_at = $5, deletion_reason = 'replaced', object_key = NULL, name_sealed = '',
       deletion_proof = jsonb_build_object('object', d.object_key, 'basis', NULL, 'sha256', NULL, 'goneAt', NULL)
     FROM reopened o WHERE d.agency_id = $1 AND d.prerequisite_id = o.id AND d.state <> 'deleted')
   SELECT id FROM named`,
);
const REBASE = prepared(
  'case.rebase',
  `UPDATE registration r SET subject_id = coalesce($3, r.subject_id), client_id = c.id FROM client c
   WHERE r.agency_id = $1 AND r.id = $2 AND c.agency_id = $1 AND c.id = coalesce($4, r.client_id) RETURNING r.id`,
);
// Only a reserved address can be lost like this, and it is Tencent's to know after these stages. A blocked one may come back by a fresh look.
const WITHOUT_ADDRESS = prepared(
  'case.without_their_address',
  `SELECT r.id AS "registrationId", e.address FROM registration r JOIN account_email e ON e.agency_id = r.agency_id AND e.id = r.account_email_id
   WHERE r.agency_id = $1 AND r.board_stage IN ('draft', 'prerequisites', 'email') AND e.registration_id IS DISTINCT FROM r.id AND e.state <> 'blocked'`,
);
// An order under review or returned is paid and undecided; a clock that a sheet told us of is nobody's to end.
const OUT_OF_TIME = prepared(
  'case.out_of_time',
  `SELECT r.id FROM registration r CROSS JOIN LATERAL (
     SELECT CASE WHEN r.state <> 'proving_subject' OR r.route IN ('legal_representative', 'identity_scan') THEN r.email_confirmed_at ELSE r.route_started_at END AS started_at,
       CASE WHEN r.state <> 'proving_subject' OR r.route IN ('legal_representative', 'identity_scan') THEN $2::timestamptz
         WHEN r.route = 'small_transfer' THEN $3::timestamptz ELSE $4::timestamptz END AS ended_before) clock
   WHERE r.agency_id = $1 AND r.board_stage IN ('admin_verification', 'ready', 'proof', 'fee', 'rejected') AND r.proof_state <> 'transfer_sent'
     AND clock.started_at < clock.ended_before
     AND EXISTS (SELECT FROM history_entry h WHERE h.agency_id = $1 AND h.record_id = r.id
       AND h.kind IN ('email_confirmed', 'information_submitted', 'route_changed') AND h.occurred_at = clock.started_at)`,
);
// The same of an account that moves or closes. An account that somebody brought in like that has no clock of ours.
const LEAVING_OUT_OF_TIME = prepared(
  'case.leaving_out_of_time',
  `SELECT r.id FROM registration r WHERE r.agency_id = $1 AND r.board_stage IN ('migrating', 'closing')
     AND (r.migration_approved_at < $2::timestamptz OR r.freeze_ends_on < $3::date OR (r.board_stage = 'closing' AND r.freeze_ends_on IS NULL
       AND r.state_since < $4::timestamptz AND EXISTS (SELECT FROM history_entry h WHERE h.agency_id = $1 AND h.record_id = r.id
         AND h.kind = 'deregistration_started' AND h.occurred_at = r.state_since)
       AND EXISTS (SELECT FROM subject s WHERE s.agency_id = $1 AND s.id = r.subject_id AND s.type = ANY ($5::text[]))))`,
);
const MEMBER = prepared(
  'case.member',
  'SELECT id FROM member WHERE agency_id = $1 AND id = $2 AND disabled_at IS NULL',
);

/** By clock: one that was started before this moment is over. */
export interface ClocksBefore {
  readonly halfRegistration: string;
  readonly verificationRoute: string;
  readonly transfer: string;
}

/** The same for accounts that move or close; `freezeEndsOn`: a freeze that ended before this day has run out of its confirmation days. */
export interface LeavingClocksBefore {
  readonly migrationConfirmation: string;
  readonly freezeEndsOn: string;
  readonly deregistrationProof: string;
  /** Subjects whose proof has days at all. */
  readonly provenByTransfer: readonly SubjectType[];
}

@Injectable()
export class CasesRepository {
  constructor(private readonly database: Database) {}

  /** One read, on its own; null: there is no such case in the agency. */
  async find(agencyId: string, target: CaseTarget): Promise<CaseRow | null> {
    const [row] = await this.database.read<CaseRow>(agencyId, READ[target.by], [agencyId, target.id]);
    return row ?? null;
  }

  /** The same inside a transaction that may write it. */
  async read(transaction: AgencyTransaction, target: CaseTarget): Promise<CaseRow | null> {
    const [row] = await transaction.query<CaseRow>(READ[target.by], [transaction.agencyId, target.id]);
    return row ?? null;
  }

  /**
   * Waits for whoever is changing the case, then reads it: for calls that name no version. Two statements in one round trip, since a
   * statement that waits for a lock would still see everything else as it was before.
   */
  async readLocked(transaction: AgencyTransaction, target: CaseTarget): Promise<CaseRow | null> {
    const values = [transaction.agencyId, target.id];
    const [, rows] = await transaction.queryTogether([
      { ...LOCK[target.by], values },
      { ...READ[target.by], values },
    ]);
    return (rows as CaseRow[])[0] ?? null;
  }

  /** Waits until nobody else of the agency who has lost a place looks for another, to the end of the transaction. */
  async queueForPlaces(transaction: AgencyTransaction): Promise<void> {
    await transaction.query(QUEUE_FOR_PLACES, [transaction.agencyId]);
  }

  /**
   * Writes a case together with COMMIT, or as one statement among others.
   * @returns false when its version is no longer the expected one; nothing is written then
   */
  async write(transaction: AgencyTransaction, write: CaseWrite, how: 'and commit' | 'among others'): Promise<boolean> {
    const { statement, values } = caseWriteStatement(write);
    const rows =
      how === 'and commit'
        ? await transaction.commitWith(statement, values)
        : await transaction.query(statement, values);
    return rows.length === 1;
  }

  /** Ends the sign-off that stands, so that another can. */
  async voidSignOff(transaction: AgencyTransaction, registrationId: string, at: string): Promise<void> {
    await transaction.query(VOID_SIGN_OFF, [transaction.agencyId, registrationId, at]);
  }

  /** Whether somebody is a contact of the client whose case it is. */
  async hasContact(transaction: AgencyTransaction, registrationId: string, contactId: string): Promise<boolean> {
    return (await transaction.query(CONTACT_OF_CASE, [transaction.agencyId, registrationId, contactId])).length > 0;
  }

  /**
   * Names the admin so that the case can be read with them; false when the agency has no such person. The case's own write follows.
   * @param succeeds somebody else was named before: the admin's papers are open again, and the files brought for them go
   * @param at business time
   */
  async setAdmin(
    transaction: AgencyTransaction,
    registrationId: string,
    personId: string,
    succeeds: boolean,
    at: string,
  ): Promise<boolean> {
    const values = [transaction.agencyId, registrationId, personId, succeeds, at];
    return (await transaction.query(SET_ADMIN, values)).length === 1;
  }

  /** Puts another subject or client under a case, so that it can be read with them; false when the agency has no such client. The case's own write follows. */
  async rebase(
    transaction: AgencyTransaction,
    registrationId: string,
    subjectId: string | null,
    clientId: string | null,
  ): Promise<boolean> {
    return (await transaction.query(REBASE, [transaction.agencyId, registrationId, subjectId, clientId])).length === 1;
  }

  /** Cases that name an address which is free or another case's by now. */
  listWithoutTheirAddress(agencyId: string): Promise<{ readonly registrationId: string; readonly address: string }[]> {
    return this.database.read(agencyId, WITHOUT_ADDRESS, [agencyId]);
  }

  /** Cases whose days are over by a clock that an event of ours started. */
  async listOutOfTime(agencyId: string, before: ClocksBefore): Promise<string[]> {
    const values = [agencyId, before.halfRegistration, before.transfer, before.verificationRoute];
    return (await this.database.read<{ id: string }>(agencyId, OUT_OF_TIME, values)).map(({ id }) => id);
  }

  /** Accounts that move or close, and whose days to prove or to confirm it are over. */
  async listLeavingOutOfTime(agencyId: string, before: LeavingClocksBefore): Promise<string[]> {
    const values = [
      agencyId,
      before.migrationConfirmation,
      before.freezeEndsOn,
      before.deregistrationProof,
      before.provenByTransfer,
    ];
    return (await this.database.read<{ id: string }>(agencyId, LEAVING_OUT_OF_TIME, values)).map(({ id }) => id);
  }

  /** Whether the agency has this active member. */
  async hasMember(transaction: AgencyTransaction, memberId: string): Promise<boolean> {
    return (await transaction.query(MEMBER, [transaction.agencyId, memberId])).length > 0;
  }
}
