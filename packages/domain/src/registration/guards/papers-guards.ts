/** Guards on papers, the client's sign-off and the address. */
import { addWorkingDays } from '../../calendar/index.js';
import type { Finding } from '../../machine/finding.js';
import type { Rulebook } from '../../rulebook/rule-values.js';
import { emailBlocked } from '../email-blocked.js';
import { found, type Guard, type JudgingContext } from '../judging.js';
import type { PrerequisiteFacts, RegistrationFacts } from '../registration-facts.js';
import { listRequiredPrerequisites, type RequiredPrerequisite } from '../required-prerequisites.js';
import { changedChoices, listIrreversibleChoices } from '../sign-off.js';

/** Every required paper of the registration is accepted and outlives the review. */
export const papersComplete: Guard = ({ facts, context }) => {
  const { registration, subject } = facts;
  const wanted = listRequiredPrerequisites(
    {
      subjectType: subject.type,
      subjectClass: subject.class,
      accountType: registration.accountType,
      route: registration.route,
      orderKind: null,
    },
    context.rules,
  );
  return paperFindings(
    wanted,
    facts.prerequisites.filter(({ orderId }) => orderId === null),
    context,
    facts,
  );
};

/** What is missing, not accepted or ends inside the review's range, of the wanted and of the listed required items. */
export function paperFindings(
  wanted: readonly RequiredPrerequisite[],
  present: readonly PrerequisiteFacts[],
  context: JudgingContext,
  facts: Pick<RegistrationFacts, 'subject'>,
): Finding[] {
  const lastDay = addWorkingDays(context.calendar, context.today, reviewDays(context.rules, facts)).date;
  const absent = wanted.filter(({ code, required }) => required && !present.some((item) => item.code === code));
  return [
    ...absent.map(({ code, holder }) =>
      found('prerequisite.not_accepted', 'prerequisites.complete', { item: code }, holder),
    ),
    ...present.flatMap((item) => {
      if (!item.required) return [];
      if (item.state !== 'accepted') {
        const holder = item.state === 'submitted' ? 'agency' : item.holder;
        return [found('prerequisite.not_accepted', 'prerequisites.complete', { item: item.code }, holder)];
      }
      return item.expiresOn !== null && item.expiresOn < lastDay
        ? [
            found('prerequisite.expires_too_soon', 'prerequisites.complete', {
              item: item.code,
              expiresOn: item.expiresOn,
              neededUntil: lastDay,
            }),
          ]
        : [];
    }),
  ];
}

/** Working days a review takes at most, by the subject's region. */
export function reviewDays(rules: Rulebook, facts: Pick<RegistrationFacts, 'subject'>): number {
  return rules.entries[facts.subject.type === 'overseas_enterprise' ? 'review.overseas' : 'review.mainland'].value.to;
}

/** The client signed off the irreversible choices as they are now. */
export const signedOff: Guard = ({ facts }) => {
  const { signOff } = facts;
  if (signOff === null || signOff.voidedAt !== null) return [found('sign_off.missing', 'sign_off.irreversible')];
  const changed = changedChoices(signOff.choices, listIrreversibleChoices(facts));
  return changed.length === 0
    ? []
    : [found('sign_off.choices_changed', 'sign_off.irreversible', { choices: changed.join(', ') })];
};

/** The address is reserved for this registration, was seen to be unused, and is in our hands. */
export const emailReady: Guard = (input) => {
  const { facts, context, command, isProbe } = input;
  const { email } = facts;
  if (email === null) return [found('email.missing', 'email.one_product')];
  const { check } = email;
  if (check !== null && check.result !== 'unused' && check.result !== 'unknown') {
    return [emailBlocked(check.result)];
  }
  const findings: Finding[] = [];
  const isHeldHere = email.reservedHere && (email.state === 'reserved' || email.state === 'in_use');
  if (!isHeldHere) findings.push(found('email.not_reserved', 'email.one_product', { state: email.state }));
  else if (email.state === 'reserved' && email.reservedUntil !== null && email.reservedUntil <= context.now) {
    findings.push(found('email.reservation_expired', 'email.reservation_days', { reservedUntil: email.reservedUntil }));
  }
  if (check === null) findings.push(found('email.not_checked', 'email.one_product'));
  else if (check.result === 'unknown') findings.push(found('email.use_unknown', 'email.one_product'));
  if (!isProbe && !email.controlProven && command.facts?.['controlProven'] !== true) {
    findings.push(found('email.control_not_proven', 'email.one_product', {}, email.holder));
  }
  return findings;
};
