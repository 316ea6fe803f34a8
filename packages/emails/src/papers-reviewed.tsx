/** The one mail that ends a review: what was accepted first, then each paper that came back with its reason and how to put it right, then what is still missing. */
import type { AccountType, Locale } from '@daiban/domain/enumerations';
import { catalogues, text } from '@daiban/i18n';
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

export interface ReturnedPaper {
  /** Which paper: a code of the rulebook. */
  code: string;
  /** Why: a coded reason, or one of the agency's own. */
  reasonCode: string;
  note: string | null;
}

export interface PapersReviewedParams {
  accountName: string;
  accountType: AccountType;
  agencyName: string;
  assigneeName: string | null;
  recipientName: string;
  /** Codes of the papers that were accepted in this review. */
  accepted: readonly string[];
  returned: readonly ReturnedPaper[];
  /** Codes of those that the reader has not brought yet. */
  open: readonly string[];
  /** Page with the confirm button; its token stands in the fragment. */
  actionUrl: string;
}

function PapersReviewed({ locale }: { locale: Locale }) {
  const line = { padding: '10px 0', borderTop: `1px solid ${COLOURS.line}` } as const;
  return (
    <MailFrame locale={locale} footer={<MailFooter />}>
      <MailHeading locale={locale} />
      {'{{#acceptedHeading}}'}
      <MailSubheading>{'{{acceptedHeading}}'}</MailSubheading>
      {'{{/acceptedHeading}}'}
      {'{{#accepted}}'}
      <div style={line}>
        <span aria-hidden="true" style={{ color: COLOURS.jade }}>
          ✓{' '}
        </span>
        {'{{paper}}'}
      </div>
      {'{{/accepted}}'}
      {'{{#returnedHeading}}'}
      <MailSubheading>{'{{returnedHeading}}'}</MailSubheading>
      {'{{/returnedHeading}}'}
      {'{{#returned}}'}
      <div style={line}>
        <div style={{ fontWeight: 600 }}>{'{{paper}}'}</div>
        <div style={{ color: COLOURS.turn }}>{'{{reason}}'}</div>
        <div>{'{{fix}}'}</div>
        <div style={{ color: COLOURS.ink2 }}>{'{{note}}'}</div>
      </div>
      {'{{/returned}}'}
      {'{{#openHeading}}'}
      <MailSubheading>{'{{openHeading}}'}</MailSubheading>
      {'{{/openHeading}}'}
      {'{{#open}}'}
      <div style={line}>{'{{paper}}'}</div>
      {'{{/open}}'}
      <MailButton />
      <MailSignature />
    </MailFrame>
  );
}

const PLAIN_TEXT = `{{hello}}

{{title}}
{{lead}}
{{#acceptedHeading}}
{{acceptedHeading}}
{{/acceptedHeading}}{{#accepted}}✓ {{paper}}
{{/accepted}}{{#returnedHeading}}
{{returnedHeading}}
{{/returnedHeading}}{{#returned}}
* {{paper}}
  {{reason}}
  {{fix}}
  {{note}}
{{/returned}}{{#openHeading}}
{{openHeading}}
{{/openHeading}}{{#open}}- {{paper}}
{{/open}}
{{button}}
{{actionUrl}}
{{buttonHint}}

{{signature}}
{{reply}}

--
{{why}}
{{brand}}
`;

export const papersReviewed: EmailDefinition<PapersReviewedParams> = {
  draw: (locale) => <PapersReviewed locale={locale} />,
  plainText: PLAIN_TEXT,
  values({ accepted, returned, open, ...params }, locale) {
    const account = oneLine(params.accountName);
    const agency = oneLine(params.agencyName);
    const count = returned.length;
    const outcome = count > 0 ? 'return' : open.length > 0 ? 'open' : 'all';
    const title = text(locale, `emails.review.title.${outcome}`, { count });
    const paper = paperName(locale, returned[0]?.code ?? '');
    const subject = count === 1 ? 'return_named' : outcome;
    return {
      subject: oneLine(text(locale, `emails.review.subject.${subject}`, { account, paper, count })),
      preview: title,
      accountLine: `${account} · ${text(locale, `states.account_type_short.${params.accountType}`)}`,
      hello: text(locale, 'emails.review.hello', { recipient: params.recipientName }),
      title,
      lead: text(locale, `emails.review.lead.${outcome}`, { count: open.length }),
      acceptedHeading: accepted.length > 0 ? text(locale, 'emails.review.accepted.heading') : null,
      accepted: accepted.map((code) => ({ paper: paperName(locale, code) })),
      returnedHeading: count > 0 ? text(locale, 'emails.review.returned.heading') : null,
      returned: returned.map((one) => ({
        paper: paperName(locale, one.code),
        reason: wordsOf(locale, 'reasons', one.reasonCode),
        fix: text(locale, 'emails.review.returned.fix', { fix: wordsOf(locale, 'fixes', one.reasonCode) }),
        note: one.note ? text(locale, 'emails.review.returned.note', { note: oneLine(one.note) }) : '',
      })),
      openHeading: open.length > 0 ? text(locale, 'emails.review.open.heading') : null,
      open: open.map((code) => ({ paper: paperName(locale, code) })),
      actionUrl: params.actionUrl,
      button: text(locale, `emails.review.button.${outcome}`),
      buttonHint: text(locale, 'emails.review.button_hint'),
      signature: params.assigneeName ?? agency,
      reply: params.assigneeName
        ? text(locale, 'emails.reply.named', { person: params.assigneeName })
        : text(locale, 'emails.reply.agency'),
      why: text(locale, 'emails.review.why', { account }),
      brand: text(locale, 'emails.footer.brand', { agency }),
    };
  },
};

function paperName(locale: Locale, code: string): string {
  const names: Readonly<Record<string, string>> = catalogues[locale].prerequisites;
  return names[code] ?? code;
}

/** A reason of the agency's own has no words here: the note says what to do. */
function wordsOf(locale: Locale, namespace: 'reasons' | 'fixes', code: string): string {
  const words: Readonly<Record<string, string>> = catalogues[locale][namespace];
  return words[code] ?? words['other'] ?? code;
}
