/** Reads who is to be told of a message, when they were told last, and what the mail is written from. */
import { Injectable } from '@nestjs/common';
import { FINAL_REGISTRATION_STATES, type Locale } from '@daiban/domain/enumerations';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';
import type { MessagePlace } from './message-place.js';

/** Whom a mail goes to, and in which language. */
export interface ReaderRow {
  readonly id: string;
  readonly locale: Locale;
}

export interface MessageMailRow {
  readonly deliveryId: string;
  readonly clientId: string;
  readonly clientName: string;
  /** Of the other side, not read by now. */
  readonly unread: number;
}

// Who looks after the account, else after another open one of the client, else the first owner.
const MEMBER = prepared(
  'message_mails.member',
  `SELECT m.id, m.locale FROM member m
   LEFT JOIN registration r ON r.agency_id = $1 AND r.client_id = $2 AND r.assignee_id = m.id AND (r.id = $3::uuid OR r.state <> ALL($4::text[]))
   WHERE m.agency_id = $1 AND m.disabled_at IS NULL AND (r.id IS NOT NULL OR m.role = 'owner')
   ORDER BY r.id = $3::uuid DESC NULLS LAST, r.id IS NULL, r.created_at DESC, m.created_at LIMIT 1`,
);
// Who wrote last goes on with it; before anybody has, the first contact.
const CONTACT = prepared(
  'message_mails.contact',
  `SELECT c.id, l.locale FROM client_contact c JOIN client l ON l.agency_id = $1 AND l.id = c.client_id
   LEFT JOIN LATERAL (SELECT max(m.written_at) AS at FROM message m
     WHERE m.agency_id = $1 AND m.client_id = $2 AND m.author_kind = 'contact' AND m.author_id = c.id) wrote ON true
   WHERE c.agency_id = $1 AND c.client_id = $2 AND c.removed_at IS NULL ORDER BY wrote.at DESC NULLS LAST, c.position, c.id LIMIT 1`,
);
const MAILS = prepared(
  'message_mails.rows',
  `SELECT d.id AS "deliveryId", c.id AS "clientId", c.name AS "clientName",
     (SELECT count(*)::int FROM message m WHERE m.agency_id = $1 AND m.client_id = c.id AND m.audience = 'client' AND m.read_at IS NULL
       AND m.registration_id IS NOT DISTINCT FROM d.registration_id
       AND (m.author_kind IN ('contact', 'admin_person')) = (d.member_id IS NOT NULL)) AS unread
   FROM delivery d JOIN client c ON c.agency_id = $1 AND c.id = d.client_id WHERE d.agency_id = $1 AND d.id = ANY($2::uuid[])`,
);
@Injectable()
export class MessageMailsRepository {
  constructor(private readonly database: Database) {}

  async findMember(transaction: AgencyTransaction, place: MessagePlace): Promise<ReaderRow | null> {
    const values = [transaction.agencyId, place.clientId, place.registrationId, FINAL_REGISTRATION_STATES];
    return (await transaction.query<ReaderRow>(MEMBER, values))[0] ?? null;
  }

  async findContact(transaction: AgencyTransaction, { clientId }: MessagePlace): Promise<ReaderRow | null> {
    return (await transaction.query<ReaderRow>(CONTACT, [transaction.agencyId, clientId]))[0] ?? null;
  }

  listMails(agencyId: string, deliveryIds: readonly string[]): Promise<MessageMailRow[]> {
    return this.database.read<MessageMailRow>(agencyId, MAILS, [agencyId, deliveryIds]);
  }
}
