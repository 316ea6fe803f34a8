/** Visits to the portal: found by the secret of a link, kept by a cookie. Only hashes are stored; features/portal makes the links and opens the visits. */
import type { Locale, PortalLinkKind } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { SystemClock } from '../clock/clock.js';
import type { AgencyTransaction } from '../database/agency-transaction.js';
import { Database } from '../database/database.js';
import { prepared } from '../database/statement.js';
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
  kind: PortalLinkKind;
  client_id: string;
  expires_at: string;
  revoked_at: string | null;
  contact_removed_at: string | null;
  client_erased_at: string | null;
  agency_name: string;
  agency_name_zh: string | null;
  locale: Locale;
}

/** The link that a token belongs to. */
export interface FoundLink {
  readonly agencyId: string;
  readonly linkId: string;
  readonly clientId: string;
  /** False once it is revoked or past its end, its contact was removed or its client erased. */
  readonly usable: boolean;
  readonly agencyName: string;
  readonly agencyNameZh: string | null;
}

@Injectable()
export class PortalSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: SystemClock,
  ) {}

  /** Null: the token never was one of ours. */
  async findLink(token: string): Promise<FoundLink | null> {
    const [row] = await this.database.lookup<LinkRow>(LOOKUP_LINK, [tokenHash(token)]);
    if (!row) return null;
    const over = row.revoked_at ?? row.contact_removed_at ?? row.client_erased_at;
    return {
      agencyId: row.agency_id,
      linkId: row.link_id,
      clientId: row.client_id,
      usable: over === null && row.expires_at > this.clock.now(),
      agencyName: row.agency_name,
      agencyNameZh: row.agency_name_zh,
    };
  }

  /** Opens a visit through a link of the transaction's agency. @returns the cookie, known to nobody else */
  async open(transaction: AgencyTransaction, linkId: string): Promise<string> {
    const cookie = newToken();
    const times = [this.clock.now(), this.clock.after(VISIT_SECONDS)];
    await transaction.query(OPEN, [v7(), transaction.agencyId, linkId, tokenHash(cookie), ...times]);
    return cookie;
  }

  async end(agencyId: string, sessionId: string): Promise<void> {
    await this.database.withAgency(agencyId, (transaction) =>
      transaction.commitWith(END, [agencyId, sessionId, this.clock.now()]),
    );
  }
}
