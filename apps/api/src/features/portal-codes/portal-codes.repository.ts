/** Reads and writes mailed codes. */
import type { Locale } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** A contact with the address that was given, in any agency. */
export interface CodeReceiver {
  readonly agencyId: string;
  readonly contactId: string;
  readonly clientId: string;
}

export interface NewCode {
  readonly id: string;
  readonly contactId: string;
  readonly hash: Buffer;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** A code that may still be right. */
export interface LiveCode {
  readonly id: string;
  readonly contactId: string;
  readonly hash: Buffer;
}

/** What the mail with a code is written from. */
export interface CodeMailRow {
  readonly deliveryId: string;
  readonly codeId: string | null;
  /** Null: the contact was removed, or its client erased. */
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly expiresAt: string | null;
  readonly usedAt: string | null;
  readonly clientName: string;
  readonly locale: Locale;
  readonly agencyName: string;
  readonly agencyNameZh: string | null;
  /** Whom an answer reaches: who looks after the client, else the agency's owner. */
  readonly replyTo: string;
}

/** `kind` of the rows in `delivery`. */
export const PORTAL_CODE = 'portal_code';
/** Tries that one code has. */
export const CODE_TRIES = 5;

const RECEIVERS = prepared('lookup.contacts_by_email', 'SELECT * FROM lookup_contacts_by_email($1)');
const LOCALES = prepared(
  'portal_codes.locales',
  'SELECT id, locale FROM client WHERE agency_id = $1 AND id = ANY($2::uuid[])',
);
const INSERT = prepared(
  'portal_codes.insert',
  'INSERT INTO portal_code (id, agency_id, contact_id, code_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)',
);
// Counted before it is compared, on locked rows in one order: however many try at once, each code has its few tries and is used once.
const TAKE_TRY = prepared(
  'portal_codes.take_try',
  `UPDATE portal_code SET attempts = attempts + 1 WHERE agency_id = $1 AND id IN (
     SELECT id FROM portal_code WHERE agency_id = $1 AND contact_id = ANY($2::uuid[]) AND used_at IS NULL AND attempts < ${CODE_TRIES} AND expires_at > $3
     ORDER BY id FOR UPDATE)
   RETURNING id, contact_id AS "contactId", code_hash AS hash`,
);
const USE = prepared(
  'portal_codes.use',
  'UPDATE portal_code SET used_at = $3 WHERE agency_id = $1 AND id = $2 AND used_at IS NULL RETURNING id',
);
const MAILS = prepared(
  'portal_codes.mails',
  `SELECT d.id AS "deliveryId", d.about_id AS "codeId", c.name AS "contactName", c.email AS "contactEmail", p.expires_at AS "expiresAt", p.used_at AS "usedAt",
     cl.name AS "clientName", d.locale, a.name AS "agencyName", a.name_zh AS "agencyNameZh",
     coalesce(
       (SELECT m.email FROM registration r JOIN member m ON m.agency_id = $1 AND m.id = r.assignee_id AND m.disabled_at IS NULL
        WHERE r.agency_id = $1 AND r.client_id = d.client_id ORDER BY r.created_at DESC LIMIT 1),
       (SELECT k.email FROM member k WHERE k.agency_id = $1 AND k.role = 'owner' AND k.disabled_at IS NULL ORDER BY k.created_at LIMIT 1)) AS "replyTo"
   FROM delivery d
   JOIN client cl ON cl.agency_id = $1 AND cl.id = d.client_id
   JOIN agency a ON a.id = $1
   LEFT JOIN client_contact c ON c.agency_id = $1 AND c.id = d.contact_id AND c.removed_at IS NULL AND cl.erased_at IS NULL
   LEFT JOIN portal_code p ON p.agency_id = $1 AND p.id = d.about_id
   WHERE d.agency_id = $1 AND d.id = ANY($2::uuid[])`,
);
const CLIENT_OF = prepared(
  'portal_codes.client_of',
  'SELECT client_id AS "clientId" FROM client_contact WHERE agency_id = $1 AND id = $2',
);
@Injectable()
export class PortalCodesRepository {
  constructor(private readonly database: Database) {}

  /** Everybody, in any agency, who may be sent a code to this address; 20 at most. */
  async lookUpReceiversUnscoped(email: string): Promise<CodeReceiver[]> {
    const rows = await this.database.lookup<{ agency_id: string; contact_id: string; client_id: string }>(RECEIVERS, [
      email,
    ]);
    return rows.map((row) => ({ agencyId: row.agency_id, contactId: row.contact_id, clientId: row.client_id }));
  }

  /** Language by client. */
  async listLocales(transaction: AgencyTransaction, clientIds: readonly string[]): Promise<Map<string, Locale>> {
    const rows = await transaction.query<{ id: string; locale: Locale }>(LOCALES, [transaction.agencyId, clientIds]);
    return new Map(rows.map(({ id, locale }) => [id, locale]));
  }

  async insert(transaction: AgencyTransaction, code: NewCode): Promise<void> {
    const { id, contactId, hash, createdAt, expiresAt } = code;
    await transaction.query(INSERT, [id, transaction.agencyId, contactId, hash, createdAt, expiresAt]);
  }

  /** Counts one try against every code of these contacts that is alive, and answers them; they stay locked until the transaction ends. */
  takeTry(transaction: AgencyTransaction, contactIds: readonly string[], now: string): Promise<LiveCode[]> {
    return transaction.query<LiveCode>(TAKE_TRY, [transaction.agencyId, contactIds, now]);
  }

  async use(transaction: AgencyTransaction, codeId: string, now: string): Promise<boolean> {
    return (await transaction.query(USE, [transaction.agencyId, codeId, now])).length === 1;
  }

  listMails(agencyId: string, deliveryIds: readonly string[]): Promise<CodeMailRow[]> {
    return this.database.read<CodeMailRow>(agencyId, MAILS, [agencyId, deliveryIds]);
  }

  async findClientOf(transaction: AgencyTransaction, contactId: string): Promise<string | null> {
    const [row] = await transaction.query<{ clientId: string }>(CLIENT_OF, [transaction.agencyId, contactId]);
    return row?.clientId ?? null;
  }
}
