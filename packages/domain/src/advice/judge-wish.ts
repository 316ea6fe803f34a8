/** Judges one wish on one licence: which type, which way, and every no and unknown that stands against it. Called by `getAdvice` for the question itself, for each option and for each what-if. */
import { ACCOUNT_TYPES, ROUTES, type AccountType, type Route, type Verdict } from '../enumerations/index.js';
import type { Finding } from '../machine/finding.js';
import { found } from '../registration/judging.js';
import type { Permit, Rulebook } from '../rulebook/rule-values.js';
import { verificationFee } from '../verification/fee.js';
import { isOfficialAccount } from '../verification/verification-status.js';
import type { Standing } from './advice-answer.js';
import { advised } from './advice-findings.js';
import type { AdviceQuestion } from './advice-question.js';
import { countTaken } from './existing-accounts.js';
import type { Reading } from './read-standing.js';
import { reviewTime } from './review-time.js';
import { FALLBACK_TYPES, GOALS_THAT_NEED_VERIFICATION, SUITED_TYPES, type SuitedTypes } from './suited-types.js';

export interface Judged {
  readonly verdict: Verdict;
  /** The wished type unless it is refused, else one that is open; null: none is. */
  readonly accountType: AccountType | null;
  /** The best type for the goal, open or not. */
  readonly suitedType: AccountType;
  readonly openTypes: readonly AccountType[];
  /** The way we would go; null: none is open, or nobody knows the ways of this type. */
  readonly route: Route | null;
  readonly wechatPay: Verdict;
  readonly refusals: readonly Finding[];
  /** Those that make the verdict `unknown`, and those that only leave a part of the answer open. */
  readonly unknowns: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** Regions whose people hold a permit for the mainland instead of a resident ID. */
const PERMIT_REGIONS: readonly string[] = ['HK', 'MO', 'TW'];
const BEST_FIRST: readonly Permit[] = ['allowed', 'unknown', 'refused'];

export function judgeWish(question: AdviceQuestion, reading: Reading, rules: Rulebook): Judged {
  const { standing } = reading;
  const admin = adminFindings(question, standing);
  const openTypes = ACCOUNT_TYPES.filter((type) => typePermit(type, standing, rules) === 'allowed');
  const suited = suitedTypes(question, standing, rules);
  const [suitedType] = suited;
  const wished =
    question.wantedAccountType ?? suited.find((type) => typePermit(type, standing, rules) !== 'refused') ?? suitedType;
  // Who is the subject and cannot be its admin can open nothing.
  const isShut = standing.subjectType === 'individual' && admin.some(({ kind }) => kind === 'hard');
  const accountType = isShut ? null : answeredType(wished, suited, question.needsWechatPay, standing, rules);
  const route = accountType === null ? null : recommendRoute(accountType, question, standing, rules);
  const blocking = [
    ...reading.refusals,
    ...typeFindings(wished, standing, rules),
    ...(accountType === null ? [] : quotaFindings(accountType, question, standing, rules)),
    ...admin,
    ...(accountType === null ? [] : wayFindings(accountType)),
    ...wantedRouteFindings(question.wantedRoute, accountType ?? wished, standing, rules),
    // A wish that is open is told what it lacks itself, whatever else is answered in its place.
    ...(question.needsWechatPay
      ? payFindings(
          typePermit(wished, standing, rules) === 'refused' ? (accountType ?? wished) : wished,
          standing,
          rules,
        )
      : []),
  ];
  const refusals = blocking.filter(({ kind }) => kind === 'hard' || kind === 'policy');
  const unknowns = blocking.filter(({ kind }) => kind === 'unknown');
  const open = accountType === null ? [] : openQuestions(accountType, route, standing, rules);
  return {
    verdict: refusals.length > 0 ? 'refused' : unknowns.length > 0 ? 'unknown' : 'allowed',
    accountType,
    suitedType,
    openTypes: isShut ? [] : openTypes,
    route,
    wechatPay: accountType === null ? 'refused' : payPermit(accountType, standing, rules),
    refusals,
    unknowns: [...unknowns, ...open.filter(({ code }) => unknowns.every((each) => each.code !== code))],
    warnings:
      standing.licenceOf === 'client'
        ? []
        : [found('subject.licence_of_other', 'subject.own_licence', { licenceOf: standing.licenceOf })],
  };
}

/** Whether the goal asks for functions that only a verified account has: payments of every type, messages and selling of Official Accounts. */
export function needsVerification(question: AdviceQuestion, accountType: AccountType): boolean {
  if (question.needsWechatPay) return true;
  return isOfficialAccount(accountType) && GOALS_THAT_NEED_VERIFICATION.some((goal) => goal === question.goal);
}

/** Whether this way is open; how other types than Official Accounts prove their company nobody knows. */
export function routePermit(route: Route, accountType: AccountType, standing: Standing, rules: Rulebook): Permit {
  const permit = rules.entries[`route.${route}`].value[standing.subjectType];
  return permit !== 'refused' && !isOfficialAccount(accountType) ? 'unknown' : permit;
}

/** Whether an account of this type on this licence may take payments once it is verified. */
export function payPermit(accountType: AccountType, standing: Standing, rules: Rulebook): Permit {
  return rules.entries['wechat_pay.accounts'].value[accountType][standing.subjectType];
}

/** The rule that says no, or yes, to payments: overseas companies have one of their own. */
export function payRule({ subjectType }: Standing): 'wechat_pay.overseas' | 'wechat_pay.accounts' {
  return subjectType === 'overseas_enterprise' ? 'wechat_pay.overseas' : 'wechat_pay.accounts';
}

function typePermit(accountType: AccountType, standing: Standing, rules: Rulebook): Permit {
  return rules.entries[`account_type.${accountType}`].value[standing.subjectType];
}

/** Those of the goal; where payments are needed, those that can take them first. */
function suitedTypes(question: AdviceQuestion, standing: Standing, rules: Rulebook): SuitedTypes {
  const suited = SUITED_TYPES[question.goal];
  const [first] = suited;
  if (!question.needsWechatPay) return suited;
  const rank = (type: AccountType) => BEST_FIRST.indexOf(payPermit(type, standing, rules));
  const [best = first, ...others] = suited.toSorted((one, other) => rank(one) - rank(other));
  return [best, ...others];
}

/** The wished type where it can do what is asked; else the best of the goal's that can; else the wished one as far as it goes, or any that is open. */
function answeredType(
  wished: AccountType,
  suited: readonly AccountType[],
  needsWechatPay: boolean,
  standing: Standing,
  rules: Rulebook,
): AccountType | null {
  const permit = (type: AccountType) => typePermit(type, standing, rules);
  const canPay = (type: AccountType) => !needsWechatPay || payPermit(type, standing, rules) !== 'refused';
  const isOpen = permit(wished) !== 'refused';
  if (isOpen && canPay(wished)) return wished;
  const able = suited.find((type) => permit(type) === 'allowed' && canPay(type));
  if (able !== undefined) return able;
  if (isOpen) return wished;
  return [...suited, ...FALLBACK_TYPES].find((type) => permit(type) === 'allowed') ?? null;
}

function typeFindings(accountType: AccountType, standing: Standing, rules: Rulebook): Finding[] {
  const permit = typePermit(accountType, standing, rules);
  if (permit === 'allowed') return [];
  const params = { accountType, subjectType: standing.subjectType };
  const code = permit === 'refused' ? 'account_type.not_open' : 'account_type.unknown';
  return [found(code, `account_type.${accountType}`, params)];
}

function quotaFindings(
  accountType: AccountType,
  { existingAccounts }: AdviceQuestion,
  { subjectType }: Standing,
  rules: Rulebook,
): Finding[] {
  if (!isOfficialAccount(accountType)) return [];
  const used = countTaken(existingAccounts);
  const ruleId = `quota.subject.${subjectType}` as const;
  const limit = rules.entries[ruleId].value;
  if (limit === null) return used > 0 ? [found('quota.subject_unknown', ruleId, { used })] : [];
  return used >= limit ? [found('quota.subject_full', ruleId, { used, limit })] : [];
}

/** The mainland form takes a resident ID of its admin; overseas companies give a passport. */
function adminFindings(question: AdviceQuestion, { subjectType }: Standing): Finding[] {
  if (subjectType === 'overseas_enterprise') return [];
  const nationality = question.adminNationality ?? (subjectType === 'individual' ? question.countryCode : 'CN');
  if (nationality === 'CN') return [];
  return PERMIT_REGIONS.includes(nationality)
    ? [found('admin.id_kind_unknown', 'admin.permit_mainland', { idKind: 'hk_mo_tw_permit' })]
    : [found('admin.id_kind_refused', 'admin.passport_mainland', { idKind: 'passport' })];
}

/** A type that nobody knows a way into is no yes: whether it works out is not known, with whatever licence. */
function wayFindings(accountType: AccountType): Finding[] {
  return isOfficialAccount(accountType) ? [] : [found('route.unknown_for_type', 'route.other_types', { accountType })];
}

/** What stands against the way that is wished for. */
function wantedRouteFindings(
  route: Route | null,
  accountType: AccountType,
  standing: Standing,
  rules: Rulebook,
): Finding[] {
  if (route === null) return [];
  const ruleId = `route.${route}` as const;
  const permit = routePermit(route, accountType, standing, rules);
  if (permit === 'allowed') return [];
  const params = { route, subjectType: standing.subjectType };
  if (permit === 'refused') return [found('route.not_open', ruleId, params)];
  // Of the other types no way is known: said by `wayFindings`, whichever is wished for.
  return isOfficialAccount(accountType) ? [found('route.unknown', ruleId, params)] : [];
}

function payFindings(accountType: AccountType, standing: Standing, rules: Rulebook): Finding[] {
  const permit = payPermit(accountType, standing, rules);
  if (permit === 'allowed') return [];
  const params = { accountType, subjectType: standing.subjectType };
  return [advised(permit === 'refused' ? 'wechat_pay.not_open' : 'wechat_pay.unknown', payRule(standing), params)];
}

/** What stays open without standing in the way: a fee that only the payment page shows, how long Tencent takes, an individual's verification. */
function openQuestions(accountType: AccountType, route: Route | null, standing: Standing, rules: Rulebook): Finding[] {
  const { subjectType } = standing;
  const time = timeFindings(accountType, route, standing, rules);
  if (subjectType === 'individual' && isOfficialAccount(accountType))
    return [found('order.individual_unknown', 'verification.individual'), ...time];
  const facts = { registration: { accountType }, subject: { type: subjectType, class: null } };
  const { ruleId, fee } = verificationFee(facts, null, rules);
  return [...(ruleId !== null && fee === null ? [found('fee.unknown', ruleId)] : []), ...time];
}

function timeFindings(accountType: AccountType, route: Route | null, standing: Standing, rules: Rulebook): Finding[] {
  const { ruleId, days } = reviewTime(accountType, route, standing, rules);
  return ruleId === null || days !== null ? [] : [advised('review.time_unknown', ruleId, { accountType })];
}

function recommendRoute(
  accountType: AccountType,
  question: AdviceQuestion,
  standing: Standing,
  rules: Rulebook,
): Route | null {
  if (!isOfficialAccount(accountType)) return null;
  const open = ROUTES.filter((route) => routePermit(route, accountType, standing, rules) === 'allowed');
  // Who needs verification anyway saves a step; a foreign owner's legal representative may not be able to scan.
  const isForeign = question.countryCode !== 'CN' || standing.licenceOf !== 'client';
  const order: readonly Route[] = needsVerification(question, accountType)
    ? ['wechat_verification']
    : isForeign
      ? ['small_transfer', 'legal_representative']
      : ['legal_representative', 'small_transfer'];
  const wanted = question.wantedRoute === null ? [] : [question.wantedRoute];
  return [...wanted, ...order, ...open].find((route) => open.includes(route)) ?? null;
}
