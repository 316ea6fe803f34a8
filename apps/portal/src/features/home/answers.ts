/** The five questions every client asks, answered from what we know today; each answer names what it rests on. */
import type { PortalRegistration } from '@daiban/contracts';
import { formatDateRange, formatMoney, formatDateWithYear } from '@daiban/i18n';
import { text } from '../../lib/texts.js';
import type { Reader } from './reader-time.js';

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
    LIVE_STAGES.has(registration.stage) ? howLongVerified(registration, reader) : whenLive(registration, reader),
    yearlyCost(registration, reader),
    typeSwitch(registration, reader),
    owner(registration, reader),
    stillNeeded(registration, reader),
  ];
}

function ruleSource(validFrom: string | null, { locale }: Reader): string | null {
  return validFrom ? text(locale, 'portal.answers.rule', { date: formatDateWithYear(validFrom, locale) }) : null;
}

function whenLive({ stage, expectedLive, wait }: PortalRegistration, { locale }: Reader): Answer {
  const question = text(locale, 'portal.answers.live.question');
  if (OVER_STAGES.has(stage)) return { question, answer: text(locale, 'portal.answers.live.over'), source: null };
  if (!expectedLive) return { question, answer: text(locale, 'portal.answers.live.open'), source: null };
  const range = formatDateRange(expectedLive.fromOn, expectedLive.toOn, locale);
  return {
    question,
    answer: text(locale, 'portal.answers.live.range', { range }),
    source: wait ? text(locale, 'portal.answers.live.rule', { min: wait.minDays, max: wait.maxDays }) : null,
  };
}

/** Asked once an account is live, instead of when it will be. */
function howLongVerified({ verification }: PortalRegistration, { locale }: Reader): Answer {
  const question = text(locale, 'portal.answers.verified.question');
  const { untilOn, provenance, status } = verification;
  if (!untilOn) return { question, answer: text(locale, 'portal.answers.verified.no'), source: null };
  const ending = status === 'expired' ? 'expired' : 'until';
  return {
    question,
    answer: text(locale, `portal.answers.verified.${ending}`, { date: formatDateWithYear(untilOn, locale) }),
    source:
      provenance &&
      text(locale, 'portal.answers.provenance', { provenance: text(locale, `states.provenance.${provenance}`) }),
  };
}

function yearlyCost({ fee }: PortalRegistration, reader: Reader): Answer {
  const { locale } = reader;
  const question = text(locale, 'portal.answers.cost.question');
  if (!fee) return { question, answer: text(locale, 'portal.answers.cost.none'), source: null };
  const { amount, ruleValidFrom } = fee;
  const answer = !amount
    ? text(locale, 'portal.answers.cost.unknown')
    : amount.amountMinor === 0
      ? text(locale, 'portal.answers.cost.free')
      : text(locale, 'portal.answers.cost.amount', { amount: formatMoney(amount, locale) });
  return { question, answer, source: ruleSource(ruleValidFrom, reader) };
}

function typeSwitch({ typeSwitch: rule, accountType }: PortalRegistration, reader: Reader): Answer {
  const { locale } = reader;
  return {
    question: text(locale, 'portal.answers.switch.question'),
    answer: rule.possible
      ? text(locale, 'portal.answers.switch.yes')
      : text(locale, 'portal.answers.switch.no', {
          type: text(locale, `portal.type_in_sentence.${accountType}`),
        }),
    source: ruleSource(rule.ruleValidFrom, reader),
  };
}

function owner({ owner: { subjectName, adminName }, stage }: PortalRegistration, { locale }: Reader): Answer {
  const subject = subjectName;
  const answer = adminName
    ? text(locale, 'portal.answers.owner.named', { subject, admin: adminName })
    : text(locale, OVER_STAGES.has(stage) ? 'portal.answers.owner.closed' : 'portal.answers.owner.plain', { subject });
  return { question: text(locale, 'portal.answers.owner.question'), answer, source: null };
}

function stillNeeded({ stillNeeded: wanted }: PortalRegistration, { locale }: Reader): Answer {
  const list = new Intl.ListFormat(locale === 'zh' ? 'zh-Hans' : 'en-GB', { type: 'conjunction' });
  const papers = wanted.map(({ code }) => text(locale, `prerequisites.${code}`));
  return {
    question: text(locale, 'portal.answers.need.question'),
    answer: papers.length ? list.format(papers) : text(locale, 'portal.answers.need.nothing'),
    source: null,
  };
}
