/** Door of the mails: `renderEmail` and what each mail needs. Pure: sends nothing, reads no clock. */
export type { AccountPassportParams } from './account-passport.js';
export type { AdminAppointmentParams } from './admin-appointment.js';
export type { AdminInvitationParams } from './admin-invitation.js';
export type { AdminNewsParams } from './admin-news.js';
export type { MessageWaitingParams } from './message-waiting.js';
export type { NoticeParams } from './notice.js';
export type { PapersReviewedParams, ReturnedPaper } from './papers-reviewed.js';
export type { PortalInvitationParams } from './portal-invitation.js';
export { renderEmail, type EmailName, type EmailParams, type RenderedEmail } from './render-email.js';
export type { RenewalPaper, RenewalReminderParams, RenewalStep } from './renewal-reminder.js';
