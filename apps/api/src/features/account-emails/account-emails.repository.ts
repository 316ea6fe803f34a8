/** Rows of the address pool and what people found out about them. */
import { Injectable } from '@nestjs/common';
import type { EmailCheckResult, EmailState, EvidenceRank, RegistrationState } from '@daiban/domain/enumerations';
import { v7 } from 'uuid';
import { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';
import { violatedConstraint } from '../../platform/database/violation.js';

/** An address with the case it is kept for and its last check. */
export interface AccountEmailRow {
  readonly id: string;
  readonly address: string;
  readonly state: EmailState;
  readonly stateSince: string;
  readonly holder: 'agency' | 'client';
  readonly registrationId: string | null;
  readonly accountName: string | null;
  readonly clientName: string | null;
  readonly registrationState: RegistrationState | null;
  /** Last day of the freeze its account is in; null: none runs, or its end is not known. */
  readonly freezeEndsOn: string | null;
  readonly reservedUntil: string | null;
  readonly version: number;
  readonly checkResult: EmailCheckResult | null;
  readonly checkRank: EvidenceRank | null;
  readonly checkedAt: string | null;
}

/** Where an address goes. */
export interface EmailMove {
  readonly state: EmailState;
  readonly at: string;
  /** Whose it is from then on; null: nobody's. */
  readonly registrationId: string | null;
  readonly reservedUntil: string | null;
  /** Null: as it was. */
  readonly holder: 'agency' | 'client' | null;
  /** True: control of the mailbox was proven at `at`; null: as it was; false: no longer. */
  readonly controlProven: boolean | null;
}

/** A new address of the pool. */
export interface NewEmail {
  readonly address: string;
  readonly addressIndex: Buffer;
  readonly holder: 'agency' | 'client';
  readonly registrationId: string;
  readonly reservedUntil: string;
  readonly at: string;
}

export interface NewEmailCheck {
  readonly emailId: string;
  readonly result: EmailCheckResult;
  readonly evidence: { readonly rank: EvidenceRank } & Readonly<Record<string, unknown>>;
  readonly checkedBy: string | null;
  readonly checkedAt: string;
}

const SELECT = `SELECT e.id, e.address, e.state, e.state_since AS "stateSince", e.holder, e.registration_id AS "registrationId",
    r.proposed_name AS "accountName", c.name AS "clientName", r.state AS "registrationState", r.freeze_ends_on AS "freezeEndsOn", e.reserved_until AS "reservedUntil", e.version,
    k.result AS "checkResult", k.evidence_rank AS "checkRank", k.checked_at AS "checkedAt"
  FROM account_email e
  LEFT JOIN registration r ON r.agency_id = e.agency_id AND r.id = e.registration_id
  LEFT JOIN client c ON c.agency_id = r.agency_id AND c.id = r.client_id
  LEFT JOIN LATERAL (SELECT result, evidence_rank, checked_at FROM account_email_check
    WHERE agency_id = e.agency_id AND account_email_id = e.id ORDER BY checked_at DESC, id DESC LIMIT 1) k ON true`;

const BY_ID = prepared('emails.by_id', `${SELECT} WHERE e.agency_id = $1::uuid AND e.id = $2::uuid`);
const LOCK_BY_ID = prepared('emails.lock_by_id', `${BY_ID.text} FOR UPDATE OF e`);
const LOCK_BY_ADDRESS = prepared(
  'emails.lock_by_address',
  `${SELECT} WHERE e.agency_id = $1::uuid AND e.address_index = $2 FOR UPDATE OF e`,
);
const LOCK_OF_REGISTRATION = prepared(
  'emails.lock_of_registration',
  `${SELECT} WHERE e.agency_id = $1::uuid AND e.registration_id = $2::uuid AND e.state IN ('reserved', 'in_use', 'cooling')
   ORDER BY e.state = 'reserved' DESC FOR UPDATE OF e`,
);
const PAGE = prepared(
  'emails.page',
  `${SELECT} WHERE e.agency_id = $1::uuid AND ($2::text IS NULL OR (e.address, e.id) > ($2, $3::uuid))
     AND ($4::text IS NULL OR e.state = $4) AND ($5::text IS NULL OR e.address ILIKE $5 OR r.proposed_name ILIKE $5 OR c.name ILIKE $5)
   ORDER BY e.address, e.id LIMIT $6`,
);
// Whatever is in the way, in this agency or in another, makes this insert nothing: no error, hence no broken transaction.
const INSERT = prepared(
  'emails.insert',
  `INSERT INTO account_email (id, agency_id, address, address_index, state, state_since, holder, registration_id, reserved_until, created_at)
   VALUES ($1::uuid, $2::uuid, $3, $4, 'reserved', $5::timestamptz, $6, $7::uuid, $8::timestamptz, $5::timestamptz)
   ON CONFLICT DO NOTHING RETURNING id`,
);
const MOVE = prepared(
  'emails.move',
  `UPDATE account_email SET state = $3, state_since = CASE WHEN state = $3 THEN state_since ELSE $4::timestamptz END,
     registration_id = $5::uuid, reserved_until = $6::timestamptz, holder = coalesce($7, holder),
     control_proven_at = CASE WHEN $8::boolean IS NULL THEN control_proven_at WHEN $8::boolean THEN $4::timestamptz END, version = version + 1
   WHERE agency_id = $1::uuid AND id = $2::uuid`,
);
// A case whose address was blocked keeps naming it until it takes another.
const CASE_NAMING = prepared(
  'emails.case_naming',
  `SELECT id FROM registration WHERE agency_id = $1::uuid AND account_email_id = $2::uuid AND email_confirmed_at IS NULL
     AND board_stage IN ('draft', 'prerequisites', 'email') ORDER BY id LIMIT 1`,
);
const TOUCH = prepared(
  'emails.touch',
  'UPDATE account_email SET version = version + 1 WHERE agency_id = $1::uuid AND id = $2::uuid',
);
const ACTIVE_MEMBERS = prepared(
  'emails.active_members',
  'SELECT id FROM member WHERE agency_id = $1::uuid AND disabled_at IS NULL',
);
const INSERT_CHECK = prepared(
  'emails.insert_check',
  `INSERT INTO account_email_check (id, agency_id, account_email_id, result, evidence_rank, evidence, checked_by, checked_at)
   VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6::jsonb, $7::uuid, $8::timestamptz)`,
);
const END_EXPIRED = prepared(
  'emails.end_expired',
  `UPDATE account_email SET state = 'free', state_since = reserved_until, registration_id = NULL, reserved_until = NULL, version = version + 1
   WHERE agency_id = $1::uuid AND state = 'reserved' AND reserved_until <= $2::timestamptz RETURNING id`,
);
const AGENCIES = prepared('emails.agencies', 'SELECT agency_id FROM lookup_agencies()');

@Injectable()
export class AccountEmailsRepository {
  constructor(private readonly database: Database) {}

  async find(agencyId: string, id: string): Promise<AccountEmailRow | null> {
    return (await this.database.read<AccountEmailRow>(agencyId, BY_ID, [agencyId, id]))[0] ?? null;
  }

  /** One row more than the limit when there is a next page. `pattern` is an ILIKE pattern. */
  listPage(
    agencyId: string,
    query: { after: readonly [string, string] | null; state: EmailState | null; pattern: string | null; limit: number },
  ): Promise<AccountEmailRow[]> {
    const [address, id] = query.after ?? [null, null];
    const values = [agencyId, address, id, query.state, query.pattern, query.limit + 1];
    return this.database.read<AccountEmailRow>(agencyId, PAGE, values);
  }

  async lock(transaction: AgencyTransaction, id: string): Promise<AccountEmailRow | null> {
    return (await transaction.query<AccountEmailRow>(LOCK_BY_ID, [transaction.agencyId, id]))[0] ?? null;
  }

  async lockByAddress(transaction: AgencyTransaction, addressIndex: Buffer): Promise<AccountEmailRow | null> {
    const values = [transaction.agencyId, addressIndex];
    return (await transaction.query<AccountEmailRow>(LOCK_BY_ADDRESS, values))[0] ?? null;
  }

  /** The address that a registration holds, whichever active state it is in; of two the one that is reserved to follow the other. */
  async lockOfRegistration(transaction: AgencyTransaction, registrationId: string): Promise<AccountEmailRow | null> {
    const values = [transaction.agencyId, registrationId];
    return (await transaction.query<AccountEmailRow>(LOCK_OF_REGISTRATION, values))[0] ?? null;
  }

  /** Adds a reserved address; null when it is in the pool already or active in another agency. */
  async insertReserved(transaction: AgencyTransaction, email: NewEmail): Promise<string | null> {
    const [row] = await transaction.query<{ id: string }>(INSERT, [
      v7(),
      transaction.agencyId,
      email.address,
      email.addressIndex,
      email.at,
      email.holder,
      email.registrationId,
      email.reservedUntil,
    ]);
    return row?.id ?? null;
  }

  async move(transaction: AgencyTransaction, id: string, move: EmailMove): Promise<void> {
    await transaction.query(MOVE, [
      transaction.agencyId,
      id,
      move.state,
      move.at,
      move.registrationId,
      move.reservedUntil,
      move.holder,
      move.controlProven,
    ]);
  }

  /** Like `move`, into an active state; false when the address is active in another agency. The transaction goes on either way. */
  async moveUnlessTaken(transaction: AgencyTransaction, id: string, move: EmailMove): Promise<boolean> {
    await transaction.query({ text: 'SAVEPOINT email_move' });
    try {
      await this.move(transaction, id, move);
      return true;
    } catch (error) {
      if (violatedConstraint(error) !== 'account_email_active_key') throw error;
      await transaction.query({ text: 'ROLLBACK TO SAVEPOINT email_move' });
      return false;
    }
  }

  /** The case that still names an address it does not hold any more and has not confirmed; null: none. */
  async findCaseNaming(transaction: AgencyTransaction, emailId: string): Promise<string | null> {
    const [row] = await transaction.query<{ id: string }>(CASE_NAMING, [transaction.agencyId, emailId]);
    return row?.id ?? null;
  }

  /** Nothing moves but the version: what is known of the address has changed. */
  async touch(transaction: AgencyTransaction, id: string): Promise<void> {
    await transaction.query(TOUCH, [transaction.agencyId, id]);
  }

  /** Ids of the members who may countersign. */
  async listActiveMembers(transaction: AgencyTransaction): Promise<string[]> {
    return (await transaction.query<{ id: string }>(ACTIVE_MEMBERS, [transaction.agencyId])).map(({ id }) => id);
  }

  async insertCheck(transaction: AgencyTransaction, check: NewEmailCheck): Promise<void> {
    await transaction.query(INSERT_CHECK, [
      v7(),
      transaction.agencyId,
      check.emailId,
      check.result,
      check.evidence.rank,
      JSON.stringify(check.evidence),
      check.checkedBy,
      check.checkedAt,
    ]);
  }

  /** Frees every address of an agency whose reservation is over; answers how many. */
  async endExpired(transaction: AgencyTransaction, now: string): Promise<number> {
    return (await transaction.query(END_EXPIRED, [transaction.agencyId, now])).length;
  }

  /** Every agency of the installation, for the minute's round. */
  async listAgenciesUnscoped(): Promise<string[]> {
    return (await this.database.lookup<{ agency_id: string }>(AGENCIES)).map((row) => row.agency_id);
  }
}
