/** The last look before data that can never be changed: what stops, what is doubtful, what nobody knows. Called by guards and by the pre-flight screen. */
import { addWorkingDays, type WorkingDay } from '../calendar/index.js';
import type { SubjectType } from '../enumerations/index.js';
import { checkAccountName } from '../identity/index.js';
import type { Finding } from '../machine/finding.js';
import { emailReady, papersComplete, reviewDays, signedOff } from '../registration/guards/papers-guards.js';
import {
  regionFitsSubject,
  routeOpenToSubject,
  subjectAsRegistered,
  typeOpenToSubject,
} from '../registration/guards/subject-guards.js';
import { found, type Guard, type JudgingContext, type JudgingInput } from '../registration/judging.js';
import type { RegistrationFacts } from '../registration/registration-facts.js';
import { accountNameRule } from './account-name-rule.js';
import { RULE_OF_PROBLEM } from '../rulebook/identifier-rules.js';
import type { Rulebook } from '../rulebook/rule-values.js';

export interface Preflight {
  /** Must be cleared before submitting. */
  blockers: readonly Finding[];
  /** Worth a look. */
  warnings: readonly Finding[];
  /** Somebody has to ask. */
  unknowns: readonly Finding[];
}

/** Looks at the whole sheet again: type, region, subject, name, papers, sign-off, address. */
export function runPreflight(input: JudgingInput): Preflight {
  // What the client or an owner already answered for is not asked a second time; only a plain no counts here.
  const settled = [typeOpenToSubject, routeOpenToSubject, regionFitsSubject, subjectAsRegistered, emailReady].flatMap(
    (guard) => guard({ ...input, isProbe: true }).filter(stops),
  );
  const fresh = [nameFits, subjectStands, papersComplete, signedOff].flatMap((guard) => guard(input));
  const findings = [...settled, ...fresh];
  return {
    blockers: findings.filter(stops),
    warnings: findings.filter(({ kind }) => kind === 'soft'),
    unknowns: findings.filter(({ kind }) => kind === 'unknown'),
  };
}

/** The whole sheet without a doubt left open. */
export const preflightClean: Guard = (input) => {
  const { blockers, warnings, unknowns } = runPreflight(input);
  return [...blockers, ...warnings, ...unknowns];
};

/** Nothing stops; the doubts were answered when the admin was verified. */
export const preflightHasNoBlocker: Guard = (input) => runPreflight(input).blockers;

/** The proposed name has the form WeChat takes. */
export const nameFits: Guard = ({ facts, context }) =>
  nameFindings(
    facts.registration.proposedName,
    facts.subject.type,
    context.rules,
    facts.registration.route === 'wechat_verification',
  );

/**
 * Findings about a wanted name: its length by the rules' units, its characters, words that are protected.
 * @param inVerification it is asked for in a verification, whose form counts up to more units
 */
export function nameFindings(
  name: string | null,
  subjectType: SubjectType,
  rules: Rulebook,
  inVerification: boolean,
): Finding[] {
  if (name === null || name.trim() === '') return [found('name.missing', 'name.form')];
  const { acceptance, problems, warnings } = checkAccountName(
    name,
    subjectType,
    accountNameRule(rules, inVerification),
  );
  const [problem] = problems;
  if (acceptance === 'refused') {
    const ruleId = problem ? RULE_OF_PROBLEM[problem.code] : 'name.form';
    return [found('name.not_allowed', ruleId, { problem: problem?.code ?? '' })];
  }
  return warnings.map(({ code }) => found('name.doubtful', RULE_OF_PROBLEM[code], { problem: code }));
}

/** The subject is on the register, and its licence outlives the review. */
const subjectStands: Guard = (input) => [
  ...(input.facts.subject.standing === 'struck_off' ? [found('subject.struck_off', 'subject.struck_off')] : []),
  ...licenceOutlivesReview(input),
];

/** A licence that ends before the review can: the review fails and its fee is gone. */
export const licenceOutlivesReview: Guard = ({ facts, context }) => {
  const { licenceExpiresOn } = facts.subject;
  return licenceExpiresOn !== null && licenceExpiresOn < reviewEnd(facts, context).date
    ? [found('subject.licence_expires_soon', 'prerequisites.complete', { expiresOn: licenceExpiresOn })]
    : [];
};

/** The last working day on which a review that begins today may still run. */
export function reviewEnd(facts: Pick<RegistrationFacts, 'subject'>, context: JudgingContext): WorkingDay {
  return addWorkingDays(context.calendar, context.today, reviewDays(context.rules, facts));
}

function stops({ kind }: Finding): boolean {
  return kind === 'hard' || kind === 'policy';
}
