/** Reads and writes the ways into the portal. */
import type { PORTAL_LINK_STATES } from '@daiban/contracts';
import type { PortalLinkKind } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** Whom and what a link opens; which of the ids are there follows from its kind. */
export interface LinkTarget {
  readonly kind: PortalLinkKind;
  readonly clientId: string;
  readonly contactId: string | null;
  readonly personId: string | null;
  readonly registrationId: string | null;
  readonly prerequisiteId: string | null;
  readonly label: string | null;
}

export interface NewPortalLink extends LinkTarget {
  readonly linkId: string;
  readonly tokenHash: Buffer;
  /** The member; null: made by a contact, or for the mails. */
  readonly createdBy: string | null;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** A link that mails to its holder carry. */
export interface StandingLink {
  /** The contact or the administrator. */
  readonly holderId: string;
  readonly linkId: string;
}

/** What is left to tell of a link that was ended. */
export type RevokedLink = Pick<LinkTarget, 'kind' | 'clientId' | 'contactId' | 'personId'>;

/** A link as lists show it. */
export interface PortalLinkRow {
  readonly id: string;
  readonly kind: PortalLinkKind;
  readonly state: (typeof PORTAL_LINK_STATES)[number];
  readonly contactId: string | null;
  readonly contactName: string | null;
  readonly personName: string | null;
  readonly label: string | null;
  readonly registrationId: string | null;
  readonly accountName: string | null;
  readonly paperCode: string | null;
  readonly memberName: string | null;
  readonly madeByContact: boolean;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly visits: number;
  readonly lastVisitAt: string | null;
}

const LOCK_CONTACT = prepared(
  'portal_links.lock_contact',
  `SELECT c.client_id AS "clientId" FROM client_contact c JOIN client cl ON cl.agency_id = c.agency_id AND cl.id = c.client_id
   WHERE c.agency_id = $1 AND c.id = $2 AND c.removed_at IS NULL AND cl.erased_at IS NULL FOR UPDATE OF c`,
);
const CLIENT = prepared(
  'portal_links.client',
  'SELECT id FROM client WHERE agency_id = $1 AND id = $2 AND erased_at IS NULL FOR UPDATE',
);
const CASE_ADMIN = prepared(
  'portal_links.case_admin',
  'SELECT client_id AS "clientId", admin_person_id AS "personId" FROM registration WHERE agency_id = $1 AND id = $2 FOR NO KEY UPDATE',
);
const INSERT = prepared(
  'portal_links.insert',
  `INSERT INTO portal_link (id, agency_id, kind, client_id, contact_id, person_id, registration_id, prerequisite_id, label, token_hash, created_by, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);
const REVOKE = prepared(
  'portal_links.revoke',
  `UPDATE portal_link SET revoked_at = $3 WHERE agency_id = $1 AND id = $2 AND revoked_at IS NULL
     AND ($4::uuid IS NULL OR (contact_id = $4 AND kind IN ('boardroom', 'item')))
   RETURNING kind, client_id AS "clientId", contact_id AS "contactId", person_id AS "personId"`,
);
const EXISTS = prepared(
  'portal_links.exists',
  `SELECT id FROM portal_link WHERE agency_id = $1 AND id = $2 AND ($3::uuid IS NULL OR (contact_id = $3 AND kind IN ('boardroom', 'item')))`,
);
const STANDING = prepared(
  'portal_links.standing',
  `SELECT DISTINCT ON (contact_id) contact_id AS "holderId", id AS "linkId" FROM portal_link
   WHERE agency_id = $1 AND contact_id = ANY($2::uuid[]) AND kind = 'contact' AND created_by IS NULL AND revoked_at IS NULL AND expires_at > $3
   ORDER BY contact_id, expires_at DESC`,
);
const STANDING_ADMIN = prepared(
  'portal_links.standing_admin',
  `SELECT person_id AS "holderId", id AS "linkId" FROM portal_link
   WHERE agency_id = $1 AND registration_id = $2 AND person_id = $3 AND kind = 'admin_person' AND created_by IS NULL AND revoked_at IS NULL AND expires_at > $4
   ORDER BY expires_at DESC LIMIT 1`,
);
const COUNT_OWN = prepared(
  'portal_links.count_own',
  `SELECT count(*)::int AS count FROM portal_link
   WHERE agency_id = $1 AND contact_id = $2 AND kind IN ('boardroom', 'item') AND revoked_at IS NULL AND expires_at > $3`,
);
const SEEN = `SELECT l.id, l.kind,
     CASE WHEN l.revoked_at IS NOT NULL THEN 'revoked' WHEN l.expires_at <= $3 THEN 'expired' ELSE 'open' END AS state,
     l.contact_id AS "contactId", c.name AS "contactName", p.name AS "personName", l.label, l.registration_id AS "registrationId",
     r.proposed_name AS "accountName", q.code AS "paperCode", m.name AS "memberName",
     l.created_by IS NULL AND l.kind IN ('boardroom', 'item') AS "madeByContact",
     l.created_at AS "createdAt", l.expires_at AS "expiresAt", l.revoked_at AS "revokedAt",
     (SELECT count(*)::int FROM portal_session s WHERE s.agency_id = l.agency_id AND s.link_id = l.id) AS visits,
     (SELECT max(s.created_at) FROM portal_session s WHERE s.agency_id = l.agency_id AND s.link_id = l.id) AS "lastVisitAt"
   FROM portal_link l
   LEFT JOIN client_contact c ON c.agency_id = l.agency_id AND c.id = l.contact_id
   LEFT JOIN person p ON p.agency_id = l.agency_id AND p.id = l.person_id
   LEFT JOIN registration r ON r.agency_id = l.agency_id AND r.id = l.registration_id
   LEFT JOIN prerequisite q ON q.agency_id = l.agency_id AND q.id = l.prerequisite_id
   LEFT JOIN member m ON m.agency_id = l.agency_id AND m.id = l.created_by`;
const ORDER = 'ORDER BY l.revoked_at IS NOT NULL OR l.expires_at <= $3, l.created_at DESC, l.id DESC LIMIT 200';
// A preview that is over says nothing any more; the history keeps that there was one.
const LIST = prepared(
  'portal_links.list',
  `${SEEN} WHERE l.agency_id = $1 AND l.client_id = $2 AND (l.kind <> 'preview' OR (l.expires_at > $3 AND l.revoked_at IS NULL)) ${ORDER}`,
);
const LIST_OWN = prepared(
  'portal_links.list_own',
  `${SEEN} WHERE l.agency_id = $1 AND l.contact_id = $2 AND l.kind IN ('boardroom', 'item') ${ORDER}`,
);
@Injectable()
export class PortalLinksRepository {
  constructor(private readonly database: Database) {}

  /** Whose contact it is. Waits for whoever makes a link for the same contact; null: no such contact, or removed, or the client erased. */
  async lockContact(transaction: AgencyTransaction, contactId: string): Promise<string | null> {
    const [row] = await transaction.query<{ clientId: string }>(LOCK_CONTACT, [transaction.agencyId, contactId]);
    return row?.clientId ?? null;
  }

  /** Whether there is such a client, not erased. */
  async lockClient(transaction: AgencyTransaction, clientId: string): Promise<boolean> {
    return (await transaction.query(CLIENT, [transaction.agencyId, clientId])).length > 0;
  }

  /** Null: no such case. `personId` null: nobody is named yet. */
  async findCaseAdmin(
    transaction: AgencyTransaction,
    registrationId: string,
  ): Promise<{ readonly clientId: string; readonly personId: string | null } | null> {
    const values = [transaction.agencyId, registrationId];
    const [row] = await transaction.query<{ clientId: string; personId: string | null }>(CASE_ADMIN, values);
    return row ?? null;
  }

  async insert(transaction: AgencyTransaction, link: NewPortalLink): Promise<void> {
    const { linkId, kind, clientId, contactId, personId, registrationId, prerequisiteId, label } = link;
    const whom = [linkId, transaction.agencyId, kind, clientId, contactId, personId, registrationId, prerequisiteId];
    const { tokenHash, createdBy, createdAt, expiresAt } = link;
    await transaction.query(INSERT, [...whom, label, tokenHash, createdBy, createdAt, expiresAt]);
  }

  /** What it opened; null when it is over already, or never was. @param madeBy the contact who made it; null: any link */
  async revoke(
    transaction: AgencyTransaction,
    linkId: string,
    at: string,
    madeBy: string | null,
  ): Promise<RevokedLink | null> {
    const [link] = await transaction.query<RevokedLink>(REVOKE, [transaction.agencyId, linkId, at, madeBy]);
    return link ?? null;
  }

  /** @param madeBy the contact who made it; null: any link */
  async exists(transaction: AgencyTransaction, linkId: string, madeBy: string | null): Promise<boolean> {
    return (await transaction.query(EXISTS, [transaction.agencyId, linkId, madeBy])).length > 0;
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

  /** The same for the administrator of a case that is locked. */
  async findStandingAdmin(
    transaction: AgencyTransaction,
    registrationId: string,
    personId: string,
    until: string,
  ): Promise<StandingLink | null> {
    const values = [transaction.agencyId, registrationId, personId, until];
    const [link] = await transaction.query<StandingLink>(STANDING_ADMIN, values);
    return link ?? null;
  }

  /** Links that a contact has made for others and that are open. */
  async countOwn(transaction: AgencyTransaction, contactId: string, now: string): Promise<number> {
    const [row] = await transaction.query<{ count: number }>(COUNT_OWN, [transaction.agencyId, contactId, now]);
    return row?.count ?? 0;
  }

  /** Open ones first, the newest first among them, 200 at most. */
  list(agencyId: string, clientId: string, now: string): Promise<PortalLinkRow[]> {
    return this.database.read<PortalLinkRow>(agencyId, LIST, [agencyId, clientId, now]);
  }

  /** Those that a contact has made for others. */
  listOwn(agencyId: string, contactId: string, now: string): Promise<PortalLinkRow[]> {
    return this.database.read<PortalLinkRow>(agencyId, LIST_OWN, [agencyId, contactId, now]);
  }
}
