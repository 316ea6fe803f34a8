/** Writes one mail for one receiver. The drawing is compiled once per mail and language; a receiver costs string work only. */
import { LOCALES, type Locale } from '@daiban/domain/enumerations';
import type { AccountPassportParams } from './account-passport.js';
import type { AdminAppointmentParams } from './admin-appointment.js';
import type { AdminInvitationParams } from './admin-invitation.js';
import type { AdminNewsParams } from './admin-news.js';
import type { EmailDefinition } from './email-definition.js';
import type { MessageWaitingParams } from './message-waiting.js';
import type { NoticeParams } from './notice.js';
import type { PortalCodeParams } from './portal-code.js';
import type { PapersReviewedParams } from './papers-reviewed.js';
import type { PortalInvitationParams } from './portal-invitation.js';
import type { RenewalReminderParams } from './renewal-reminder.js';
import { escapeHtml, fillTemplate, oneLine } from './template.js';

/** Every mail there is, and what it needs. */
export interface EmailParams {
  'renewal-reminder': RenewalReminderParams;
  'portal-invitation': PortalInvitationParams;
  'papers-reviewed': PapersReviewedParams;
  'portal-code': PortalCodeParams;
  'admin-invitation': AdminInvitationParams;
  'admin-appointment': AdminAppointmentParams;
  'admin-news': AdminNewsParams;
  'account-passport': AccountPassportParams;
  'message-waiting': MessageWaitingParams;
  notice: NoticeParams;
}
export type EmailName = keyof EmailParams;

export interface RenderedEmail {
  /** One line, safe as a header. */
  subject: string;
  html: string;
  text: string;
}

// Loaded at first use: react-email is large, and most processes never send a mail.
const LOADERS: { [Name in EmailName]: () => Promise<EmailDefinition<EmailParams[Name]>> } = {
  'renewal-reminder': async () => (await import('./renewal-reminder.js')).renewalReminder,
  'portal-code': async () => (await import('./portal-code.js')).portalCode,
  'portal-invitation': async () => (await import('./portal-invitation.js')).portalInvitation,
  'papers-reviewed': async () => (await import('./papers-reviewed.js')).papersReviewed,
  'admin-invitation': async () => (await import('./admin-invitation.js')).adminInvitation,
  'admin-appointment': async () => (await import('./admin-appointment.js')).adminAppointment,
  'admin-news': async () => (await import('./admin-news.js')).adminNews,
  'account-passport': async () => (await import('./account-passport.js')).accountPassport,
  'message-waiting': async () => (await import('./message-waiting.js')).messageWaiting,
  notice: async () => (await import('./notice.js')).notice,
};

interface Compiled<Params> {
  definition: EmailDefinition<Params>;
  html: Record<Locale, string>;
}

async function compile<Params>(load: () => Promise<EmailDefinition<Params>>): Promise<Compiled<Params>> {
  const definition = await load();
  const { render } = await import('react-email');
  const drawn = await Promise.all(
    LOCALES.map(async (locale) => [locale, await render(definition.draw(locale))] as const),
  );
  return { definition, html: Object.fromEntries(drawn) as Record<Locale, string> };
}

const compiled: { [Name in EmailName]?: Promise<Compiled<EmailParams[Name]>> } = {};

function compiledOnce<Name extends EmailName>(name: Name): Promise<Compiled<EmailParams[Name]>> {
  const known = compiled[name];
  if (known) return known;
  const fresh = compile(LOADERS[name]);
  Object.assign(compiled, { [name]: fresh });
  return fresh;
}

/**
 * @param locale the receiver's language
 * @throws Error when the mail's own files are at fault (a placeholder without a value); never for what `params` says
 */
export async function renderEmail<Name extends EmailName>(
  name: Name,
  locale: Locale,
  params: EmailParams[Name],
): Promise<RenderedEmail> {
  const { definition, html } = await compiledOnce(name);
  const values = definition.values(params, locale);
  return {
    subject: values.subject,
    html: fillTemplate(html[locale], values, escapeHtml),
    text: fillTemplate(definition.plainText, values, oneLine),
  };
}
