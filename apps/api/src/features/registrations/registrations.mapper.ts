/** Builds the contract's registration from a case: a whitelist. Called by `CaseAnswersService`. */
import type { Prerequisite, RegistrationCase, VerificationOrder } from '@daiban/contracts';
import {
  adminQuota,
  deriveJourney,
  isSignedOff,
  listIrreversibleChoices,
  subjectQuota,
  type AvailableRegistrationEvent,
  type PrerequisiteFacts,
  type QuotaUse,
} from '@daiban/domain';
import type { SlotKind } from '@daiban/domain/enumerations';
import type { CaseView } from './cases.service.js';
import { toLifeAfter } from './life-after.mapper.js';
import { toAvailable, toExpectedRange, toVerification, type Wording } from './order.mapper.js';

/** @param order the open order, else the newest, as it is answered */
export function toRegistration(
  view: CaseView,
  order: VerificationOrder | null,
  available: readonly AvailableRegistrationEvent[],
  wording: Wording,
): RegistrationCase {
  const { case: read, derived } = view;
  const { facts, particulars } = read;
  const { registration, subject, admin, email, signOff } = facts;
  const { locale, ruleOf } = wording;
  if (registration.state === null) throw new Error(`case ${registration.id} has no state`);
  return {
    id: registration.id,
    version: registration.version,
    client: { ...particulars.client },
    accountType: registration.accountType,
    subject: {
      id: subject.id,
      type: subject.type,
      class: subject.class,
      name: subject.name,
      code: subject.code,
      countryCode: subject.countryCode,
      licenceOf: subject.licenceOf,
      standing: subject.standing,
      licenceExpiresOn: subject.licenceExpiresOn,
      version: particulars.subjectVersion,
    },
    route: registration.route,
    proposedName: registration.proposedName ?? '',
    nameAlternatives: [...registration.nameAlternatives],
    state: registration.state,
    stateSince: registration.enteredStateAt,
    stage: derived.stage,
    holder: derived.holder,
    holderSince: derived.holderSince,
    promise: derived.promise && {
      by: derived.promise.by,
      broken: derived.promise.broken,
      rule: ruleOf(derived.promise.ruleId, locale),
    },
    expectedRange: toExpectedRange(derived.expectedRange, wording),
    deadlines: derived.deadlines.map(({ kind, on, ruleId, ruledOn, passed }) => ({
      kind,
      on,
      passed,
      rule: ruleId === null ? null : ruleOf(ruleId, locale, ruledOn),
    })),
    proof: { ...derived.proof },
    order,
    counters: toCounters(view, wording),
    paused: registration.pausedAt === null ? null : { at: registration.pausedAt },
    renewalDecision: registration.renewalDecision && {
      decision: registration.renewalDecision.decision,
      at: registration.renewalDecision.at,
    },
    verification: toVerification(derived.verification, wording),
    lifeAfter: toLifeAfter(view, wording),
    accountEmail:
      email && particulars.emailId !== null
        ? {
            id: particulars.emailId,
            address: email.address,
            state: email.state,
            holder: email.holder,
            reservedUntil: email.reservedUntil,
            lastCheck: email.check && { result: email.check.result, checkedAt: email.check.checkedAt },
          }
        : null,
    admin:
      admin && particulars.admin
        ? {
            personId: admin.personId,
            name: particulars.admin.name,
            idNumberMasked: particulars.admin.idNumberMasked,
            phoneMasked: particulars.admin.phoneMasked,
            employer: admin.employer,
            isLegalRepresentative: admin.isLegalRepresentative,
            consent: admin.consent,
            consentWithdrawnAt: particulars.admin.consentWithdrawnAt,
          }
        : null,
    irreversibleChoices: toChoices(listIrreversibleChoices(facts)),
    signOff:
      signOff && particulars.signOff
        ? {
            id: particulars.signOff.id,
            contactId: particulars.signOff.contactId,
            textVersion: signOff.textVersion,
            signedAt: signOff.signedAt,
            standing: isSignedOff(facts),
          }
        : null,
    journey: deriveJourney(particulars.moves, facts, {
      stage: derived.stage,
      holder: derived.holder,
      expectedRange: derived.expectedRange,
      today: view.context.today,
    }),
    assigneeId: particulars.assigneeId,
    followers: registration.followers,
    originalId: particulars.originalId,
    appId: particulars.appId,
    createdFromId: particulars.createdFromId,
    adviceId: particulars.adviceId,
    rulebookVersion: registration.rulebookVersion,
    createdAt: particulars.createdAt,
    submittedAt: registration.submittedAt,
    liveAt: particulars.liveAt,
    availableEvents: available.map((event) => toAvailable(event, wording)),
  };
}

/** Choices as a list, in the order a reader signs them. */
export function toChoices(
  choices: Readonly<Record<string, string | null>>,
): { choice: string; value: string | null }[] {
  return Object.entries(choices).map(([choice, value]) => ({ choice, value }));
}

/** A paper with what its reviewer said. */
export function toPrerequisite(
  { case: { facts, particulars } }: Pick<CaseView, 'case'>,
  paper: PrerequisiteFacts,
): Prerequisite {
  const review = particulars.papers[paper.id];
  return {
    id: paper.id,
    registrationId: facts.registration.id,
    orderId: paper.orderId,
    code: paper.code,
    holder: paper.holder,
    required: paper.required,
    state: paper.state,
    reasonCode: review?.reasonCode ?? null,
    note: review?.note ?? null,
    expiresOn: paper.expiresOn,
    reviewedAt: review?.reviewedAt ?? null,
    registrationVersion: facts.registration.version,
  };
}

function toCounters({ case: { facts }, context }: CaseView, { locale, ruleOf }: Wording): RegistrationCase['counters'] {
  const { counters, registration, subject } = facts;
  const toUse = (kind: SlotKind, use: QuotaUse | null) => {
    const count = counters[kind];
    if (!use || !count) return null;
    const { limit, limitByRule, granted } = use;
    return { ...count, limit, limitByRule, granted, rule: ruleOf(use.ruleId, locale) };
  };
  const ofAdmin = (kind: Exclude<SlotKind, 'subject'>) => {
    const count = counters[kind];
    return count && toUse(kind, adminQuota(context.rules, kind, registration.route, count));
  };
  return {
    subject: toUse('subject', subjectQuota(context.rules, registration.accountType, subject, counters.subject)),
    adminId: ofAdmin('admin_id'),
    adminPhone: ofAdmin('admin_phone'),
    adminWechat: ofAdmin('admin_wechat'),
  };
}
