/** The mail of the renewal ladder: 90 days ahead it plans, in the last week it presses, after the end it explains re-verification. */
import type { AccountType, Locale, Provenance } from '@daiban/domain/enumerations';
import { formatDate, formatMoney, formatShortDate, text, type MoneyAmount } from '@daiban/i18n';
import type { EmailDefinition } from './email-definition.js';
import { COLOURS } from './mail-parts.js';
import { PLAIN_RENEWAL_REMINDER, RenewalReminderLayout } from './renewal-reminder-layout.js';
import { oneLine, type TemplateValues } from './template.js';

/** Days before the end on which a reminder goes out; `expired` is every one after it. */
export type RenewalStep = 90 | 60 | 30 | 14 | 7 | 3 | 1 | 0 | 'expired';

export interface RenewalPaper {
  /** The paper's name in the receiver's language. */
  name: string;
  /** valid: still good · yearly: made new by us each year · needed: the client must send a new one. */
  standing: 'valid' | 'yearly' | 'needed';
  /** Last day it is good; null when it has none. */
  validUntilOn: string | null;
}

export interface RenewalReminderParams {
  accountName: string;
  accountType: AccountType;
  agencyName: string;
  /** Who looks after the account; null: nobody by name. */
  assigneeName: string | null;
  step: RenewalStep;
  /** Today on the business clock, a date in Beijing. */
  today: string;
  /** Last day of the verification. */
  endsOn: string;
  /** How we know the end date. */
  provenance: Provenance;
  /** Last day on which a decision leaves enough time, and on which we must start; null once it is past or not computed. */
  decideByOn: string | null;
  startByOn: string | null;
  /** Working days the review takes. */
  reviewDays: { min: number; max: number } | null;
  /** WeChat's fee; amount 0 = free, null = not known to the rulebook. */
  officialFee: MoneyAmount | null;
  agencyFee: MoneyAmount | null;
  /** Null: not known, the mail says nothing of papers. */
  papers: readonly RenewalPaper[] | null;
  nextReminderOn: string | null;
  /** Page with the confirm button; its token stands in the fragment. */
  actionUrl: string;
}

/** How a step sounds. */
const TONES = {
  90: 'plan',
  60: 'papers',
  30: 'decide',
  14: 'decide',
  7: 'urgent',
  3: 'urgent',
  1: 'tomorrow',
  0: 'today',
  expired: 'expired',
} as const;

const DAY_MS = 86_400_000;

/** A date that a narrow screen must not tear in two; plain text and subject turn the space back. */
function unbroken(on: string, locale: Locale, today: string): string {
  return formatDate(on, locale, today).replaceAll(' ', '\u00a0');
}

/** Days from today to the end, both Beijing dates. Zero or less once it is over. */
function daysLeft(today: string, endsOn: string): number {
  return Math.round((Date.parse(`${endsOn}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY_MS);
}

/** The mail may go out a little later than its step: what it says follows the days that are really left. */
function toneOf(step: RenewalStep, left: number): (typeof TONES)[RenewalStep] {
  if (step === 'expired' || left < 0) return 'expired';
  if (left === 0) return 'today';
  if (left === 1) return 'tomorrow';
  return TONES[step];
}

function titleOf(params: RenewalReminderParams, tone: ReturnType<typeof toneOf>, left: number, locale: Locale): string {
  const date = unbroken(params.endsOn, locale, params.today);
  if (tone === 'decide' && params.decideByOn) {
    return text(locale, 'emails.renewal.title.decide_by', {
      date,
      decideBy: unbroken(params.decideByOn, locale, params.today),
    });
  }
  if (tone === 'today') return text(locale, 'emails.renewal.title.today');
  return text(locale, `emails.renewal.title.${tone}`, { date, count: left });
}

function leadOf(params: RenewalReminderParams, tone: ReturnType<typeof toneOf>, locale: Locale): string {
  const { reviewDays, startByOn } = params;
  if (tone === 'decide' && reviewDays && startByOn) {
    return text(locale, 'emails.renewal.lead.range', {
      ...reviewDays,
      startBy: unbroken(startByOn, locale, params.today),
    });
  }
  return text(locale, `emails.renewal.lead.${tone}`);
}

function costOf({ officialFee, agencyFee }: RenewalReminderParams, locale: Locale): string {
  const official =
    officialFee === null
      ? text(locale, 'emails.renewal.cost.unknown')
      : officialFee.amountMinor === 0
        ? text(locale, 'emails.renewal.cost.free')
        : text(locale, 'emails.renewal.cost.official', { fee: formatMoney(officialFee, locale) });
  if (!agencyFee) return official;
  const ours = text(locale, 'emails.renewal.cost.ours', { fee: formatMoney(agencyFee, locale) });
  return locale === 'zh' ? official + ours : `${official} ${ours}`;
}

function paperRow(paper: RenewalPaper, today: string, locale: Locale): TemplateValues {
  const date = paper.validUntilOn && formatShortDate(paper.validUntilOn, locale, today);
  const note =
    paper.standing === 'yearly'
      ? text(locale, 'emails.renewal.papers.yearly')
      : paper.standing === 'valid'
        ? date
          ? text(locale, 'emails.renewal.papers.until', { date })
          : ''
        : date
          ? text(locale, 'emails.renewal.papers.ends', { date })
          : text(locale, 'emails.renewal.papers.needed');
  const mark = { valid: '✓', yearly: '■', needed: '▲' }[paper.standing];
  const colour = { valid: COLOURS.ink, yearly: COLOURS.agency, needed: COLOURS.client }[paper.standing];
  return { paperName: paper.name, paperNote: note, paperMark: mark, paperColour: colour };
}

/** Today → you decide → we start → it ends; only while those days are still ahead and in order. */
function trackOf(
  { today, decideByOn, startByOn, endsOn, reviewDays }: RenewalReminderParams,
  locale: Locale,
): TemplateValues[] {
  if (!decideByOn || !startByOn || !reviewDays) return [];
  if (!(today < decideByOn && decideByOn < startByOn && startByOn < endsOn)) return [];
  const by = (on: string) => text(locale, 'emails.renewal.track.by', { date: formatShortDate(on, locale) });
  return [
    {
      trackToday: formatShortDate(today, locale),
      trackDecide: by(decideByOn),
      trackStart: by(startByOn),
      trackEnds: formatShortDate(endsOn, locale),
      trackReview: text(locale, 'emails.renewal.track.review', reviewDays),
    },
  ];
}

export const renewalReminder: EmailDefinition<RenewalReminderParams> = {
  draw: (locale) => <RenewalReminderLayout locale={locale} />,
  plainText: PLAIN_RENEWAL_REMINDER,
  values(params, locale) {
    const left = daysLeft(params.today, params.endsOn);
    const tone = toneOf(params.step, left);
    const account = oneLine(params.accountName);
    const papers = params.papers ?? [];
    const reply = params.assigneeName
      ? text(locale, 'emails.reply.named', { person: params.assigneeName })
      : text(locale, 'emails.reply.agency');
    const next = params.nextReminderOn
      ? text(locale, 'emails.renewal.next', { date: formatDate(params.nextReminderOn, locale, params.today) })
      : '';
    // The subject is read on its own, perhaps in another year: its date always carries the year.
    const subjectKind = tone === 'expired' || tone === 'today' ? tone : 'ahead';
    const title = titleOf(params, tone, left, locale);
    return {
      subject: oneLine(
        text(locale, `emails.renewal.subject.${subjectKind}`, {
          account,
          date: formatDate(params.endsOn, locale),
          count: left,
        }),
      ),
      preview: title,
      accountLine: `${account} · ${text(locale, `states.account_type_short.${params.accountType}`)}`,
      title,
      lead: leadOf(params, tone, locale),
      track: tone === 'plan' || tone === 'papers' || tone === 'decide' ? trackOf(params, locale) : [],
      actionUrl: params.actionUrl,
      button: text(locale, 'emails.renewal.button'),
      buttonHint: text(locale, 'emails.renewal.button_hint'),
      lossHeading: text(
        locale,
        tone === 'expired' ? 'emails.renewal.loss.heading_expired' : 'emails.renewal.loss.heading',
      ),
      loss: text(locale, 'emails.renewal.loss.text'),
      papersHeading: papers.length
        ? text(locale, 'emails.renewal.papers.heading', {
            count: papers.filter(({ standing }) => standing === 'valid').length,
            total: papers.length,
          })
        : null,
      papers: papers.map((paper) => paperRow(paper, params.today, locale)),
      costHeading: text(locale, 'emails.renewal.cost.heading'),
      cost: costOf(params, locale),
      signature: params.assigneeName ?? params.agencyName,
      reply: locale === 'zh' ? reply + next : `${reply} ${next}`.trim(),
      why: text(locale, 'emails.renewal.why', { account }),
      source: text(locale, `emails.renewal.source.${params.provenance}`),
      brand: text(locale, 'emails.footer.brand', { agency: params.agencyName }),
    };
  },
};
