/** The short mails that say only that something waits behind a sign-in, and nothing of what it is: an enquiry, a request about one's own data, the answer to one. */
import { formatDate, text } from '@daiban/i18n';
import type { EmailDefinition } from './email-definition.js';
import { ShortMail } from './mail-parts.js';
import { oneLine } from './template.js';

export interface NoticeParams {
  /** lead_left and data_requested go to the agency, data_answered to whoever asked. */
  tone: 'lead_left' | 'data_requested' | 'data_answered';
  /** How many wait. */
  count: number;
  agencyName: string;
  /** Day by which the first is to be answered, and today, Beijing dates; null: none is set. */
  dueOn: string | null;
  today: string;
  /** Where it is read. */
  actionUrl: string;
}

const PLAIN_TEXT = `{{title}}
{{lead}}

{{button}}
{{actionUrl}}

--
{{why}}
{{brand}}
`;

export const notice: EmailDefinition<NoticeParams> = {
  draw: (locale) => <ShortMail locale={locale} />,
  plainText: PLAIN_TEXT,
  values({ tone, count, agencyName, dueOn, today, actionUrl }, locale) {
    const agency = oneLine(agencyName);
    const title = text(locale, `emails.notice.title.${tone}`, { agency, count });
    const date = dueOn === null ? '' : formatDate(dueOn, locale, today);
    return {
      subject: oneLine(text(locale, `emails.notice.subject.${tone}`, { agency, count })),
      preview: title,
      accountLine: agency,
      title,
      lead: text(locale, `emails.notice.lead.${tone}`, { date, count }),
      actionUrl,
      button: text(locale, `emails.notice.button.${tone}`, { count }),
      buttonHint: text(locale, `emails.notice.button_hint.${tone === 'data_answered' ? 'portal' : 'staff'}`),
      why: text(locale, `emails.notice.why.${tone}`, { agency }),
      brand: text(locale, 'emails.footer.brand', { agency }),
    };
  },
};
