/** The last look before data that can never be changed: what stops, what is doubtful, what nobody knows. Called by guards and by the pre-flight screen. */
import { checkAccountName } from '../identity/index.js';
import type { Finding } from '../machine/finding.js';
import { emailReady, papersComplete, signedOff } from '../registration/guards/papers-guards.js';
import {
  regionFitsSubject,
  routeOpenToSubject,
  subjectAsRegistered,
  typeOpenToSubject,
} from '../registration/guards/subject-guards.js';
import { found, type Guard, type JudgingInput } from '../registration/judging.js';

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
export const nameFits: Guard = ({ facts }) => nameFindings(facts.registration.proposedName, facts.subject.type);

/** Findings about a wanted name. */
export function nameFindings(name: string | null, subjectType: JudgingInput['facts']['subject']['type']): Finding[] {
  if (name === null || name.trim() === '') return [found('name.missing', 'name.form')];
  const { acceptance, problems, warnings } = checkAccountName(name, subjectType);
  const [problem] = problems;
  if (acceptance === 'refused') return [found('name.not_allowed', 'name.form', { problem: problem?.code ?? '' })];
  return warnings.map(({ code }) => found('name.doubtful', 'name.form', { problem: code }));
}

/** The subject is on the register, and its licence outlives today. */
const subjectStands: Guard = ({ facts: { subject }, context }) => [
  ...(subject.standing === 'struck_off' ? [found('subject.struck_off', 'subject.struck_off')] : []),
  ...(subject.licenceExpiresOn !== null && subject.licenceExpiresOn < context.today
    ? [found('subject.licence_expires_soon', 'prerequisites.complete', { expiresOn: subject.licenceExpiresOn })]
    : []),
];

function stops({ kind }: Finding): boolean {
  return kind === 'hard' || kind === 'policy';
}
