/** Reads and writes a contact's ways into the portal. */
import { Injectable } from '@nestjs/common';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

export interface PortalContact {
  readonly id: string;
  readonly clientId: string;
}

export interface NewPortalLink extends PortalContact {
  readonly linkId: string;
  readonly tokenHash: Buffer;
  /** The member; null: made for the mails. */
  readonly createdBy: string | null;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** A link that mails to its contact carry. */
export interface StandingLink {
  readonly contactId: string;
  readonly linkId: string;
  readonly expiresAt: string;
}

const LOCK_CONTACT = prepared(
  'portal_links.lock_contact',
  'SELECT id, client_id AS "clientId" FROM client_contact WHERE agency_id = $1 AND id = $2 AND removed_at IS NULL FOR UPDATE',
);
const INSERT = prepared(
  'portal_links.insert',
  `INSERT INTO portal_link (id, agency_id, client_id, contact_id, token_hash, created_by, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const REVOKE = prepared(
  'portal_links.revoke',
  'UPDATE portal_link SET revoked_at = $3 WHERE agency_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING contact_id AS id, client_id AS "clientId"',
);
const EXISTS = prepared('portal_links.exists', 'SELECT id FROM portal_link WHERE agency_id = $1 AND id = $2');
const STANDING = prepared(
  'portal_links.standing',
  `SELECT DISTINCT ON (contact_id) contact_id AS "contactId", id AS "linkId", expires_at AS "expiresAt" FROM portal_link
   WHERE agency_id = $1 AND contact_id = ANY($2::uuid[]) AND created_by IS NULL AND revoked_at IS NULL AND expires_at > $3
   ORDER BY contact_id, expires_at DESC`,
);
const MOVE_CLIENT = prepared(
  'portal_links.move_client',
  'UPDATE client SET version = $4, history_head = $5 WHERE agency_id = $1 AND id = $2 AND version = $3 RETURNING id',
);

@Injectable()
export class PortalLinksRepository {
  constructor(private readonly database: Database) {}

  /** Waits for whoever makes a link for the same contact; null: no such contact, or it was removed. */
  async lockContact(transaction: AgencyTransaction, contactId: string): Promise<PortalContact | null> {
    const [contact] = await transaction.query<PortalContact>(LOCK_CONTACT, [transaction.agencyId, contactId]);
    return contact ?? null;
  }

  async insert(transaction: AgencyTransaction, link: NewPortalLink): Promise<void> {
    const { linkId, clientId, id, tokenHash, createdBy, createdAt, expiresAt } = link;
    const { agencyId } = transaction;
    await transaction.query(INSERT, [linkId, agencyId, clientId, id, tokenHash, createdBy, createdAt, expiresAt]);
  }

  /** Whose link it was; null when it is over already, or never was. */
  async revoke(transaction: AgencyTransaction, linkId: string, at: string): Promise<PortalContact | null> {
    const [contact] = await transaction.query<PortalContact>(REVOKE, [transaction.agencyId, linkId, at]);
    return contact ?? null;
  }

  async exists(transaction: AgencyTransaction, linkId: string): Promise<boolean> {
    return (await transaction.query(EXISTS, [transaction.agencyId, linkId])).length > 0;
  }

  /** The contacts' links for mails that serve until `until` at least, one each. */
  listStanding(agencyId: string, contactIds: readonly string[], until: string): Promise<StandingLink[]> {
    return this.database.read<StandingLink>(agencyId, STANDING, [agencyId, contactIds, until]);
  }

  /** The same inside a transaction that has locked the contact. */
  async findStanding(transaction: AgencyTransaction, contactId: string, until: string): Promise<StandingLink | null> {
    const [link] = await transaction.query<StandingLink>(STANDING, [transaction.agencyId, [contactId], until]);
    return link ?? null;
  }

  /** Moves the client's version and the head of its history together. */
  async moveClient(
    transaction: AgencyTransaction,
    clientId: string,
    move: { readonly fromVersion: number; readonly version: number; readonly head: Uint8Array },
  ): Promise<number> {
    const { fromVersion, version, head } = move;
    const values = [transaction.agencyId, clientId, fromVersion, version, Buffer.from(head)];
    return (await transaction.query(MOVE_CLIENT, values)).length;
  }
}
