/** A client's way in without a password: links with a secret in their fragment, and the visits they open. Only hashes are stored. */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { SystemClock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { prepared } from '../database/statement.js';
import { Refused } from '../refusal/refused.js';
import { newToken, tokenHash } from './secret-token.js';

/** A link serves for half a year; whoever needs it longer is sent another. */
const LINK_SECONDS = 180 * 24 * 3600;
/** A visit ends after twelve hours. */
export const VISIT_SECONDS = 12 * 3600;

const CREATE = prepared(
  'portal_link.create',
  `INSERT INTO portal_link (id, agency_id, client_id, contact_id, token_hash, created_by, created_at, expires_at)
   SELECT $1, $2, contact.client_id, contact.id, $4, $5, $6, $7 FROM client_contact contact
   WHERE contact.agency_id = $2 AND contact.id = $3 AND contact.removed_at IS NULL
   RETURNING id`,
);
const REVOKE = prepared(
  'portal_link.revoke',
  'UPDATE portal_link SET revoked_at = coalesce(revoked_at, $3) WHERE agency_id = $1 AND id = $2 RETURNING id',
);
const LOOKUP_LINK = prepared('lookup.portal_link', 'SELECT * FROM lookup_portal_link($1)');
const OPEN = prepared(
  'portal_session.open',
  'INSERT INTO portal_session (id, agency_id, link_id, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)',
);
const END = prepared(
  'portal_session.end',
  'UPDATE portal_session SET ended_at = $3 WHERE agency_id = $1 AND id = $2 AND ended_at IS NULL',
);

interface LinkRow {
  agency_id: string;
  link_id: string;
  expires_at: string;
  revoked_at: string | null;
  contact_removed_at: string | null;
  locale: 'en' | 'zh';
}

@Injectable()
export class PortalSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: SystemClock,
    private readonly settings: Settings,
  ) {}

  /**
   * Makes a link for a contact. The address is returned once; its token stands behind `#`, so no server log and no Referer ever sees it.
   * @param createdBy the member, null when a sweep made it
   */
  async createLink(
    agencyId: string,
    contactId: string,
    createdBy: string | null,
  ): Promise<{ id: string; url: string; expiresAt: string } | Refused> {
    const token = newToken();
    const expiresAt = this.clock.after(LINK_SECONDS);
    const [created] = await this.database.withAgency(agencyId, (transaction) =>
      transaction.commitWith<{ id: string }>(CREATE, [
        v7(),
        agencyId,
        contactId,
        tokenHash(token),
        createdBy,
        this.clock.now(),
        expiresAt,
      ]),
    );
    return created
      ? { id: created.id, url: `${this.settings.publicUrl}/portal#${token}`, expiresAt }
      : Refused.notFound();
  }

  /** Ends a link and, with the next look at it, every visit through it. */
  async revokeLink(agencyId: string, linkId: string): Promise<void | Refused> {
    const [revoked] = await this.database.withAgency(agencyId, (transaction) =>
      transaction.commitWith(REVOKE, [agencyId, linkId, this.clock.now()]),
    );
    return revoked ? undefined : Refused.notFound();
  }

  /** Opens a visit. The link stays usable; a wrong, revoked and expired one are refused alike. */
  async redeem(token: string): Promise<{ cookie: string; locale: 'en' | 'zh' } | Refused> {
    const [link] = await this.database.lookup<LinkRow>(LOOKUP_LINK, [tokenHash(token)]);
    if (!link || link.revoked_at || link.contact_removed_at || link.expires_at <= this.clock.now()) {
      return Refused.of('portal.link_unusable', { clearedByHolder: 'agency' });
    }
    const cookie = newToken();
    await this.database.withAgency(link.agency_id, (transaction) =>
      transaction.commitWith(OPEN, [
        v7(),
        link.agency_id,
        link.link_id,
        tokenHash(cookie),
        this.clock.now(),
        this.clock.after(VISIT_SECONDS),
      ]),
    );
    return { cookie, locale: link.locale };
  }

  async end(agencyId: string, sessionId: string): Promise<void> {
    await this.database.withAgency(agencyId, (transaction) =>
      transaction.commitWith(END, [agencyId, sessionId, this.clock.now()]),
    );
  }
}
