/**
 * Finds out who calls: a member by session cookie, a program by API key, a contact by portal cookie. Staff are remembered for a moment; a change
 * that this process makes holds from the next request on, one that another process makes at most that moment later.
 */
import { ROLES, type Locale, type Role } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import { SystemClock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { prepared } from '../database/statement.js';
import type { PortalVisitor, StaffCaller } from './actor.js';
import { RecentCallers } from './recent-callers.js';
import { tokenHash } from './secret-token.js';
import { StaffIdentity } from './staff-identity.js';

const SESSION = prepared('lookup.session', 'SELECT * FROM lookup_session($1, $2)');
const API_KEY = prepared('lookup.api_key', 'SELECT * FROM lookup_api_key($1)');
const PORTAL_SESSION = prepared('lookup.portal_session', 'SELECT * FROM lookup_portal_session($1, $2)');

/** Begins every API key, so that a leaked one is recognised wherever it turns up. */
export const API_KEY_PREFIX = 'dbk_';

interface AgencyColumns {
  agency_id: string;
  agency_name: string;
  agency_name_zh: string | null;
  agency_time_zone: string;
  agency_locale: Locale;
}
interface SessionRow extends AgencyColumns {
  member_id: string;
  name: string;
  role: Role;
  locale: Locale;
}
interface ApiKeyRow extends AgencyColumns {
  key_id: string;
  member_id: string;
  key_name: string;
  role: Role;
  member_role: Role;
  locale: Locale;
}
interface PortalSessionRow {
  agency_id: string;
  session_id: string;
  link_id: string;
  client_id: string;
  contact_id: string;
  contact_name: string;
  locale: Locale;
  time_zone: string;
}

@Injectable()
export class CallerLookup {
  constructor(
    private readonly database: Database,
    private readonly identity: StaffIdentity,
    private readonly clock: SystemClock,
    private readonly recent: RecentCallers,
  ) {}

  /** Null when the cookie is not ours, the session is over, or the member is switched off. */
  async bySession(cookie: string): Promise<StaffCaller | null> {
    const token = this.identity.tokenOf(cookie);
    return token === null ? null : this.recent.find(tokenHash(token), () => this.#byToken(token));
  }

  async #byToken(token: string): Promise<StaffCaller | null> {
    const [row] = await this.database.lookup<SessionRow>(SESSION, [token, this.clock.now()]);
    if (!row) return null;
    const { agency_id: agencyId, member_id: id, name, role, locale } = row;
    return { actor: { kind: 'member', agencyId, id, role, name, locale }, agency: agencyOf(row), memberId: id, locale };
  }

  /** Null when there is no such key, it was revoked, or the member in whose name it acts is switched off. */
  async byApiKey(key: string): Promise<StaffCaller | null> {
    if (!key.startsWith(API_KEY_PREFIX)) return null;
    const hash = tokenHash(key);
    return this.recent.find(hash, () => this.#byKeyHash(hash));
  }

  async #byKeyHash(hash: Buffer): Promise<StaffCaller | null> {
    const [row] = await this.database.lookup<ApiKeyRow>(API_KEY, [hash]);
    if (!row) return null;
    const { agency_id: agencyId, key_id: id, key_name: name, locale } = row;
    const role = lowerRole(row.role, row.member_role);
    const { member_id: memberId } = row;
    return {
      actor: { kind: 'api_key', agencyId, id, role, name, locale, memberId },
      agency: agencyOf(row),
      memberId,
      locale,
    };
  }

  /** Null when the session or its link is over or revoked, or the contact was removed. */
  async byPortalCookie(token: string): Promise<PortalVisitor | null> {
    const [row] = await this.database.lookup<PortalSessionRow>(PORTAL_SESSION, [tokenHash(token), this.clock.now()]);
    if (!row) return null;
    const actor = {
      kind: 'contact',
      agencyId: row.agency_id,
      id: row.contact_id,
      role: null,
      name: row.contact_name,
      locale: row.locale,
    } as const;
    return {
      actor,
      sessionId: row.session_id,
      linkId: row.link_id,
      clientId: row.client_id,
      contactId: row.contact_id,
      timeZone: row.time_zone,
      locale: row.locale,
    };
  }
}

/** A key never may more than the member in whose name it acts may today. */
export function lowerRole(one: Role, other: Role): Role {
  return ROLES.indexOf(one) > ROLES.indexOf(other) ? one : other;
}

function agencyOf(row: AgencyColumns): StaffCaller['agency'] {
  return {
    id: row.agency_id,
    name: row.agency_name,
    nameZh: row.agency_name_zh,
    timeZone: row.agency_time_zone,
    locale: row.agency_locale,
  };
}
