/** What each role may do: role → permissions. Every operation names one of them; the API refuses to start when one does not, and screens hide what a role lacks. */
import type { PortalLinkKind, Role } from '../enumerations/index.js';

/** What a member or an API key of the agency may do: `noun.verb`. */
export const STAFF_PERMISSIONS = [
  'session.own',
  'clients.read',
  'clients.write',
  'people.read',
  'people.write',
  'people.check',
  'registrations.read',
  'registrations.write',
  'registrations.decide',
  'emails.read',
  'emails.write',
  'imports.write',
  'deliveries.read',
  'calendar.read',
  'calendar.manage',
  'rules.read',
  'rules.manage',
  'portal_links.manage',
  'documents.read',
  'documents.write',
  'people.reveal',
  'messages.read',
  'messages.write',
  'leads.read',
  'leads.manage',
  'data_requests.manage',
  'clients.erase',
  'members.read',
  'members.manage',
  'api_keys.manage',
  'agency.manage',
  'demo.manage',
] as const;
export type StaffPermission = (typeof STAFF_PERMISSIONS)[number];

/**
 * What each kind of portal link lets its visitor do. portal.session: be known at all · portal.visitor: read the client's accounts · portal.write: act for the
 * client · portal.upload: bring papers · portal.admin: act as the account's administrator.
 */
export const PORTAL_PERMISSIONS = {
  'portal.session': ['contact', 'boardroom', 'item', 'admin_person', 'preview'],
  'portal.visitor': ['contact', 'boardroom', 'preview'],
  'portal.write': ['contact'],
  'portal.upload': ['contact', 'item', 'admin_person'],
  'portal.admin': ['admin_person'],
} as const satisfies Readonly<Record<string, readonly PortalLinkKind[]>>;
export type PortalPermission = keyof typeof PORTAL_PERMISSIONS;

/** `public`: nobody needs to be known · `portal.…`: only a portal session of the right kind · all others: staff and API keys by role. */
export type Permission = StaffPermission | PortalPermission | 'public';

const VIEWER = [
  'session.own',
  'clients.read',
  'people.read',
  'registrations.read',
  'emails.read',
  'deliveries.read',
  'calendar.read',
  'rules.read',
  'messages.read',
  'members.read',
] as const satisfies readonly StaffPermission[];

const SPECIALIST = [
  ...VIEWER,
  'clients.write',
  'people.write',
  'people.check',
  'registrations.write',
  'registrations.decide',
  'emails.write',
  'imports.write',
  'portal_links.manage',
  'documents.read',
  'documents.write',
  'people.reveal',
  'messages.write',
  'leads.read',
  'leads.manage',
  'demo.manage',
] as const satisfies readonly StaffPermission[];

const MANAGER = [
  ...SPECIALIST,
  'data_requests.manage',
  'members.manage',
  'api_keys.manage',
] as const satisfies readonly StaffPermission[];

/** An owner may do everything, a manager all but what binds the agency, a specialist the daily work, a viewer reads. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly StaffPermission[]>> = {
  owner: STAFF_PERMISSIONS,
  manager: MANAGER,
  specialist: SPECIALIST,
  viewer: VIEWER,
};
