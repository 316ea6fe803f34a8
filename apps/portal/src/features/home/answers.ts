/** The five questions every client asks, answered from what we know today; each answer names what it rests on. */
import type { PortalRegistration } from '@daiban/contracts';
import { dateIn, formatDateRange, formatMoney, formatDateWithYear } from '@daiban/i18n';
import { text } from '../../lib/texts.js';
import { BEIJING, type Reader } from './reader-time.js';

export interface Answer {
  question: string;
  answer: string;
  /** What it rests on: a rule's date, the provenance of an end date. */
  source: string | null;
}

const LIVE_STAGES: ReadonlySet<PortalRegistration['stage']> = new Set([
  'live',
  'renewal_due',
  'renewal_in_progress',
  'verification_expired',
  'migrating',
  'restricted',
]);
const OVER_STAGES: ReadonlySet<PortalRegistration['stage']> = new Set(['lapsed', 'closed', 'closing']);

export function answersFor(registration: PortalRegistration, reader: Reader): Answer[] {
  return [
    whenLive(registration, reader),
    yearlyCost(registration, reader),
    typeSwitch(registration, reader),
    owner(registration, reader),
    stillNeeded(registration, reader),
  ];
}

function ruleSource(rule: { validFrom: string | null } | null, { locale }: Reader): string | null {
  // A rule's date is read on its own, perhaps years later: it always carries the year.
  return rule?.validFrom
    ? text(locale, 'portal.answers.rule', { date: formatDateWithYear(rule.validFrom, locale) })
    : null;
}

function whenLive({ stage, expectedRange, verification }: PortalRegistration, reader: Reader): Answer {
  const { locale } = reader;
  const question = text(locale, 'portal.answers.live.question');
  if (LIVE_STAGES.has(stage)) {
    const untilOn = verification.untilOn ?? (verification.until && dateIn(verification.until, BEIJING));
    const source =
      untilOn && verification.provenance
        ? text(locale, 'portal.answers.verified', {
            date: formatDateWithYear(untilOn, locale),
            provenance: text(locale, `states.provenance.${verification.provenance}`),
          })
        : null;
    return { question, answer: text(locale, 'portal.answers.live.done'), source };
  }
  if (OVER_STAGES.has(stage)) return { question, answer: text(locale, 'portal.answers.live.over'), source: null };
  if (!expectedRange) return { question, answer: text(locale, 'portal.answers.live.open'), source: null };
  const days = text(locale, 'portal.answers.live.rule', { min: expectedRange.minDays, max: expectedRange.maxDays });
  const rule = ruleSource(expectedRange.rule, reader);
  return {
    question,
    answer: text(locale, 'portal.answers.live.range', {
      range: formatDateRange(expectedRange.fromOn, expectedRange.toOn, locale),
    }),
    source: rule ? `${days} · ${rule}` : days,
  };
}

function yearlyCost({ answers, verification }: PortalRegistration, reader: Reader): Answer {
  const { locale } = reader;
  const fee = answers.yearlyFee;
  const answer =
    verification.status === 'not_available'
      ? text(locale, 'portal.answers.cost.none')
      : fee === null
        ? text(locale, 'portal.answers.cost.unknown')
        : fee.amountMinor === 0
          ? text(locale, 'portal.answers.cost.free')
          : text(locale, 'portal.answers.cost.amount', { amount: formatMoney(fee, locale) });
  return {
    question: text(locale, 'portal.answers.cost.question'),
    answer,
    source: ruleSource(answers.yearlyFeeRule, reader),
  };
}

function typeSwitch({ answers, accountType }: PortalRegistration, reader: Reader): Answer {
  const { locale } = reader;
  return {
    question: text(locale, 'portal.answers.switch.question'),
    answer: answers.canSwitchType
      ? text(locale, 'portal.answers.switch.yes')
      : text(locale, 'portal.answers.switch.no', { type: text(locale, `portal.type_in_sentence.${accountType}`) }),
    source: ruleSource(answers.canSwitchRule, reader),
  };
}

function owner({ answers, stage }: PortalRegistration, { locale }: Reader): Answer {
  const subject = answers.owner;
  const answer = answers.adminName
    ? text(locale, 'portal.answers.owner.named', { subject, admin: answers.adminName })
    : text(locale, OVER_STAGES.has(stage) ? 'portal.answers.owner.closed' : 'portal.answers.owner.plain', { subject });
  return { question: text(locale, 'portal.answers.owner.question'), answer, source: null };
}

function stillNeeded({ answers }: PortalRegistration, { locale }: Reader): Answer {
  const list = new Intl.ListFormat(locale === 'zh' ? 'zh-Hans' : 'en-GB', { type: 'conjunction' });
  const papers = answers.stillNeeded.map((code) => text(locale, `prerequisites.${code}`));
  return {
    question: text(locale, 'portal.answers.need.question'),
    answer: papers.length ? list.format(papers) : text(locale, 'portal.answers.need.nothing'),
    source: null,
  };
}
