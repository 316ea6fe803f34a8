/** The mail with a code that opens the portal once: the digits, how long they work, and that nobody will ever ask for them. No link: whoever asked has the page open. */
import type { Locale } from '@daiban/domain/enumerations';
import { text } from '@daiban/i18n';
import type { EmailDefinition } from './email-definition.js';
import { COLOURS, MailFrame, MailHeading } from './mail-parts.js';
import { oneLine } from './template.js';

export interface PortalCodeParams {
  agencyName: string;
  clientName: string;
  recipientName: string;
  /** What stands in the code's place; the digits are filled in when the mail leaves. */
  code: string;
  validMinutes: number;
}

function PortalCode({ locale }: { locale: Locale }) {
  const footer = (
    <>
      {'{{notYou}}'}
      <br />
      {'{{brand}}'}
    </>
  );
  return (
    <MailFrame locale={locale} footer={footer}>
      <MailHeading locale={locale} />
      <p
        style={{
          margin: '20px 0 4px',
          fontFamily: 'ui-monospace,Consolas,Menlo,monospace',
          fontSize: 30,
          lineHeight: '40px',
          fontWeight: 600,
          letterSpacing: '0.06em',
          whiteSpace: 'nowrap',
        }}
      >
        {'{{code}}'}
      </p>
      <p style={{ margin: 0, color: COLOURS.ink2 }}>{'{{valid}}'}</p>
      <p style={{ margin: '16px 0 0' }}>{'{{secret}}'}</p>
    </MailFrame>
  );
}

const PLAIN_TEXT = `{{hello}}

{{title}}
{{code}}
{{valid}}

{{secret}}

--
{{notYou}}
{{brand}}
`;

export const portalCode: EmailDefinition<PortalCodeParams> = {
  draw: (locale) => <PortalCode locale={locale} />,
  plainText: PLAIN_TEXT,
  values(params, locale) {
    const agency = oneLine(params.agencyName);
    const hello = text(locale, 'emails.portal_code.hello', { recipient: params.recipientName });
    const valid = text(locale, 'emails.portal_code.valid', { count: params.validMinutes });
    return {
      subject: oneLine(text(locale, 'emails.portal_code.subject', { agency })),
      preview: valid,
      accountLine: oneLine(params.clientName),
      hello,
      title: text(locale, 'emails.portal_code.title'),
      lead: hello,
      code: params.code,
      valid,
      secret: text(locale, 'emails.portal_code.secret'),
      notYou: text(locale, 'emails.portal_code.not_you', { agency }),
      brand: text(locale, 'emails.footer.brand', { agency }),
    };
  },
};
