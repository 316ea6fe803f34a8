/** The mail that asks an administrator for their part: why them, what to have ready, what is kept for how long, and the times they can choose. */
import type { AccountType, Locale } from '@daiban/domain/enumerations';
import { text } from '@daiban/i18n';
import { differsFromBeijing, NeedsAndKept, needsOf, whenIn, whenInBeijing } from './admin-parts.js';
import type { EmailDefinition } from './email-definition.js';
import {
  COLOURS,
  MailButton,
  MailFrame,
  MailHeading,
  MailSignature,
  MailSubheading,
  MailFooter,
} from './mail-parts.js';
import { oneLine } from './template.js';

export interface AdminInvitationParams {
  accountName: string;
  accountType: AccountType;
  agencyName: string;
  assigneeName: string | null;
  recipientName: string;
  /** Whom the account belongs to. */
  subjectName: string;
  /** False for an overseas company: its form has no scan. */
  hasScan: boolean;
  /** Instants that can be chosen, the next first; empty: none is offered yet. */
  times: readonly string[];
  /** The administrator's. */
  timeZone: string;
  /** Days after the account is live until pictures of the ID are deleted. */
  deletedAfterDays: number;
  /** Today, a date in Beijing. */
  today: string;
  /** Their page; its token stands in the fragment. */
  actionUrl: string;
}

function AdminInvitation({ locale }: { locale: Locale }) {
  return (
    <MailFrame locale={locale} footer={<MailFooter />}>
      <p style={{ margin: '0 0 10px' }}>{'{{hello}}'}</p>
      <MailHeading locale={locale} />
      {'{{#timesHeading}}'}
      <MailSubheading>{'{{timesHeading}}'}</MailSubheading>
      {'{{/timesHeading}}'}
      {'{{#times}}'}
      <p style={{ margin: '4px 0' }}>
        <b>{'{{time}}'}</b> <span style={{ color: COLOURS.ink2 }}>{'{{timeThere}}'}</span>
      </p>
      {'{{/times}}'}
      <MailButton />
      <NeedsAndKept locale={locale} />
      <MailSignature />
    </MailFrame>
  );
}

const PLAIN_TEXT = `{{hello}}

{{title}}
{{lead}}
{{#timesHeading}}
{{timesHeading}}
{{/timesHeading}}{{#times}}* {{time}} {{timeThere}}
{{/times}}
{{button}}
{{actionUrl}}
{{buttonHint}}
{{#needsHeading}}
{{needsHeading}}
{{/needsHeading}}{{#needs}}* {{need}}
{{/needs}}
{{kept}}
{{never}}

{{signature}}
{{reply}}

--
{{why}}
{{brand}}
`;

export const adminInvitation: EmailDefinition<AdminInvitationParams> = {
  draw: (locale) => <AdminInvitation locale={locale} />,
  plainText: PLAIN_TEXT,
  values(params, locale) {
    const { hasScan, times, timeZone, today } = params;
    const account = oneLine(params.accountName);
    const agency = oneLine(params.agencyName);
    const withTimes = times.length > 0;
    const now = `${today}T04:00:00.000Z`;
    const abroad = times.some((at) => differsFromBeijing(at, timeZone));
    const title = text(locale, withTimes ? 'emails.admin.invitation.title_times' : 'emails.admin.invitation.title', {
      account,
    });
    const lead = hasScan ? 'emails.admin.invitation.lead' : 'emails.admin.invitation.lead_no_scan';
    return {
      subject: oneLine(
        text(locale, withTimes ? 'emails.admin.invitation.subject_times' : 'emails.admin.invitation.subject', {
          account,
        }),
      ),
      preview: title,
      hello: text(locale, 'emails.admin.invitation.hello', { recipient: params.recipientName }),
      accountLine: `${account} · ${text(locale, `states.account_type_short.${params.accountType}`)}`,
      title,
      lead: text(locale, lead, { agency, subject: params.subjectName }),
      timesHeading: withTimes
        ? text(locale, abroad ? 'emails.admin.invitation.times_both' : 'emails.admin.invitation.times')
        : null,
      times: times.map((at) => ({
        time: whenInBeijing(at, locale, now),
        timeThere: abroad ? `· ${whenIn(at, timeZone, locale, now)}` : '',
      })),
      actionUrl: params.actionUrl,
      button: text(locale, withTimes ? 'emails.admin.invitation.button_times' : 'emails.admin.invitation.button'),
      buttonHint: text(locale, 'emails.admin.invitation.button_hint'),
      needsHeading: text(locale, 'emails.admin.needs.heading'),
      needs: needsOf(hasScan, locale),
      kept: text(locale, 'emails.admin.kept.text', { days: params.deletedAfterDays }),
      never: text(locale, 'emails.admin.never'),
      signature: params.assigneeName ?? agency,
      reply: params.assigneeName
        ? text(locale, 'emails.reply.named', { person: params.assigneeName })
        : text(locale, 'emails.reply.agency'),
      why: text(locale, 'emails.admin.why', { account, agency }),
      brand: text(locale, 'emails.footer.brand', { agency }),
    };
  },
};
