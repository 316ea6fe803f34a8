/** The mail that says that messages wait, how many and of whom; what they say stays on the page. */
import { text } from '@daiban/i18n';
import type { EmailDefinition } from './email-definition.js';
import { ShortMail } from './mail-parts.js';
import { oneLine } from './template.js';

export interface MessageWaitingParams {
  /** client: the agency wrote, a contact reads · staff: a contact wrote, a member reads. */
  to: 'client' | 'staff';
  agencyName: string;
  clientName: string;
  recipientName: string;
  /** The account it is about; null: the client as a whole. */
  accountName: string | null;
  /** Messages that the receiver has not read. */
  count: number;
  actionUrl: string;
}

const PLAIN_TEXT = `{{hello}}

{{title}}
{{lead}}

{{button}}
{{actionUrl}}
{{buttonHint}}

--
{{why}}
{{brand}}
`;

export const messageWaiting: EmailDefinition<MessageWaitingParams> = {
  draw: (locale) => <ShortMail locale={locale} />,
  plainText: PLAIN_TEXT,
  values({ to, agencyName, clientName, recipientName, accountName, count, actionUrl }, locale) {
    const [agency, client] = [oneLine(agencyName), oneLine(clientName)];
    const about = oneLine(accountName ?? clientName);
    const title = text(locale, `emails.message.title.${to}`, { count, client });
    return {
      subject: oneLine(text(locale, `emails.message.subject.${to}`, { count, about, agency, client })),
      preview: title,
      accountLine: about,
      hello: text(locale, 'emails.message.hello', { recipient: recipientName }),
      title,
      lead: text(locale, `emails.message.lead.${to}`),
      actionUrl,
      button: text(locale, `emails.message.button.${to}`),
      buttonHint: text(locale, `emails.message.button_hint.${to}`),
      why: text(locale, `emails.message.why.${to}`, { agency, about }),
      brand: text(locale, 'emails.footer.brand', { agency }),
    };
  },
};
