/** The mail that brings a client's contact the account's passport: once when the account is live, and whenever somebody sends it again. */
import type { AccountType, Locale } from '@daiban/domain/enumerations';
import { formatDateWithYear, text } from '@daiban/i18n';
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

export interface AccountPassportParams {
  accountName: string;
  accountType: AccountType;
  agencyName: string;
  assigneeName: string | null;
  recipientName: string;
  /** live: the account has just come to be · asked: somebody sends it. */
  occasion: 'live' | 'asked';
  /** End of the verification, a Beijing date; null: there is none, or nobody told. */
  verifiedUntilOn: string | null;
  /** The end is counted, not told. */
  isAssumed: boolean;
  /** Page with the confirm button; its token stands in the fragment. */
  actionUrl: string;
}

const IN_IT = ['owner', 'keys', 'until', 'exit'] as const;
const FIRST_WEEK = ['greeting', 'post', 'operators'] as const;

function Lines({ locale, of }: { locale: Locale; of: readonly string[] }) {
  const cell = { padding: '7px 0', borderTop: `1px solid ${COLOURS.line}`, verticalAlign: 'top' } as const;
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} style={{ width: '100%', borderCollapse: 'collapse' }}>
      <tbody>
        {of.map((key) => (
          <tr key={key}>
            <td style={cell}>{text(locale, `emails.passport.${key}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AccountPassport({ locale }: { locale: Locale }) {
  return (
    <MailFrame locale={locale} footer={<MailFooter />}>
      <MailHeading locale={locale} />
      {'{{#until}}'}
      <p style={{ margin: '10px 0 0', fontWeight: 600 }}>{'{{until}}'}</p>
      {'{{/until}}'}
      <MailButton />
      <MailSubheading>{text(locale, 'emails.passport.in_it.heading')}</MailSubheading>
      <Lines locale={locale} of={IN_IT.map((key) => `in_it.${key}`)} />
      {'{{#firstWeek}}'}
      <MailSubheading>{'{{firstWeek}}'}</MailSubheading>
      <Lines locale={locale} of={FIRST_WEEK.map((key) => `first_week.${key}`)} />
      {'{{/firstWeek}}'}
      <MailSignature />
    </MailFrame>
  );
}

const PLAIN_TEXT = `{{hello}}

{{title}}
{{lead}}
{{#until}}
{{until}}
{{/until}}

{{button}}
{{actionUrl}}
{{buttonHint}}

{{signature}}
{{reply}}

--
{{why}}
{{brand}}
`;

export const accountPassport: EmailDefinition<AccountPassportParams> = {
  draw: (locale) => <AccountPassport locale={locale} />,
  plainText: PLAIN_TEXT,
  values({ occasion, verifiedUntilOn, isAssumed, actionUrl, assigneeName, ...params }, locale) {
    const account = oneLine(params.accountName);
    const agency = oneLine(params.agencyName);
    const title = text(locale, `emails.passport.title.${occasion}`, { account });
    const date = verifiedUntilOn === null ? null : formatDateWithYear(verifiedUntilOn, locale);
    return {
      subject: oneLine(text(locale, `emails.passport.subject.${occasion}`, { account })),
      preview: title,
      accountLine: `${account} · ${text(locale, `states.account_type_short.${params.accountType}`)}`,
      hello: text(locale, 'emails.passport.hello', { recipient: params.recipientName }),
      title,
      lead: text(locale, `emails.passport.lead.${occasion}`),
      until: date && text(locale, `emails.passport.until.${isAssumed ? 'assumed' : 'told'}`, { date }),
      actionUrl,
      button: text(locale, 'emails.passport.button'),
      buttonHint: text(locale, 'emails.passport.button_hint'),
      firstWeek: occasion === 'live' ? text(locale, 'emails.passport.first_week.heading') : null,
      signature: assigneeName ?? agency,
      reply: assigneeName
        ? text(locale, 'emails.reply.named', { person: assigneeName })
        : text(locale, 'emails.reply.agency'),
      why: text(locale, 'emails.passport.why', { account, agency }),
      brand: text(locale, 'emails.footer.brand', { agency }),
    };
  },
};
