/** Guards on type, subject, region, route and the subject's limit. */
import { checkLicenceCode } from '../../identity/index.js';
import { ROUTES, type Route } from '../../enumerations/index.js';
import type { Finding } from '../../machine/finding.js';
import { subjectQuota } from '../../quota/subject-quota.js';
import { isOfficialAccount } from '../../verification/verification-status.js';
import { found, textFact, type Guard, type JudgingInput } from '../judging.js';

/** Only the unified code tells the kind of body; the older ones do not. */
const CREDIT_CODE_LENGTH = 18;

/** The subject may open this type of account. */
export const typeOpenToSubject: Guard = ({ facts, context }) => {
  const { accountType } = facts.registration;
  const { type } = facts.subject;
  const ruleId = `account_type.${accountType}` as const;
  const permit = context.rules.entries[ruleId].value[type];
  if (permit === 'allowed') return [];
  const code = permit === 'refused' ? 'account_type.not_open' : 'account_type.unknown';
  return [found(code, ruleId, { accountType, subjectType: type })];
};

/** The subject may prove itself this way; for Mini Programs and WeCom that is not known. */
export const routeOpenToSubject: Guard = (input) => routeFindings(input, input.facts.registration.route);

/** The same for the route a `route_changed` asks for; asked without one, some other route must be open. */
export const newRouteOpen: Guard = (input) => {
  const { registration, subject } = input.facts;
  const wanted = textFact(input.command, 'route') as Route | null;
  if (wanted !== null) {
    if (wanted === registration.route && registration.proof !== 'failed') {
      return [found('route.unchanged', null, { route: wanted })];
    }
    return routeFindings(input, wanted);
  }
  const others = ROUTES.filter(
    (route) => input.context.rules.entries[`route.${route}`].value[subject.type] !== 'refused',
  );
  const isOpen = others.some((route) => route !== registration.route || registration.proof === 'failed');
  if (isOpen) return [];
  return [
    found('route.not_open', `route.${registration.route}`, { route: registration.route, subjectType: subject.type }),
  ];
};

function routeFindings({ facts, context }: JudgingInput, route: Route): Finding[] {
  const { type } = facts.subject;
  const ruleId = `route.${route}` as const;
  const permit = context.rules.entries[ruleId].value[type];
  if (permit === 'refused') return [found('route.not_open', ruleId, { route, subjectType: type })];
  if (!isOfficialAccount(facts.registration.accountType)) {
    return [
      found('route.unknown_for_type', 'route.other_types', { route, accountType: facts.registration.accountType }),
    ];
  }
  return permit === 'unknown' ? [found('route.unknown', ruleId, { route, subjectType: type })] : [];
}

/** Overseas companies are outside the mainland, all other subjects inside. */
export const regionFitsSubject: Guard = ({ facts: { subject } }) =>
  (subject.type === 'overseas_enterprise') === (subject.countryCode === 'CN')
    ? [
        found('subject.region_mismatch', 'subject.region', {
          countryCode: subject.countryCode,
          subjectType: subject.type,
        }),
      ]
    : [];

/** The first characters of the code agree with the type of the subject; where they leave it open, they may still be those of its finer class. */
export const codeFitsSubject: Guard = ({ facts: { subject }, context }) => {
  if (subject.code === null || subject.type === 'individual' || subject.type === 'overseas_enterprise') return [];
  const { problems, warnings } = checkLicenceCode(subject.code, subject.type);
  const codes = [...problems, ...warnings].map((problem) => problem.code);
  if (codes.includes('uscc.subject_mismatch')) {
    return [
      found('subject.class_mismatch', 'subject.code_fits_class', {
        subjectType: subject.type,
        prefix: subject.code.slice(0, 2),
      }),
    ];
  }
  if (!codes.includes('uscc.registry_unknown')) return [];
  const classes = context.rules.entries['subject.class_fits_type'].value;
  const ofClass = (subject.class === null ? null : classes[subject.class].codes) ?? [];
  const prefix = subject.code.slice(0, 2);
  return ofClass.some((start) => prefix.startsWith(start))
    ? []
    : [found('subject.code_unrecognised', 'subject.code_fits_class', { prefix })];
};

/** The finer class goes with the type and, where the code tells, with the code: some classes are free of the fee. */
export const classFitsSubject: Guard = ({ facts: { subject }, context }) => {
  const { class: subjectClass, type, code } = subject;
  if (subjectClass === null) return [];
  const { types, codes } = context.rules.entries['subject.class_fits_type'].value[subjectClass];
  const tells = codes !== null && code !== null && code.length === CREDIT_CODE_LENGTH;
  if (types.includes(type) && (!tells || codes.some((prefix) => code.startsWith(prefix)))) return [];
  return [found('subject.class_differs', 'subject.class_fits_type', { subjectClass, subjectType: type })];
};

/** Name and code stand as registered; an individual has no code. */
export const subjectAsRegistered: Guard = (input) => {
  const { subject } = input.facts;
  const findings = [...classFitsSubject(input)];
  if (subject.name.trim() === '') findings.push(found('subject.name_missing', 'prerequisites.complete'));
  if (subject.type === 'individual') return findings;
  if (subject.code === null) return [...findings, found('subject.code_missing', 'prerequisites.complete')];
  const [problem] = checkLicenceCode(subject.code, subject.type).problems.filter(
    ({ code }) => code !== 'uscc.subject_mismatch',
  );
  if (problem) findings.push(found('subject.code_invalid', 'subject.code_fits_class', { problem: problem.code }));
  return [...findings, ...codeFitsSubject(input)];
};

/** A slot of the subject is free, or a raise is under way; planned accounts of the same subject only warn. */
export const subjectSlotFreeOrRaise: Guard = (input) =>
  subjectSlotFree(input).filter(({ code }) => code !== 'quota.raise_not_granted');

/** At submission only a granted raise helps: it lifts the limit itself. */
export const subjectSlotFree: Guard = ({ facts, context }) => {
  const { subject } = facts;
  const quota = subjectQuota(context.rules, facts.registration.accountType, subject, facts.counters.subject);
  if (quota === null) return [];
  const { ruleId, limit, used, planned } = quota;
  if (limit === null) return used > 0 ? [found('quota.subject_unknown', ruleId, { used })] : [];
  if (used < limit) {
    return used + planned >= limit && facts.slots === null
      ? [found('quota.subject_planned', ruleId, { used, planned, limit })]
      : [];
  }
  const isUnderWay = subject.quotaRaise.underWay !== null;
  return [found(isUnderWay ? 'quota.raise_not_granted' : 'quota.subject_full', ruleId, { used, limit })];
};

/** On somebody else's licence the account is theirs: the owner has to accept that. */
export const licenceOwnerAccepted: Guard = ({ facts: { subject } }) =>
  subject.licenceOf === 'client'
    ? []
    : [found('subject.licence_of_other', 'subject.own_licence', { licenceOf: subject.licenceOf })];
