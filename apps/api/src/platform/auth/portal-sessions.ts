/** A client's visits to the portal: opened with the secret of a link, kept by a cookie. Only hashes are stored; features/portal makes the links. */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { SystemClock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { prepared } from '../database/statement.js';
import { Refused } from '../refusal/refused.js';
import { newToken, tokenHash } from './secret-token.js';

/** A visit ends after twelve hours. */
export const VISIT_SECONDS = 12 * 3600;

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
  ) {}

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
