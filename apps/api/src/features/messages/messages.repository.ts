/** Rows of `message`: pages of a thread, what is unread, and the writing of one. Bodies are sealed. */
import { Injectable } from '@nestjs/common';
import type { ActorKind, MessageAudience } from '@daiban/domain/enumerations';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';
import type { MessagePlace } from './message-place.js';

export interface MessageRow {
  readonly id: string;
  readonly registrationId: string | null;
  readonly audience: MessageAudience;
  readonly authorKind: ActorKind;
  readonly authorId: string;
  /** By today's name, of a program's key the member's in whose name it acts; null: nobody of that id is left. */
  readonly authorName: string | null;
  readonly bodySealed: Buffer;
  readonly writtenAt: string;
  readonly readAt: string | null;
}

/** Where a message goes. */
export interface ClientPlaceRow {
  readonly isErased: boolean;
  /** The account is the client's, or none was named. */
  readonly isTheirs: boolean;
}

export interface UnreadRow {
  readonly clientId: string;
  readonly clientName: string;
  readonly registrationId: string | null;
  readonly accountName: string | null;
  readonly count: number;
  readonly since: string;
}

/** Who reads: the other side's messages are the unread ones. */
export type ReadingSide = 'client' | 'agency';

const BY_CLIENT = `author_kind IN ('contact', 'admin_person')`;
const OF_PLACE = `m.agency_id = $1 AND m.client_id = $2 AND ($3::uuid IS NULL OR m.registration_id = $3 OR m.registration_id IS NULL)`;

const PAGE = prepared(
  'messages.page',
  `SELECT m.id, m.registration_id AS "registrationId", m.audience, m.author_kind AS "authorKind", m.author_id AS "authorId",
     coalesce(c.name, w.name, kw.name) AS "authorName", m.body_sealed AS "bodySealed", m.written_at AS "writtenAt", m.read_at AS "readAt"
   FROM message m
   LEFT JOIN client_contact c ON c.agency_id = $1 AND m.author_kind = 'contact' AND c.id = m.author_id
   LEFT JOIN member w ON w.agency_id = $1 AND m.author_kind = 'member' AND w.id = m.author_id
   LEFT JOIN api_key k ON k.agency_id = $1 AND m.author_kind = 'api_key' AND k.id = m.author_id
   LEFT JOIN member kw ON kw.agency_id = $1 AND kw.id = k.member_id
   WHERE ${OF_PLACE} AND m.audience = $4 AND ($5::timestamptz IS NULL OR (m.written_at, m.id) < ($5, $6::uuid))
   ORDER BY m.written_at DESC, m.id DESC LIMIT $7`,
);
const COUNT_UNREAD = prepared(
  'messages.count_unread',
  `SELECT count(*)::int AS unread FROM message m
   WHERE ${OF_PLACE} AND m.audience = 'client' AND m.read_at IS NULL AND (m.${BY_CLIENT}) = $4`,
);
const LIST_UNREAD = prepared(
  'messages.list_unread',
  `SELECT m.client_id AS "clientId", c.name AS "clientName", m.registration_id AS "registrationId", r.proposed_name AS "accountName",
     count(*)::int AS count, min(m.written_at) AS since
   FROM message m JOIN client c ON c.agency_id = $1 AND c.id = m.client_id LEFT JOIN registration r ON r.agency_id = $1 AND r.id = m.registration_id
   WHERE m.agency_id = $1 AND m.audience = 'client' AND m.read_at IS NULL AND m.${BY_CLIENT} AND c.erased_at IS NULL
   GROUP BY m.client_id, c.name, m.registration_id, r.proposed_name ORDER BY min(m.written_at), m.client_id LIMIT 200`,
);
const PLACE = prepared(
  'messages.place',
  `SELECT c.erased_at IS NOT NULL AS "isErased",
     $3::uuid IS NULL OR EXISTS (SELECT 1 FROM registration r WHERE r.agency_id = $1 AND r.id = $3 AND r.client_id = c.id) AS "isTheirs"
   FROM client c WHERE c.agency_id = $1 AND c.id = $2`,
);
const KEY_HOLDER = prepared(
  'messages.key_holder',
  'SELECT m.name FROM api_key k JOIN member m ON m.agency_id = $1 AND m.id = k.member_id WHERE k.agency_id = $1 AND k.id = $2',
);
// A client that was erased meanwhile gets nothing any more.
const INSERT = prepared(
  'messages.insert',
  `INSERT INTO message (id, agency_id, client_id, registration_id, audience, author_kind, author_id, body_sealed, written_at)
   SELECT $3, $1, c.id, $4::uuid, $5, $6, $7::uuid, $8, $9::timestamptz FROM client c WHERE c.agency_id = $1 AND c.id = $2 AND c.erased_at IS NULL RETURNING id`,
);
const MARK_READ = prepared(
  'messages.mark_read',
  `UPDATE message m SET read_at = $6::timestamptz FROM message upto
   WHERE upto.agency_id = $1 AND upto.client_id = $2 AND upto.id = $4 AND ${OF_PLACE} AND m.audience = 'client' AND m.read_at IS NULL
     AND (m.${BY_CLIENT}) = $5 AND (m.written_at, m.id) <= (upto.written_at, upto.id) RETURNING m.id`,
);

@Injectable()
export class MessagesRepository {
  constructor(private readonly database: Database) {}

  /** Newest first; one row more than the limit when there is a next page. */
  listPage(
    agencyId: string,
    { clientId, registrationId }: MessagePlace,
    query: {
      readonly audience: MessageAudience;
      readonly after: readonly [writtenAt: string, id: string] | null;
      readonly limit: number;
    },
  ): Promise<MessageRow[]> {
    const { audience, after, limit } = query;
    const [writtenAt, id] = after ?? [null, null];
    const values = [agencyId, clientId, registrationId, audience, writtenAt, id, limit + 1];
    return this.database.read<MessageRow>(agencyId, PAGE, values);
  }

  /** How many of the other side's messages this side has not read. */
  async countUnread(
    agencyId: string,
    { clientId, registrationId }: MessagePlace,
    reader: ReadingSide,
  ): Promise<number> {
    const values = [agencyId, clientId, registrationId, reader === 'agency'];
    return (await this.database.read<{ unread: number }>(agencyId, COUNT_UNREAD, values))[0]?.unread ?? 0;
  }

  /** Of all clients, what nobody of the agency has read; the longest waiting first. */
  listUnread(agencyId: string): Promise<UnreadRow[]> {
    return this.database.read<UnreadRow>(agencyId, LIST_UNREAD, [agencyId]);
  }

  /** Null: no such client in the agency. */
  async findPlace(agencyId: string, { clientId, registrationId }: MessagePlace): Promise<ClientPlaceRow | null> {
    return (await this.database.read<ClientPlaceRow>(agencyId, PLACE, [agencyId, clientId, registrationId]))[0] ?? null;
  }

  /** In whose name a program writes. */
  async findKeyHolder(agencyId: string, keyId: string): Promise<string | null> {
    return (await this.database.read<{ name: string }>(agencyId, KEY_HOLDER, [agencyId, keyId]))[0]?.name ?? null;
  }

  /** False: the client was erased in this moment. */
  async insert(
    transaction: AgencyTransaction,
    { clientId, registrationId }: MessagePlace,
    row: Pick<MessageRow, 'id' | 'audience' | 'authorKind' | 'authorId' | 'bodySealed' | 'writtenAt'>,
  ): Promise<boolean> {
    const { id, audience, authorKind, authorId, bodySealed, writtenAt } = row;
    const place = [transaction.agencyId, clientId, id, registrationId];
    const inserted = await transaction.query(INSERT, [...place, audience, authorKind, authorId, bodySealed, writtenAt]);
    return inserted.length === 1;
  }

  /** Marks the other side's messages up to and with one. @returns how many were unread until now */
  markRead(
    agencyId: string,
    { clientId, registrationId }: MessagePlace,
    mark: { readonly upToId: string; readonly reader: ReadingSide; readonly now: string },
  ): Promise<number> {
    const values = [agencyId, clientId, registrationId, mark.upToId, mark.reader === 'agency', mark.now];
    return this.database.withAgency(
      agencyId,
      async (transaction) => (await transaction.query(MARK_READ, values)).length,
    );
  }
}
