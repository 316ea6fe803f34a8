/**
 * Finds out who calls: a member by session cookie, a program by API key, a visitor of the portal by portal cookie. Staff are remembered for a moment; a change
 * that this process makes holds from the next request on, one that another process makes at most that moment later.
 */
import { ROLES, type Locale, type PortalLinkKind, type Role } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import { SystemClock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { prepared } from '../database/statement.js';
import type { Actor, PortalVisitor, StaffCaller } from './actor.js';
import { RecentCallers } from './recent-callers.js';
import { tokenHash } from './secret-token.js';
import { StaffIdentity } from './staff-identity.js';

const SESSION = prepared('lookup.session', 'SELECT * FROM lookup_session($1, $2)');
const API_KEY = prepared('lookup.api_key', 'SELECT * FROM lookup_api_key($1)');
const PORTAL_SESSION = prepared('lookup.portal_session', 'SELECT * FROM lookup_portal_session($1, $2)');
const LINK_HOLDER = prepared(
  'lookup.link_holder',
  `SELECT l.label, p.name AS "personName", p.locale AS "personLocale", p.time_zone AS "personTimeZone",
     m.id AS "memberId", m.name AS "memberName"
   FROM portal_link l
   LEFT JOIN registration r ON r.agency_id = l.agency_id AND r.id = l.registration_id
   -- Somebody else administers the account by now: their link opens nothing any more.
   LEFT JOIN person p ON p.agency_id = l.agency_id AND p.id = l.person_id AND p.id = r.admin_person_id
   LEFT JOIN member m ON m.agency_id = l.agency_id AND m.id = l.created_by AND m.disabled_at IS NULL
   WHERE l.agency_id = $1 AND l.id = $2`,
);

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
  kind: PortalLinkKind;
  client_id: string;
  contact_id: string | null;
  contact_name: string | null;
  person_id: string | null;
  registration_id: string | null;
  prerequisite_id: string | null;
  locale: Locale;
  time_zone: string;
}
/** Who stands behind a link that is no contact's. */
interface LinkHolderRow {
  label: string | null;
  personName: string | null;
  personLocale: Locale | null;
  personTimeZone: string | null;
  /** Who made it; null: nobody of the agency, or switched off since. */
  memberId: string | null;
  memberName: string | null;
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

  /** Null when the session or its link is over or revoked, the contact was removed, or the previewing member is switched off. */
  async byPortalCookie(token: string): Promise<PortalVisitor | null> {
    const [row] = await this.database.lookup<PortalSessionRow>(PORTAL_SESSION, [tokenHash(token), this.clock.now()]);
    if (!row) return null;
    const who = await this.#whoVisits(row);
    if (!who) return null;
    return {
      kind: row.kind,
      actor: { agencyId: row.agency_id, role: null, locale: who.locale, ...who.actor },
      sessionId: row.session_id,
      linkId: row.link_id,
      clientId: row.client_id,
      contactId: row.contact_id,
      personId: row.person_id,
      registrationId: row.registration_id,
      prerequisiteId: row.prerequisite_id,
      timeZone: who.timeZone,
      name: who.name,
      locale: who.locale,
    };
  }

  async #whoVisits(row: PortalSessionRow): Promise<Visiting | null> {
    const { agency_id: agencyId, link_id: linkId, contact_id: contactId, person_id: personId } = row;
    const client = { locale: row.locale, timeZone: row.time_zone };
    const contactName = row.contact_name ?? '';
    if (row.kind === 'contact')
      return contactId === null
        ? null
        : { ...client, name: contactName, actor: { kind: 'contact', id: contactId, name: contactName } };
    const [holder] = await this.database.read<LinkHolderRow>(agencyId, LINK_HOLDER, [agencyId, linkId]);
    if (!holder) return null;
    const { label, personName, personLocale, personTimeZone, memberId, memberName } = holder;
    switch (row.kind) {
      case 'preview':
        if (!memberId || !memberName) return null;
        return { ...client, name: contactName, actor: { kind: 'member', id: memberId, name: memberName } };
      case 'admin_person':
        if (!personId || !personName || !personLocale || !personTimeZone) return null;
        return {
          locale: personLocale,
          timeZone: personTimeZone,
          name: personName,
          actor: { kind: 'admin_person', id: personId, name: personName },
        };
      case 'boardroom':
      case 'item':
        return { ...client, name: label ?? '', actor: { kind: 'contact', id: linkId, name: label ?? '' } };
    }
  }
}

/** A visitor's own side: who acts, and how they read. */
interface Visiting extends Pick<PortalVisitor, 'name' | 'locale' | 'timeZone'> {
  readonly actor: Pick<Actor, 'kind' | 'id' | 'name'>;
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
