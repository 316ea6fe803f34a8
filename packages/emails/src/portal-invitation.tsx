/** The mail that brings a client's contact to their page: what it shows, what happens next, and that the link is theirs alone. */
import type { AccountType, Holder, Locale } from '@daiban/domain/enumerations';
import { formatDate, text } from '@daiban/i18n';
import type { EmailDefinition } from './email-definition.js';
import {
  COLOURS,
  HolderGlyph,
  MailButton,
  MailFrame,
  MailHeading,
  MailSignature,
  MailSubheading,
} from './mail-parts.js';
import { oneLine } from './template.js';

export interface PortalInvitationParams {
  /** The account's name; with several accounts, the client's. */
  accountName: string;
  /** Null when the page shows several accounts. */
  accountType: AccountType | null;
  agencyName: string;
  assigneeName: string | null;
  recipientName: string;
  /** Last day the link works, and today, both Beijing dates. */
  linkExpiresOn: string;
  today: string;
  /** Page with the confirm button; its token stands in the fragment. */
  actionUrl: string;
}

const STEPS = [
  ['papers', 'client'],
  ['prepare', 'agency'],
  ['scan', 'admin_person'],
  ['review', 'tencent'],
] as const satisfies readonly (readonly [string, Exclude<Holder, 'none'>])[];

function PortalInvitation({ locale }: { locale: Locale }) {
  const cell = { padding: '8px 0', borderTop: `1px solid ${COLOURS.line}`, verticalAlign: 'top' } as const;
  const footer = (
    <>
      {'{{why}}'}
      <br />
      {'{{notYou}}'}
      <br />
      {'{{brand}}'}
    </>
  );
  return (
    <MailFrame locale={locale} footer={footer}>
      <MailHeading locale={locale} />
      <MailButton />
      <MailSubheading>{text(locale, 'emails.invitation.steps.heading')}</MailSubheading>
      <table role="presentation" cellPadding={0} cellSpacing={0} style={{ width: '100%', borderCollapse: 'collapse' }}>
        <tbody>
          {STEPS.map(([step, holder]) => (
            <tr key={step}>
              <td style={{ ...cell, width: 24 }}>
                <HolderGlyph holder={holder} />
              </td>
              <td style={cell}>{text(locale, `emails.invitation.steps.${step}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <MailSignature />
    </MailFrame>
  );
}

const PLAIN_TEXT = `{{hello}}

{{title}}
{{lead}}

{{button}}
{{actionUrl}}
{{buttonHint}}

{{signature}}
{{reply}}

--
{{why}}
{{notYou}}
{{brand}}
`;

export const portalInvitation: EmailDefinition<PortalInvitationParams> = {
  draw: (locale) => <PortalInvitation locale={locale} />,
  plainText: PLAIN_TEXT,
  values(params, locale) {
    const account = oneLine(params.accountName);
    const agency = oneLine(params.agencyName);
    const title = text(locale, 'emails.invitation.title', { account });
    return {
      subject: oneLine(text(locale, 'emails.invitation.subject', { account })),
      preview: title,
      accountLine: params.accountType
        ? `${account} · ${text(locale, `states.account_type_short.${params.accountType}`)}`
        : account,
      hello: text(locale, 'emails.invitation.hello', { recipient: params.recipientName }),
      title,
      lead: text(locale, 'emails.invitation.lead', { agency }),
      actionUrl: params.actionUrl,
      button: text(locale, 'emails.invitation.button'),
      buttonHint: text(locale, 'emails.invitation.button_hint', {
        date: formatDate(params.linkExpiresOn, locale, params.today),
      }),
      signature: params.assigneeName ?? agency,
      reply: params.assigneeName
        ? text(locale, 'emails.reply.named', { person: params.assigneeName })
        : text(locale, 'emails.reply.agency'),
      why: text(locale, 'emails.invitation.why', { account, agency }),
      notYou: text(locale, 'emails.invitation.not_you'),
      brand: text(locale, 'emails.footer.brand', { agency }),
    };
  },
};
