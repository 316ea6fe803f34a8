/** Door of the contract: every operation, its schemas, and how to call one. */
export {
  PORTAL_PERMISSIONS,
  ROLE_PERMISSIONS,
  STAFF_PERMISSIONS,
  type Permission,
  type PortalPermission,
  type StaffPermission,
} from '@daiban/domain';
export * from './call-operation.js';
export * from './define-operation.js';
export * from './demo.contract.js';
export * from './health.contract.js';
export * from './members.contract.js';
export * from './link-may.js';
export * from './role-may.js';
export * from './problem.contract.js';
export * from './session.contract.js';
export * from './setup.contract.js';
export * from './values.contract.js';
export * from './advice.contract.js';
export * from './calendar.contract.js';
export * from './cases-touched.contract.js';
export * from './checks.contract.js';
export * from './clients.contract.js';
export * from './emails.contract.js';
export * from './erasure.contract.js';
export * from './events.contract.js';
export * from './imports.contract.js';
export * from './orders.contract.js';
export * from './people.contract.js';
export * from './people-numbers.contract.js';
export * from './appointments.contract.js';
export * from './admin-page.contract.js';
export * from './preflight.contract.js';
export * from './fill-sheet.contract.js';
export * from './portal.contract.js';
export * from './portal-links.contract.js';
export * from './portal-sign-off.contract.js';
export * from './messages.contract.js';
export * from './documents.contract.js';
export * from './review-queue.contract.js';
export * from './registrations.contract.js';
export * from './sign-offs.contract.js';
export * from './prerequisites.contract.js';
export * from './history.contract.js';
export * from './renewals.contract.js';
export * from './rules.contract.js';
export * from './subjects.contract.js';
export * from './capacity.contract.js';
export * from './operators.contract.js';
export * from './quotas.contract.js';
export * from './agency.contract.js';
export * from './public.contract.js';
export * from './leads.contract.js';
export * from './data-requests.contract.js';
export * from './passport.contract.js';
export { type SeenRefusal } from './upload/check-file.js';
export {
  UploadQueue,
  type BroughtPaper,
  type Upload,
  type UploadProblem,
  type UploadQueueHost,
} from './upload/upload-queue.js';
