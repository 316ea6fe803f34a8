/** Whether a visitor of the portal holds a permission, by the kind of the link they came in by. The API's guard asks it. */
import { PORTAL_PERMISSIONS, type Permission, type PortalPermission } from '@daiban/domain';
import type { PortalLinkKind } from '@daiban/domain/enumerations';

/** Whether only visitors of the portal can hold it, and never staff. */
export function isPortalPermission(permission: Permission): permission is PortalPermission {
  return Object.hasOwn(PORTAL_PERMISSIONS, permission);
}

export function linkMay(kind: PortalLinkKind, permission: PortalPermission): boolean {
  const kinds: readonly PortalLinkKind[] = PORTAL_PERMISSIONS[permission];
  return kinds.includes(kind);
}
