/** The mails about one appointment for the scan: booked, a day and an hour before, cancelled, missed. */
import type { AccountType, Locale } from '@daiban/domain/enumerations';
import { dateIn, text } from '@daiban/i18n';
import { differsFromBeijing, NeedsAndKept, needsOf, whenIn, whenInBeijing } from './admin-parts.js';
import type { EmailDefinition } from './email-definition.js';
import { COLOURS, MailButton, MailFrame, MailHeading, MailSignature, MailFooter } from './mail-parts.js';
import { oneLine, type TemplateValues } from './template.js';

export interface AdminAppointmentParams {
  accountName: string;
  accountType: AccountType;
  agencyName: string;
  assigneeName: string | null;
  tone: 'booked' | 'reminder' | 'cancelled' | 'missed';
  /** Instant it starts. */
  startsAt: string;
  minutes: number;
  /** Instant the mail is written at, by the business clock. */
  now: string;
  /** The administrator's, and the agency's. */
  timeZone: string;
  agencyTimeZone: string;
  /** Days after the account is live until pictures of the ID are deleted. */
  deletedAfterDays: number;
  /** Their page; its token stands in the fragment. */
  actionUrl: string;
}

function AdminAppointment({ locale }: { locale: Locale }) {
  const cell = { padding: '7px 0', borderTop: `1px solid ${COLOURS.line}` } as const;
  return (
    <MailFrame locale={locale} footer={<MailFooter />}>
      <MailHeading locale={locale} />
      <table
        role="presentation"
        cellPadding={0}
        cellSpacing={0}
        style={{ width: '100%', borderCollapse: 'collapse', marginTop: 16 }}
      >
        <tbody>
          {'{{#clocks}}'}
          <tr>
            <td style={{ ...cell, color: COLOURS.ink2, width: '45%' }}>{'{{clockName}}'}</td>
            <td style={{ ...cell, fontWeight: 600 }}>{'{{clockTime}}'}</td>
          </tr>
          {'{{/clocks}}'}
        </tbody>
      </table>
      <MailButton />
      <NeedsAndKept locale={locale} />
      <MailSignature />
    </MailFrame>
  );
}

const PLAIN_TEXT = `{{title}}
{{lead}}

{{#clocks}}{{clockLine}}
{{/clocks}}
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

/** Beijing first; the administrator's and the agency's own where they show another time. */
function clocksOf(params: AdminAppointmentParams, locale: Locale): TemplateValues[] {
  const { startsAt, timeZone, agencyTimeZone, now, agencyName } = params;
  const clock = (clockName: string, zone: string): TemplateValues => {
    const clockTime = whenIn(startsAt, zone, locale, now);
    const clockLine = text(locale, 'emails.appointment.clock', { name: clockName, time: clockTime });
    return { clockName, clockTime, clockLine };
  };
  const clocks = [clock(text(locale, 'emails.appointment.beijing'), 'Asia/Shanghai')];
  if (differsFromBeijing(startsAt, timeZone)) clocks.push(clock(text(locale, 'emails.appointment.yours'), timeZone));
  if (agencyTimeZone !== timeZone && differsFromBeijing(startsAt, agencyTimeZone))
    clocks.push(clock(text(locale, 'emails.appointment.agency', { agency: agencyName }), agencyTimeZone));
  return clocks;
}

/** A reminder says "tomorrow" only when it is; it may go out later than its hour. */
function titleOf({ tone, startsAt, now }: AdminAppointmentParams, when: string, locale: Locale): string {
  if (tone !== 'reminder') return text(locale, `emails.appointment.title.${tone}`, { when });
  const day = (at: string) => Date.parse(`${dateIn(at, 'Asia/Shanghai')}T00:00:00Z`) / 86_400_000;
  if (day(startsAt) - day(now) === 1) return text(locale, 'emails.appointment.title.reminder_day', { when });
  const count = Math.max(1, Math.ceil((Date.parse(startsAt) - Date.parse(now)) / 3_600_000));
  return text(locale, 'emails.appointment.title.reminder', { when, count });
}

export const adminAppointment: EmailDefinition<AdminAppointmentParams> = {
  draw: (locale) => <AdminAppointment locale={locale} />,
  plainText: PLAIN_TEXT,
  values(params, locale) {
    const { tone, startsAt, now, minutes } = params;
    const account = oneLine(params.accountName);
    const agency = oneLine(params.agencyName);
    const when = whenInBeijing(startsAt, locale, now);
    const title = titleOf(params, when, locale);
    const isAhead = tone === 'booked' || tone === 'reminder';
    return {
      subject: oneLine(text(locale, `emails.appointment.subject.${tone}`, { account, when })),
      preview: title,
      accountLine: `${account} · ${text(locale, `states.account_type_short.${params.accountType}`)}`,
      title,
      lead: text(locale, `emails.appointment.lead.${tone}`, { minutes }),
      clocks: clocksOf(params, locale),
      actionUrl: params.actionUrl,
      button: text(locale, `emails.appointment.button.${tone}`),
      buttonHint: text(locale, 'emails.appointment.button_hint'),
      needsHeading: isAhead ? text(locale, 'emails.admin.needs.heading') : null,
      needs: isAhead ? needsOf(true, locale) : [],
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
