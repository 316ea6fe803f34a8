/** What a renewal reminder looks like, as HTML and as plain text; `renewal-reminder` says what stands in it. */
import type { Locale } from '@daiban/domain/enumerations';
import { text } from '@daiban/i18n';
import {
  COLOURS,
  HolderGlyph,
  MailButton,
  MailFrame,
  MailHeading,
  MailSignature,
  MailSubheading,
} from './mail-parts.js';

const dot = (style: object) => <span style={{ display: 'inline-block', borderRadius: 8, ...style }} />;
const SOLID = { width: 14, height: 14 };
const HOLLOW = { width: 10, height: 10, border: `2px solid ${COLOURS.ink}`, background: COLOURS.surface };
const TABLE = { width: '100%', borderCollapse: 'collapse' } as const;

function Track({ locale }: { locale: Locale }) {
  const station = (style: object) => (
    <td aria-hidden="true" style={{ width: 14, lineHeight: 0, padding: 0, textAlign: 'center' }}>
      {dot(style)}
    </td>
  );
  const rail = (colour: string, kind: 'solid' | 'dotted') => (
    <td aria-hidden="true" style={{ padding: '0 4px' }}>
      <div style={{ height: 0, borderTop: `3px ${kind} ${colour}` }} />
    </td>
  );
  const holder = {
    width: '30%',
    textAlign: 'center',
    fontSize: 12,
    lineHeight: '16px',
    color: COLOURS.ink2,
    paddingBottom: 4,
  } as const;
  const label = (
    key: 'today' | 'decide' | 'start' | 'ends',
    date: string,
    align: 'left' | 'center' | 'right',
    colour?: string,
  ) => (
    <td
      style={{
        width: align === 'center' ? '32%' : '18%',
        verticalAlign: 'top',
        textAlign: align,
        fontSize: 13,
        lineHeight: '19px',
      }}
    >
      <b style={{ fontWeight: 600, color: colour }}>{text(locale, `emails.renewal.track.${key}`)}</b>
      <br />
      <span style={{ color: COLOURS.ink2 }}>{date}</span>
    </td>
  );
  return (
    <div style={{ marginTop: 22 }}>
      <table role="presentation" cellPadding={0} cellSpacing={0} style={TABLE}>
        <tbody>
          <tr>
            <td style={holder}>
              <HolderGlyph holder="client" /> {text(locale, 'emails.holder.client')}
            </td>
            <td style={holder}>
              <HolderGlyph holder="agency" /> {text(locale, 'emails.holder.agency')}
            </td>
            <td style={{ ...holder, width: '40%' }}>
              <HolderGlyph holder="tencent" /> {'{{trackReview}}'}
            </td>
          </tr>
        </tbody>
      </table>
      <table role="presentation" cellPadding={0} cellSpacing={0} style={TABLE}>
        <tbody>
          <tr>
            {station({ ...SOLID, background: COLOURS.turn })}
            {rail(COLOURS.client, 'solid')}
            {station(HOLLOW)}
            {rail(COLOURS.agency, 'solid')}
            {station(HOLLOW)}
            {rail(COLOURS.tencent, 'dotted')}
            {station({ ...SOLID, background: COLOURS.loss })}
          </tr>
        </tbody>
      </table>
      <table role="presentation" cellPadding={0} cellSpacing={0} style={{ ...TABLE, marginTop: 6 }}>
        <tbody>
          <tr>
            {label('today', '{{trackToday}}', 'left', COLOURS.turn)}
            {label('decide', '{{trackDecide}}', 'center')}
            {label('start', '{{trackStart}}', 'center')}
            {label('ends', '{{trackEnds}}', 'right', COLOURS.loss)}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Papers() {
  const cell = { padding: '7px 8px 7px 0', borderTop: `1px solid ${COLOURS.line}`, verticalAlign: 'top' } as const;
  return (
    <>
      <MailSubheading>{'{{papersHeading}}'}</MailSubheading>
      {'{{/papersHeading}}{{#papers}}'}
      <table role="presentation" cellPadding={0} cellSpacing={0} style={{ ...TABLE, fontSize: 14, lineHeight: '20px' }}>
        <tbody>
          <tr>
            <td aria-hidden="true" style={{ ...cell, width: 22, fontWeight: 600, color: '{{paperColour}}' }}>
              {'{{paperMark}}'}
            </td>
            <td style={cell}>{'{{paperName}}'}</td>
            <td style={{ ...cell, paddingRight: 0, textAlign: 'right', color: COLOURS.ink2 }}>{'{{paperNote}}'}</td>
          </tr>
        </tbody>
      </table>
      {'{{/papers}}'}
    </>
  );
}

/** The whole mail with its placeholders, in one language. */
export function RenewalReminderLayout({ locale }: { locale: Locale }) {
  const footer = (
    <>
      {'{{why}}'}
      <br />
      {'{{source}}'}
      <br />
      {'{{brand}}'}
    </>
  );
  return (
    <MailFrame locale={locale} footer={footer}>
      <MailHeading locale={locale} />
      {'{{#track}}'}
      <Track locale={locale} />
      {'{{/track}}'}
      <MailButton />
      <MailSubheading>{'{{lossHeading}}'}</MailSubheading>
      <div style={{ borderLeft: `3px solid ${COLOURS.loss}`, paddingLeft: 12 }}>{'{{loss}}'}</div>
      {'{{#papersHeading}}'}
      <Papers />
      <MailSubheading>{text(locale, 'emails.renewal.cost.heading')}</MailSubheading>
      <div>{'{{cost}}'}</div>
      <MailSignature />
    </MailFrame>
  );
}

/** The plain-text twin. */
export const PLAIN_RENEWAL_REMINDER = `{{accountLine}}

{{title}}
{{lead}}

{{button}}
{{actionUrl}}
{{buttonHint}}

{{lossHeading}}
{{loss}}
{{#papersHeading}}
{{papersHeading}}
{{/papersHeading}}{{#papers}}{{paperMark}} {{paperName}}  {{paperNote}}
{{/papers}}
{{costHeading}}
{{cost}}

{{signature}}
{{reply}}

--
{{why}}
{{source}}
{{brand}}
`;
