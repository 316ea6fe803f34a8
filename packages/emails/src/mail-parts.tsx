/** The look that all mails share: frame, heading, button, holder marks. Colours are those of the screens; mail programs want them inline. */
import type { Holder, Locale } from '@daiban/domain/enumerations';
import type { CSSProperties, ReactNode } from 'react';
import { Body, Button, Container, Head, Html } from 'react-email';

export const COLOURS = {
  paper: '#FAF9F7',
  surface: '#FFFFFF',
  line: '#E8E5DF',
  ink: '#1A1C1E',
  ink2: '#52575D',
  ink3: '#64696F',
  jade: '#0B6E59',
  turn: '#8F4B00',
  loss: '#B3261E',
  agency: '#0B6E59',
  client: '#2A5DB5',
  admin: '#8A3985',
  tencent: '#566070',
} as const;

const FONT = 'Inter,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",Helvetica,Arial,sans-serif';
// The hollow hexagon is missing in text fonts; these symbol fonts of Windows, macOS, Android and Linux have it.
const SYMBOLS = '"Segoe UI Symbol","Apple Symbols","Noto Sans Symbols 2","Noto Sans Symbols2","DejaVu Sans",sans-serif';

const MARKS: Record<Exclude<Holder, 'none'>, { glyph: string; colour: string }> = {
  agency: { glyph: '■', colour: COLOURS.agency },
  client: { glyph: '▲', colour: COLOURS.client },
  admin_person: { glyph: '◆', colour: COLOURS.admin },
  tencent: { glyph: '⬡', colour: COLOURS.tencent },
};

/** The holder's shape as a letter; a word always stands beside it. */
export function HolderGlyph({ holder }: { holder: Exclude<Holder, 'none'> }) {
  const { glyph, colour } = MARKS[holder];
  return (
    <span aria-hidden="true" style={{ color: colour, fontFamily: SYMBOLS }}>
      {glyph}
    </span>
  );
}

/** The whole mail on its paper, 600 px wide at most; on a phone it takes the width there is. */
export function MailFrame({ locale, children, footer }: { locale: Locale; children: ReactNode; footer: ReactNode }) {
  const lang = locale === 'zh' ? 'zh-Hans' : 'en';
  const line = locale === 'zh' ? '25px' : '23px';
  return (
    <Html lang={lang} dir="ltr">
      <Head>
        <title>{'{{subject}}'}</title>
        <meta name="color-scheme" content="light" />
        <style>{'@media (max-width:480px){.pad{padding-left:20px!important;padding-right:20px!important}}'}</style>
      </Head>
      <Body
        lang={lang}
        style={{
          margin: 0,
          background: COLOURS.paper,
          color: COLOURS.ink,
          fontFamily: FONT,
          fontSize: 15,
          lineHeight: line,
        }}
      >
        {/* What a mail program shows beside the subject. */}
        <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>{'{{preview}}'}</div>
        <Container style={{ maxWidth: 600, width: '100%', margin: '0 auto' }}>
          <div
            className="pad"
            style={{ background: COLOURS.surface, padding: '28px 32px', borderBottom: `1px solid ${COLOURS.line}` }}
          >
            {children}
          </div>
          <div
            className="pad"
            style={{ padding: '16px 32px 28px', fontSize: 12.5, lineHeight: '19px', color: COLOURS.ink3 }}
          >
            {footer}
          </div>
        </Container>
      </Body>
    </Html>
  );
}

/** Account and type in small, the one sentence that matters, and why. */
export function MailHeading({ locale }: { locale: Locale }) {
  const title: CSSProperties = {
    margin: '4px 0 0',
    fontSize: 23,
    lineHeight: locale === 'zh' ? '34px' : '30px',
    fontWeight: 600,
    letterSpacing: locale === 'zh' ? 0 : '-0.018em',
    // Chinese may break anywhere: a heading breaks at its punctuation.
    wordBreak: locale === 'zh' ? 'keep-all' : 'normal',
    overflowWrap: 'anywhere',
  };
  return (
    <>
      <div style={{ fontSize: 13, lineHeight: '19px', color: COLOURS.ink2 }}>{'{{accountLine}}'}</div>
      <h1 style={title}>{'{{title}}'}</h1>
      <p style={{ margin: '8px 0 0' }}>{'{{lead}}'}</p>
    </>
  );
}

/** The one thing to press, and under it what pressing does. */
export function MailButton() {
  return (
    <div style={{ marginTop: 24 }}>
      <Button
        href="{{actionUrl}}"
        style={{
          background: COLOURS.jade,
          color: '#FFFFFF',
          borderRadius: 8,
          padding: '12px 28px',
          fontWeight: 600,
          fontSize: 15,
        }}
      >
        {'{{button}}'}
      </Button>
      <div style={{ fontSize: 13, lineHeight: '19px', color: COLOURS.ink3, marginTop: 8 }}>{'{{buttonHint}}'}</div>
    </div>
  );
}

/** A heading inside the mail. */
export function MailSubheading({ children }: { children: ReactNode }) {
  return <h2 style={{ margin: '24px 0 6px', fontSize: 15, lineHeight: '22px', fontWeight: 600 }}>{children}</h2>;
}

/** Who wrote, at the end of the mail's body. */
export function MailSignature() {
  return (
    <p style={{ margin: '22px 0 0' }}>
      {'{{signature}}'}
      <br />
      <span style={{ color: COLOURS.ink2 }}>{'{{reply}}'}</span>
    </p>
  );
}

/** Why the reader gets the mail, and in whose name it comes. */
export function MailFooter() {
  return (
    <>
      {'{{why}}'}
      <br />
      {'{{brand}}'}
    </>
  );
}

/** A mail that says one thing and has one button. */
export function ShortMail({ locale }: { locale: Locale }) {
  return (
    <MailFrame locale={locale} footer={<MailFooter />}>
      <MailHeading locale={locale} />
      <MailButton />
    </MailFrame>
  );
}
