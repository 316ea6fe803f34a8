/** To whom a mail goes and in whose name, as it stands when its turn comes. For mails that need nothing else of a case. */
import type { AccountType, Locale } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** Addresses and names around one mail. */
export interface Receiver {
  readonly deliveryId: string;
  readonly name: string;
  readonly email: string;
  /** Language the mail was queued in. */
  readonly locale: Locale;
  /** The agency as this receiver's language calls it. */
  readonly agencyName: string;
  /** Who looks after the mail's account; null: nobody, or it is about none. */
  readonly assigneeName: string | null;
  /** Their address, else the agency's first owner's. */
  readonly replyTo: string;
  /** The mail's account; null: it is about none. */
  readonly account: { readonly name: string; readonly type: AccountType } | null;
}

interface ReceiverRow extends Omit<Receiver, 'agencyName' | 'account'> {
  readonly agencyName: string;
  readonly agencyNameZh: string | null;
  readonly accountName: string | null;
  readonly accountType: AccountType | null;
}

const LIST = prepared(
  'deliveries.receivers',
  `SELECT d.id AS "deliveryId", coalesce(c.name, p.name, w.name) AS name, coalesce(c.email, p.email, w.email) AS email, d.locale,
     a.name AS "agencyName", a.name_zh AS "agencyNameZh", m.name AS "assigneeName",
     coalesce(m.email, (SELECT k.email FROM member k WHERE k.agency_id = $1 AND k.role = 'owner' AND k.disabled_at IS NULL ORDER BY k.created_at LIMIT 1)) AS "replyTo",
     r.proposed_name AS "accountName", r.account_type AS "accountType"
   FROM delivery d
   JOIN agency a ON a.id = $1
   LEFT JOIN registration r ON r.agency_id = $1 AND r.id = d.registration_id
   LEFT JOIN member m ON m.agency_id = $1 AND m.id = r.assignee_id AND m.disabled_at IS NULL
   LEFT JOIN client_contact c ON c.agency_id = $1 AND c.id = d.contact_id AND c.removed_at IS NULL
   LEFT JOIN person p ON p.agency_id = $1 AND p.id = d.person_id
   LEFT JOIN member w ON w.agency_id = $1 AND w.id = d.member_id AND w.disabled_at IS NULL
   WHERE d.agency_id = $1 AND d.id = ANY($2::uuid[]) AND coalesce(c.email, p.email, w.email) IS NOT NULL`,
);

/** A member who looks after a case, for mails to the house. */
export interface Keeper {
  readonly memberId: string;
  readonly locale: Locale;
  readonly clientId: string;
}

const KEEPER = prepared(
  'deliveries.keeper',
  `SELECT m.id AS "memberId", m.locale, r.client_id AS "clientId" FROM registration r
   JOIN member m ON m.agency_id = $1 AND m.disabled_at IS NULL AND (m.id = r.assignee_id OR m.role = 'owner')
   WHERE r.agency_id = $1 AND r.id = $2 ORDER BY m.id = r.assignee_id DESC NULLS LAST, m.created_at LIMIT 1`,
);

@Injectable()
export class ReceiversService {
  constructor(private readonly database: Database) {}

  /** Who looks after a case, else the agency's first owner; null: there is neither, or no such case. */
  async findKeeper(transaction: AgencyTransaction, registrationId: string): Promise<Keeper | null> {
    return (await transaction.query<Keeper>(KEEPER, [transaction.agencyId, registrationId]))[0] ?? null;
  }

  /** By delivery; a mail whose receiver is gone, switched off or without an address is not among them. */
  async list(agencyId: string, deliveryIds: readonly string[]): Promise<Map<string, Receiver>> {
    const rows = await this.database.read<ReceiverRow>(agencyId, LIST, [agencyId, deliveryIds]);
    return new Map(rows.map((row) => [row.deliveryId, toReceiver(row)]));
  }
}

function toReceiver({ agencyNameZh, accountName, accountType, ...row }: ReceiverRow): Receiver {
  return {
    ...row,
    agencyName: row.locale === 'zh' ? (agencyNameZh ?? row.agencyName) : row.agencyName,
    account: accountName !== null && accountType !== null ? { name: accountName, type: accountType } : null,
  };
}
