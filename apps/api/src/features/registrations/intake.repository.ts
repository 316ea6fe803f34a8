/** Puts a new case's bare row into the database and keeps its search terms. Called by intake and by the form, inside an agency's transaction. */
import { Injectable } from '@nestjs/common';
import type { AccountType, Route } from '@daiban/domain/enumerations';
import { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import type { PrismaTransaction } from '../../platform/database/database.js';
import { prepared, type SqlValue, type Statement } from '../../platform/database/statement.js';

/** What a row needs before the machine has said anything about it. */
export interface BareCase {
  readonly id: string;
  readonly clientId: string;
  readonly subjectId: string;
  readonly accountType: AccountType;
  readonly route: Route;
  readonly proposedName: string;
  readonly nameAlternatives: readonly string[];
  readonly accountEmailId: string | null;
  readonly adminPersonId: string | null;
  readonly assigneeId: string | null;
  readonly createdFromId: string | null;
  readonly adviceId: string | null;
  readonly createdAt: string;
}

// Version 0 in `draft`: nothing has happened yet. The first event of the same transaction makes it version 1.
const INSERT = prepared(
  'intake.insert',
  `INSERT INTO registration (id, agency_id, client_id, subject_id, account_type, route, proposed_name, name_alternatives, account_email_id, assignee_id,
     created_from_id, advice_id, admin_person_id, state, version, state_since, client_heard_at, holder, holder_since, board_stage, created_at)
   SELECT $2, $1, c.id, $4, $5, $6, $7, $8, $9, $10, $11, $12, $14, 'draft', 0, $13, $13, 'agency', $13, 'draft', $13
   FROM client c WHERE c.agency_id = $1 AND c.id = $3 AND c.erased_at IS NULL
   RETURNING id`,
);

// Terms are made in JavaScript: characters there and bytes here would not cut the same pairs.
const NAMES = prepared(
  'intake.search_names',
  `SELECT r.id, c.name AS client, r.proposed_name AS account, e.address FROM registration r
   JOIN client c ON c.agency_id = r.agency_id AND c.id = r.client_id
   LEFT JOIN account_email e ON e.agency_id = r.agency_id AND e.id = r.account_email_id AND coalesce(e.registration_id, r.id) = r.id
   WHERE r.agency_id = $1::uuid AND r.client_id = $2::uuid`,
);
const WRITE_TERMS = prepared(
  'intake.write_terms',
  `INSERT INTO registration_search (registration_id, agency_id, terms) VALUES ($2::uuid, $1::uuid, $3::text[])
   ON CONFLICT (registration_id) DO UPDATE SET terms = excluded.terms WHERE registration_search.terms <> excluded.terms`,
);
const OTHER_CASE = prepared('intake.other_case', 'SELECT id FROM registration WHERE agency_id = $1 AND id = $2');

/** What a case is found by. */
export interface SearchNames {
  readonly id: string;
  readonly client: string;
  readonly account: string;
  readonly address: string | null;
}

/** Names change in either kind of transaction: a client's through Prisma, a case's on the hot path. */
export type OpenTransaction = AgencyTransaction | PrismaTransaction;

@Injectable()
export class IntakeRepository {
  /** @returns false when the agency has no such client */
  async insert(transaction: AgencyTransaction, bare: BareCase): Promise<boolean> {
    const rows = await transaction.query(INSERT, [
      transaction.agencyId,
      bare.id,
      bare.clientId,
      bare.subjectId,
      bare.accountType,
      bare.route,
      bare.proposedName,
      bare.nameAlternatives,
      bare.accountEmailId,
      bare.assigneeId,
      bare.createdFromId,
      bare.adviceId,
      bare.createdAt,
      bare.adminPersonId,
    ]);
    return rows.length === 1;
  }

  /** Whether the agency has this case. */
  async hasCase(transaction: AgencyTransaction, id: string): Promise<boolean> {
    return (await transaction.query(OTHER_CASE, [transaction.agencyId, id])).length > 0;
  }

  /** The names of all cases of a client. */
  listNames(transaction: OpenTransaction, agencyId: string, clientId: string): Promise<SearchNames[]> {
    return run<SearchNames>(transaction, NAMES, [agencyId, clientId]);
  }

  async writeTerms(
    transaction: OpenTransaction,
    agencyId: string,
    registrationId: string,
    terms: readonly string[],
  ): Promise<void> {
    await run(transaction, WRITE_TERMS, [agencyId, registrationId, terms]);
  }
}

function run<Row extends object>(
  transaction: OpenTransaction,
  statement: Statement,
  values: readonly SqlValue[],
): Promise<Row[]> {
  return transaction instanceof AgencyTransaction
    ? transaction.query<Row>(statement, values)
    : transaction.$queryRawUnsafe<Row[]>(statement.text, ...values);
}
