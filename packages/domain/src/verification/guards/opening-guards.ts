/** Guards on opening an order and on sending its application in. */
import { openOrder, found, textFact, type Guard } from '../../registration/judging.js';
import { paperFindings } from '../../registration/guards/papers-guards.js';
import { listRequiredPrerequisites } from '../../registration/required-prerequisites.js';
import { licenceOutlivesReview, nameFindings } from '../../preflight/run-preflight.js';
import type { OrderKind } from '../../enumerations/index.js';
import { renewalWindow } from '../../renewal/renewal-window.js';
import { deriveVerificationStatus, isOfficialAccount } from '../verification-status.js';

/** While the subject is proving itself by verification, or once live. */
export const registrationTakesOrders: Guard = ({ facts: { registration } }) =>
  registration.state === 'live' ||
  (registration.state === 'proving_subject' && registration.route === 'wechat_verification')
    ? []
    : [
        found('order.registration_not_ready', 'verification.one_order', {
          state: registration.state ?? 'none',
          route: registration.route,
        }),
      ];

/** Nothing is spent on an account that Tencent has frozen or banned: no fee comes back. */
export const accountNotRestricted: Guard = ({ facts: { registration } }) => {
  if (registration.state !== 'restricted') return [];
  const restriction = registration.restrictionKind ?? 'other';
  const ruleId = restriction === 'struck_off' ? 'restriction.struck_off' : 'payment.refund';
  return [found('order.account_restricted', ruleId, { restriction })];
};

export const noOtherOpenOrder: Guard = ({ facts }) => {
  const open = openOrder(facts);
  return open === null
    ? []
    : [found('order.other_open', 'verification.one_order', { kind: open.kind, state: open.state })];
};

/** Whether an individual's Official Account can be verified nobody knows. */
export const individualAnswered: Guard = ({ facts: { registration, subject } }) =>
  subject.type === 'individual' && isOfficialAccount(registration.accountType)
    ? [found('order.individual_unknown', 'verification.individual')]
    : [];

/** Inherited verification is renewed where it came from. */
export const notInherited: Guard = ({ facts: { verification } }) =>
  verification.inherited && verification.qualification !== 'passed'
    ? [found('order.inherited', 'verification.inherited')]
    : [];

export const subjectNotStruckOff: Guard = ({ facts: { subject } }) =>
  subject.standing === 'struck_off' ? [found('subject.struck_off', 'subject.struck_off')] : [];

/** The kind fits what is known of the verification: first, in its window, after its end, or for a name. */
export const kindFits: Guard = ({ facts, command, context }) => {
  const kind = textFact(command, 'kind') as OrderKind | null;
  if (kind === null) return [];
  const { registration, subject, verification } = facts;
  const account = { accountType: registration.accountType, subjectType: subject.type };
  const status = deriveVerificationStatus(verification, account, context.now);
  const wasVerified = verification.qualification === 'passed';
  // What proves the subject is a first order; the others are for an account that works.
  if (kind !== 'first' && registration.state === 'proving_subject') {
    const { state, route } = registration;
    return [found('order.registration_not_ready', 'verification.one_order', { state, route })];
  }
  switch (kind) {
    case 'first':
      return wasVerified ? [found('order.already_verified', 'verification.one_order')] : [];
    case 'renewal': {
      if (!wasVerified) return [found('order.not_verified', 'renewal.window_days')];
      if (status === 'expired') return [found('order.already_expired', 'renewal.window_days')];
      const window = renewalWindow(verification, context.rules);
      if (window === null) return [found('order.until_unknown', 'renewal.window_days')];
      return context.today < window.opensOn
        ? [found('order.window_not_open', 'renewal.window_days', { opensOn: window.opensOn, basis: window.basis })]
        : [];
    }
    case 're_verification': {
      const isLost = verification.qualification === 'failed' || status === 'expired';
      return isLost
        ? []
        : [found(wasVerified ? 'order.not_expired' : 'order.not_verified', 'verification.validity_months')];
    }
    case 'rename': {
      if (!wasVerified || status === 'expired') return [found('order.not_verified', 'verification.one_order')];
      const findings = [found('order.rename_effect_unknown', 'verification.rename_effect')];
      return textFact(command, 'wantedName') === null
        ? [...findings, found('order.name_missing', 'name.form')]
        : findings;
    }
  }
};

/** The licence and the order's own papers, these accepted, outlive the review; the sealed sheet covers a first order on the verification route. */
export const orderPapersComplete: Guard = (input) => {
  const { facts, order, context } = input;
  if (order === null) return [];
  const { registration, subject } = facts;
  const wanted = listRequiredPrerequisites(
    {
      subjectType: subject.type,
      subjectClass: subject.class,
      accountType: registration.accountType,
      route: registration.route,
      orderKind: order.kind,
    },
    context.rules,
  );
  const papers = facts.prerequisites.filter(({ orderId }) => orderId === order.id);
  return [...licenceOutlivesReview(input), ...paperFindings(wanted, papers, context, facts)];
};

/** A name that is asked for has the form WeChat takes; a first order and a renaming ask for one. */
export const orderNameGiven: Guard = ({ facts, order, context }) => {
  if (order === null) return [];
  if (order.wantedName === null) {
    return order.kind === 'first' || order.kind === 'rename' ? [found('order.name_missing', 'name.form')] : [];
  }
  // What was doubtful about the proposed name was answered before the sheet was sealed.
  const findings = nameFindings(order.wantedName, facts.subject.type, context.rules, true);
  return order.wantedName === facts.registration.proposedName
    ? findings.filter(({ kind }) => kind === 'hard')
    : findings;
};

/** WeCom's fee goes by the organisation's size. */
export const sizeKnown: Guard = ({ facts, order }) =>
  order !== null && facts.registration.accountType === 'wecom' && order.organisationSize === null
    ? [found('order.size_missing', 'fee.wecom.small')]
    : [];
