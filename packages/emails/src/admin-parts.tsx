/** What the mails to an administrator share: the list of what to have ready, and what is kept for how long. */
import type { Locale } from '@daiban/domain/enumerations';
import { dateIn, formatDateTime, text } from '@daiban/i18n';
import { COLOURS, MailSubheading } from './mail-parts.js';
import type { TemplateValues } from './template.js';

const BEIJING = 'Asia/Shanghai';

/** What a scan needs, line by line; an overseas administrator needs other things and no scan. */
export function needsOf(hasScan: boolean, locale: Locale): TemplateValues[] {
  const keys = hasScan ? (['wechat', 'screen', 'id', 'together'] as const) : (['passport', 'bill'] as const);
  return keys.map((key) => ({ need: text(locale, `emails.admin.needs.${key}`) }));
}

/** An instant as the mail says it, without the year while that is clear. */
export function whenIn(at: string, timeZone: string, locale: Locale, now: string): string {
  return formatDateTime(at, timeZone, locale, dateIn(now, timeZone));
}

/** The same in Beijing. */
export function whenInBeijing(at: string, locale: Locale, now: string): string {
  return whenIn(at, BEIJING, locale, now);
}

/** Whether a zone shows another time than Beijing at that instant. */
export function differsFromBeijing(at: string, timeZone: string): boolean {
  return formatDateTime(at, timeZone, 'en') !== formatDateTime(at, BEIJING, 'en');
}

/** Headings and lines of both lists. */
export function NeedsAndKept({ locale }: { locale: Locale }) {
  const cell = { padding: '7px 0', borderTop: `1px solid ${COLOURS.line}`, verticalAlign: 'top' } as const;
  return (
    <>
      {'{{#needsHeading}}'}
      <MailSubheading>{'{{needsHeading}}'}</MailSubheading>
      {'{{/needsHeading}}'}
      <table role="presentation" cellPadding={0} cellSpacing={0} style={{ width: '100%', borderCollapse: 'collapse' }}>
        <tbody>
          {'{{#needs}}'}
          <tr>
            <td style={{ ...cell, width: 24, color: COLOURS.admin }} aria-hidden="true">
              ◆
            </td>
            <td style={cell}>{'{{need}}'}</td>
          </tr>
          {'{{/needs}}'}
        </tbody>
      </table>
      <MailSubheading>{text(locale, 'emails.admin.kept.heading')}</MailSubheading>
      <p style={{ margin: 0 }}>{'{{kept}}'}</p>
      <p style={{ margin: '10px 0 0', color: COLOURS.ink2 }}>{text(locale, 'emails.admin.never')}</p>
    </>
  );
}
