/** Reads a case in one statement and writes it in one. Called by `CasesService` and by intake, inside an agency's transaction. */
import { Injectable } from '@nestjs/common';
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

const LOCK = {
  registration: prepared('case.lock', 'SELECT FROM registration WHERE agency_id = $1 AND id = $2 FOR UPDATE'),
  order: prepared(
    'case.lock_of_order',
    `SELECT FROM registration WHERE agency_id = $1
       AND id = (SELECT registration_id FROM verification_order WHERE agency_id = $1 AND id = $2) FOR UPDATE`,
  ),
  prerequisite: prepared(
    'case.lock_of_prerequisite',
    `SELECT FROM registration WHERE agency_id = $1
       AND id = (SELECT registration_id FROM prerequisite WHERE agency_id = $1 AND id = $2) FOR UPDATE`,
  ),
};

const VOID_SIGN_OFF = prepared(
  'case.void_sign_off',
  'UPDATE sign_off SET voided_at = $3 WHERE agency_id = $1 AND registration_id = $2 AND voided_at IS NULL',
);
const CONTACT_OF_CASE = prepared(
  'case.contact',
  `SELECT c.id FROM client_contact c JOIN registration r ON r.agency_id = c.agency_id AND r.client_id = c.client_id
   WHERE c.agency_id = $1 AND r.id = $2 AND c.id = $3 AND c.removed_at IS NULL`,
);
const MEMBER = prepared('case.member', 'SELECT id FROM member WHERE agency_id = $1 AND id = $2 AND disabled_at IS NULL');

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
    const [, [row]] = await Promise.all([
      transaction.query(LOCK[target.by], values),
      transaction.query<CaseRow>(READ[target.by], values),
    ]);
    return row ?? null;
  }

  /**
   * Writes a case together with COMMIT, or as one statement among others.
   * @returns false when its version is no longer the expected one; nothing is written then
   */
  async write(transaction: AgencyTransaction, write: CaseWrite, how: 'and commit' | 'among others'): Promise<boolean> {
    const { statement, values } = caseWriteStatement(write);
    const rows =
      how === 'and commit' ? await transaction.commitWith(statement, values) : await transaction.query(statement, values);
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

  /** Whether the agency has this active member. */
  async hasMember(transaction: AgencyTransaction, memberId: string): Promise<boolean> {
    return (await transaction.query(MEMBER, [transaction.agencyId, memberId])).length > 0;
  }
}
