/** The five questions every client asks, answered for where the account stands today; each answer names what it rests on. */
import type { PortalRegistration } from '@daiban/contracts';
import type { Locale, Stage } from '@daiban/domain/enumerations';
import { formatDateRange, formatMoney, formatDateWithYear } from '@daiban/i18n';
import { text } from '../../lib/texts.js';
import { jobTitle } from './job-title.js';
import type { Reader } from './reader-time.js';
import type { Wait } from './wait-cells.js';

export interface Answer {
  question: string;
  answer: string;
  /** What it rests on: a rule's date, the provenance of an end date. */
  source: string | null;
  /** The rule behind it, to be opened; null: it rests on no rule. */
  ruleId: string | null;
  /** The day whose book that rule stands in; today when not given. */
  ruleOn?: string | null;
}

/** Before there is an account, while there is one (handed over: with somebody else), after. */
type Phase = 'coming' | 'there' | 'gone';

const THERE: readonly Stage[] = [
  'live',
  'renewal_due',
  'renewal_in_progress',
  'verification_expired',
  'migrating',
  'restricted',
  'closing',
];

function phaseOf({ stage, ending }: PortalRegistration): Phase {
  if (ending !== null) return ending === 'handed_over' ? 'there' : 'gone';
  return THERE.includes(stage) ? 'there' : 'coming';
}

export function answersFor(registration: PortalRegistration, reader: Reader): Answer[] {
  return [
    phaseOf(registration) === 'there' ? howLongVerified(registration, reader) : whenLive(registration, reader),
    yearlyCost(registration, reader),
    typeSwitch(registration, reader),
    owner(registration, reader),
    stillNeeded(registration, reader),
  ];
}

function ruleSource(validFrom: string | null, { locale }: Reader): string | null {
  return validFrom ? text(locale, 'portal.answers.rule', { date: formatDateWithYear(validFrom, locale) }) : null;
}

/** Stages that have a reason of their own why no day can be said yet; before them steps of ours are open. */
const NO_DAY_YET = ['proof', 'fee', 'review', 'supplement', 'rejected', 'lapsed'] as const;

function whenLive(registration: PortalRegistration, reader: Reader): Answer {
  const { stage, expectedLive, wait, paused, ending } = registration;
  const { locale, today } = reader;
  const question = text(locale, 'portal.answers.live.question');
  const plain = (answer: string): Answer => ({ question, answer, source: null, ruleId: null });
  if (ending !== null) return plain(text(locale, `portal.answers.live.${ending}`));
  if (paused) return plain(text(locale, 'portal.answers.live.paused'));
  if (!expectedLive) {
    const why = NO_DAY_YET.find((each) => each === stage) ?? 'open';
    return plain(text(locale, `portal.answers.live.${why}`));
  }
  const range = formatDateRange(expectedLive.fromOn, expectedLive.toOn, locale);
  return {
    question,
    answer: text(locale, expectedLive.toOn < today ? 'portal.answers.live.late' : 'portal.answers.live.range', {
      range,
    }),
    source: wait && basisWords(wait, locale),
    ruleId: wait?.ruleId ?? null,
    ruleOn: wait?.startedOn ?? null,
  };
}

/** Whose experience the days are: ours, or what the rule says. */
function basisWords({ minDays: min, maxDays: max, ownCases }: Wait, locale: Locale): string {
  return ownCases === null
    ? text(locale, 'portal.answers.live.rule', { min, max })
    : text(locale, 'portal.answers.live.own', { min, max, count: ownCases });
}

/** Asked once an account is live, instead of when it will be. */
function howLongVerified({ verification }: PortalRegistration, { locale }: Reader): Answer {
  const question = text(locale, 'portal.answers.verified.question');
  const { untilOn, provenance, status, ruleId } = verification;
  if (status === 'unverified' || status === 'not_available' || status === 'inherited' || !untilOn) {
    const why =
      status === 'inherited' ? 'inherited' : status === 'unverified' || status === 'not_available' ? 'no' : 'open';
    return { question, answer: text(locale, `portal.answers.verified.${why}`), source: null, ruleId: null };
  }
  const ending = status === 'expired' ? 'expired' : 'until';
  return {
    question,
    answer: text(locale, `portal.answers.verified.${ending}`, { date: formatDateWithYear(untilOn, locale) }),
    source:
      provenance &&
      text(locale, 'portal.answers.provenance', { provenance: text(locale, `states.provenance.${provenance}`) }),
    ruleId,
  };
}

function yearlyCost(registration: PortalRegistration, reader: Reader): Answer {
  const { fee, ending } = registration;
  const { locale } = reader;
  const question = text(locale, 'portal.answers.cost.question');
  if (phaseOf(registration) === 'gone')
    return { question, answer: text(locale, 'portal.answers.cost.gone'), source: null, ruleId: null };
  if (!fee) return { question, answer: text(locale, 'portal.answers.cost.none'), source: null, ruleId: null };
  const { amount, ruleId, ruleValidFrom } = fee;
  const official = !amount
    ? text(locale, 'portal.answers.cost.unknown')
    : amount.amountMinor === 0
      ? text(locale, 'portal.answers.cost.free')
      : text(locale, 'portal.answers.cost.amount', { amount: formatMoney(amount, locale) });
  // What is handed over is not looked after by us any more.
  const answer = ending === null ? text(locale, 'portal.answers.cost.with_ours', { official }) : official;
  return { question, answer, source: ruleSource(ruleValidFrom, reader), ruleId };
}

function typeSwitch(registration: PortalRegistration, reader: Reader): Answer {
  const { typeSwitch: rule, accountType } = registration;
  const { locale } = reader;
  const isGone = phaseOf(registration) === 'gone';
  return {
    question: text(locale, 'portal.answers.switch.question'),
    answer: text(locale, `portal.answers.switch.${isGone ? 'gone' : rule.possible ? 'yes' : 'no'}`, {
      type: text(locale, `portal.type_in_sentence.${accountType}`),
    }),
    source: ruleSource(rule.ruleValidFrom, reader),
    ruleId: rule.ruleId,
  };
}

function owner(registration: PortalRegistration, { locale }: Reader): Answer {
  const { subjectName: subject, adminName: admin, hasAdmin } = registration.owner;
  const phase = phaseOf(registration);
  const { ending } = registration;
  // Whoever is the administrator after a handover is not ours to say.
  const who = ending === null ? `${phase}_${admin ? 'named' : hasAdmin ? 'withheld' : 'plain'}` : ending;
  return {
    question: text(locale, 'portal.answers.owner.question'),
    answer: text(locale, `portal.answers.owner.${who}`, { subject, admin: admin ?? '' }),
    source: null,
    ruleId: null,
  };
}

function stillNeeded(registration: PortalRegistration, { locale }: Reader): Answer {
  const { stillNeeded: wanted, nextJob, holder, stage } = registration;
  const list = new Intl.ListFormat(locale === 'zh' ? 'zh-Hans' : 'en-GB', { type: 'conjunction' });
  const papers = list.format(wanted.map(({ code }) => text(locale, `prerequisites.${code}`)));
  const isPaper = nextJob?.kind === 'paper' || nextJob?.kind === 'supplement';
  const job = nextJob && !(isPaper && papers) ? jobTitle(nextJob, locale) : null;
  const nothing = holder === 'admin_person' ? 'admin' : stage === 'draft' ? 'later' : 'nothing';
  const answer =
    papers && job
      ? text(locale, 'portal.answers.need.both', { papers, job })
      : papers || job || text(locale, `portal.answers.need.${nothing}`);
  return {
    question: text(locale, 'portal.answers.need.question'),
    answer,
    source: null,
    ruleId: papers ? 'prerequisites.papers' : null,
  };
}
