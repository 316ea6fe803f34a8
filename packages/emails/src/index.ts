/** Door of the mails: `renderEmail` and what each mail needs. Pure: sends nothing, reads no clock. */
export type { PortalInvitationParams } from './portal-invitation.js';
export { renderEmail, type EmailName, type EmailParams, type RenderedEmail } from './render-email.js';
export type { RenewalPaper, RenewalReminderParams, RenewalStep } from './renewal-reminder.js';
