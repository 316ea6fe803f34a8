/** Whether a role holds a permission, by the rulebook's matrix. The API's guard asks it, and screens that name who could help. */
import { ROLE_PERMISSIONS, type StaffPermission } from '@daiban/domain';
import type { Role } from '@daiban/domain/enumerations';

export function roleMay(role: Role, permission: StaffPermission): boolean {
  return ROLE_PERMISSIONS[role].includes(permission);
}
