/** Guards on the admin person: the scan, the paper, age, WeChat, limits, consent, and who they are to the subject. */
import type { Route } from '../../enumerations/index.js';
import type { Finding } from '../../machine/finding.js';
import { adminQuota } from '../../quota/admin-quota.js';
import { found, textFact, type Guard } from '../judging.js';
import type { RegistrationFacts } from '../registration-facts.js';

const isOverseas = (facts: RegistrationFacts) => facts.subject.type === 'overseas_enterprise';

/** Somebody of ours saw the admin scan; the overseas form has no such step. */
export const adminScan: Guard = ({ facts, command, isProbe }) =>
  isProbe || isOverseas(facts) || command.facts?.['scanSeen'] === true
    ? []
    : [found('admin.scan_not_seen', 'admin.scan')];

/** There is an admin with a phone number, and on the mainland their paper is one the form takes and its number holds. */
export const adminIdentity: Guard = ({ facts }) => {
  if (facts.admin === null) return [found('admin.missing', 'admin.scan')];
  // Without a number nothing was counted against its limit.
  const noPhone = facts.counters.admin_phone === null ? [found('admin.phone_missing', 'admin.wechat_phone')] : [];
  return [...noPhone, ...(isOverseas(facts) ? [] : idPaper(facts.admin))];
};

function idPaper(admin: NonNullable<RegistrationFacts['admin']>): Finding[] {
  if (admin.idKind === 'passport')
    return [found('admin.id_kind_refused', 'admin.passport_mainland', { idKind: admin.idKind })];
  if (!admin.hasIdNumber) return [found('admin.id_missing', 'admin.scan')];
  if (admin.idNumberValid === false) return [found('admin.id_invalid', 'admin.scan')];
  return admin.idKind === 'resident_id'
    ? []
    : [found('admin.id_kind_unknown', 'admin.permit_mainland', { idKind: admin.idKind })];
}

/** On the mainland the admin's WeChat has a phone and a bank card of their own. */
export const adminWechat: Guard = ({ facts }) => {
  const { admin } = facts;
  if (admin === null || isOverseas(facts)) return [];
  return [
    ...(admin.wechatHasPhone === false ? [found('admin.phone_not_bound', 'admin.wechat_phone')] : []),
    ...(admin.wechatHasOwnCard === false ? [found('admin.card_not_bound', 'admin.wechat_card')] : []),
    ...(admin.wechatHasPhone === null ? [found('admin.wechat_unknown', 'admin.wechat_phone', { what: 'phone' })] : []),
    ...(admin.wechatHasOwnCard === null ? [found('admin.wechat_unknown', 'admin.wechat_card', { what: 'card' })] : []),
  ];
};

/** The admin is of age on the day. */
export const adminAge: Guard = ({ facts: { admin }, context }) => {
  if (admin === null) return [];
  const age = context.rules.entries['admin.minimum_age'].value;
  if (admin.adultOn === null) return [found('admin.age_unknown', 'admin.minimum_age', { age })];
  return admin.adultOn > context.today
    ? [found('admin.under_age', 'admin.minimum_age', { age, adultOn: admin.adultOn })]
    : [];
};

const SLOT_CODES = {
  admin_id: 'quota.admin_id_full',
  admin_phone: 'quota.admin_phone_full',
  admin_wechat: 'quota.admin_wechat_full',
} as const;

/** ID, phone and WeChat are below the caps of the route, of the wanted one when it changes. */
export const adminSlots: Guard = ({ facts, command, context }) => {
  const wanted = command.event === 'route_changed' ? (textFact(command, 'route') as Route | null) : null;
  return (['admin_id', 'admin_phone', 'admin_wechat'] as const).flatMap((kind) => {
    const count = facts.counters[kind];
    if (count === null) return [];
    const { ruleId, limit, used } = adminQuota(context.rules, kind, wanted ?? facts.registration.route, count);
    return limit !== null && used >= limit ? [found(SLOT_CODES[kind], ruleId, { used, limit })] : [];
  });
};

/** The admin consented to the use of their papers for this very registration. */
export const adminConsent: Guard = ({ facts: { admin } }) =>
  admin !== null && admin.consent === null ? [found('consent.missing', 'consent.admin_identity')] : [];

/** Somebody looked at the ID, and not the one who brought its number in; where nobody else did, the owner answers for it. */
export const adminIdFourEyes: Guard = ({ facts: { admin }, context }) => {
  if (admin === null || admin.idUploadedBy === null) return [];
  const checkedBy = admin.idCheckedBy ?? admin.idPaperAcceptedBy;
  if (checkedBy === null) return [found('admin.id_not_checked', 'admin.four_eyes')];
  const isSecondLook = checkedBy !== admin.idUploadedBy || !context.rules.entries['admin.four_eyes'].value;
  return isSecondLook ? [] : [found('admin.id_checked_by_uploader', 'admin.four_eyes')];
};

/** An individual's admin is the individual. */
export const adminIsSubject: Guard = ({ facts: { admin, subject } }) =>
  admin !== null && subject.type === 'individual' && !admin.isSubject
    ? [found('admin.not_the_subject', 'admin.is_subject')]
    : [];

/** Outsiders and our own staff as admin are a risk the owner accepts. */
export const adminNotOutsider: Guard = ({ facts: { admin, subject } }) =>
  admin === null || subject.type === 'individual' || admin.isLegalRepresentative || admin.employer === 'registrant'
    ? []
    : [found('admin.outsider', 'admin.outsider', { employer: admin.employer })];
