/** Nobody gives, takes or touches a role higher than the own one. */
import { ROLES, type Role } from '@daiban/domain/enumerations';

/** Whether `role` may more than `own`. The list of roles goes from the strongest to the weakest. */
export function isRoleAbove(role: Role, own: Role): boolean {
  return ROLES.indexOf(role) < ROLES.indexOf(own);
}
