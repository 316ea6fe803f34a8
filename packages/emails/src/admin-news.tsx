/** What the specialist is told of an administrator at once: that they are ready to scan, that they ask for other times, that they took back a consent. */
import type { AccountType } from '@daiban/domain/enumerations';
import { formatDateTime, text } from '@daiban/i18n';
import type { EmailDefinition } from './email-definition.js';
import { ShortMail } from './mail-parts.js';
import { oneLine } from './template.js';

export interface AdminNewsParams {
  accountName: string;
  accountType: AccountType;
  agencyName: string;
  assigneeName: string | null;
  /**
   * consent_before, consent_after: what the case needs was taken back, before its submission or since; consent_aside: a consent that moves no case.
   */
  tone: 'ready' | 'other_times' | 'consent_before' | 'consent_after' | 'consent_aside';
  adminName: string;
  /** Instant of the appointment; null where it is about none. */
  startsAt: string | null;
  /** When the administrator has time. */
  wishes: readonly ('weekday_morning' | 'weekday_afternoon' | 'weekday_evening' | 'weekend')[];
  /** The case on the dashboard. */
  actionUrl: string;
}

const PLAIN_TEXT = `{{title}}
{{lead}}

{{button}}
{{actionUrl}}
{{buttonHint}}

--
{{why}}
{{brand}}
`;

export const adminNews: EmailDefinition<AdminNewsParams> = {
  draw: (locale) => <ShortMail locale={locale} />,
  plainText: PLAIN_TEXT,
  values({ tone, startsAt, wishes, actionUrl, ...params }, locale) {
    const account = oneLine(params.accountName);
    const admin = oneLine(params.adminName);
    const title = text(locale, `emails.news.title.${tone}`, { admin });
    const when = startsAt ? formatDateTime(startsAt, 'Asia/Shanghai', locale) : '';
    const listed = wishes.map((wish) => text(locale, `emails.wish.${wish}`)).join(locale === 'zh' ? '、' : ', ');
    return {
      subject: oneLine(text(locale, `emails.news.subject.${tone}`, { account, admin })),
      preview: title,
      accountLine: `${account} · ${text(locale, `states.account_type_short.${params.accountType}`)}`,
      title,
      lead: text(locale, `emails.news.lead.${tone}`, { when, wishes: listed }),
      actionUrl,
      button: text(locale, 'emails.news.button'),
      buttonHint: tone === 'ready' ? text(locale, 'emails.news.button_hint') : '',
      why: text(locale, 'emails.news.why', { account }),
      brand: text(locale, 'emails.footer.brand', { agency: oneLine(params.agencyName) }),
    };
  },
};
