/** What an account would do and what endangers it: reach, posting, payments, risks, and whom to ask. Called by `getAdvice`. */
import type { AccountType } from '../enumerations/index.js';
import type { Finding } from '../machine/finding.js';
import { moneyParam } from '../machine/money.js';
import type { Rulebook } from '../rulebook/rule-values.js';
import { isOfficialAccount } from '../verification/verification-status.js';
import { say, type AdviceAnswer, type Posting, type Standing, type AdviceStatement } from './advice-answer.js';
import type { AdviceQuestion } from './advice-question.js';
import { countTaken, hasAccount, hasRestricted } from './existing-accounts.js';
import { payRule, type Judged } from './judge-wish.js';

/** Why this type is the answer, and how many accounts its licence still carries. */
export function reasonsOf(
  { goal, existingAccounts }: AdviceQuestion,
  { subjectType }: Standing,
  { accountType, openTypes, suitedType }: Judged,
  rules: Rulebook,
): AdviceStatement[] {
  if (accountType === null) return [];
  const open = openTypes.includes(accountType)
    ? [say('reason.type_open', `account_type.${accountType}`, { accountType, subjectType })]
    : [];
  const suits = accountType === suitedType ? [say(`reason.goal_${goal}`, null, { accountType })] : [];
  if (!isOfficialAccount(accountType)) return [...open, ...suits];
  const used = countTaken(existingAccounts);
  const ruleId = `quota.subject.${subjectType}` as const;
  const limit = rules.entries[ruleId].value;
  const places =
    limit === null ? say('reason.limit_unknown', ruleId, { used }) : say('reason.places', ruleId, { used, limit });
  return [...open, ...suits, places];
}

/** Who in the mainland sees the account; what the rules say of that is about accounts that people follow. */
export function reachOf(
  accountType: AccountType | null,
  { subjectType }: Standing,
  rules: Rulebook,
): AdviceAnswer['reach'] {
  const isOverseas = subjectType === 'overseas_enterprise';
  const visibleInMainland = !isOverseas || rules.entries['visibility.overseas'].value;
  if (accountType !== null && !isOfficialAccount(accountType))
    return { visibleInMainland, statement: say('reach.not_followed', null) };
  const code = !isOverseas ? 'reach.mainland' : visibleInMainland ? 'reach.overseas' : 'reach.overseas_not';
  return { visibleInMainland, statement: say(code, 'visibility.overseas') };
}

/** What it may send, and where followers see it; null: this type broadcasts nothing. */
export function postingOf(accountType: AccountType | null, rules: Rulebook): Posting | null {
  if (accountType !== 'subscription' && accountType !== 'service') return null;
  const allowance = `broadcast.${accountType}` as const;
  const placement = `posting.placement.${accountType}` as const;
  const { count, per } = rules.entries[allowance].value;
  return {
    broadcasts: count,
    per,
    articles: rules.entries['broadcast.articles'].value,
    placement: rules.entries[placement].value,
    ruleIds: [allowance, 'broadcast.articles', placement],
  };
}

/** Whether it can take payments, and once what is done. */
export function payOf({ accountType, wechatPay }: Judged, standing: Standing): AdviceAnswer['wechatPay'] {
  if (accountType === null) return { verdict: 'refused', statement: say('pay.no_account', null) };
  const params = { accountType, subjectType: standing.subjectType };
  if (wechatPay === 'allowed')
    return { verdict: wechatPay, statement: say('pay.once_verified', 'wechat_pay.verified') };
  const code =
    standing.subjectType === 'overseas_enterprise'
      ? 'pay.overseas_exceptions'
      : wechatPay === 'unknown'
        ? 'pay.unknown'
        : 'pay.not_open';
  return { verdict: wechatPay, statement: say(code, payRule(standing), params) };
}

/** What a client should know before it is too late to choose otherwise. */
export function risksOf(
  question: AdviceQuestion,
  standing: Standing,
  judged: Judged,
  rules: Rulebook,
): AdviceStatement[] {
  const { accountType, suitedType } = judged;
  if (accountType === null) return [];
  const { subjectType } = standing;
  const isOfficial = isOfficialAccount(accountType);
  const isOverseas = subjectType === 'overseas_enterprise';
  return [
    ...(standing.licenceOf === 'client'
      ? []
      : [say('risk.licence_of_other', 'subject.own_licence', { licenceOf: standing.licenceOf })]),
    ...(standing.licenceOf === 'agency' ? agencyRisks(rules) : []),
    ...(accountType === suitedType || question.wantedAccountType !== null
      ? []
      : [say('risk.second_choice', `account_type.${suitedType}`, { accountType, suitedType, subjectType })]),
    ...(question.goal === 'content' && accountType === 'service' ? [tradeOff('service', rules)] : []),
    ...(question.goal === 'content' && accountType === 'subscription' ? [tradeOff('subscription', rules)] : []),
    ...(isOfficial ? [say('risk.type_is_final', 'type.switch', { accountType })] : []),
    ...(accountType === 'service' ? [say('risk.service_folded', 'posting.service_folded')] : []),
    ...switchRisks(question, accountType, rules),
    ...(isOfficial && question.existingAccounts.length > 0 ? [say('risk.one_by_default', null)] : []),
    ...(hasRestricted(question.existingAccounts)
      ? [say('risk.restricted_blocks_raise', 'quota_raise.blocked_by_restriction')]
      : []),
    ...(subjectType === 'individual' && isOfficial
      ? [say('risk.individual_unverified', 'verification.individual'), say('risk.no_publishing', 'api_rights.publish')]
      : []),
    ...(isOverseas ? [say('risk.overseas_papers', 'papers.overseas_notarised')] : adminRisks(question, subjectType)),
    ...nameRisks(question, subjectType),
    ...(accountType === 'mini_program' ? [say('risk.filing', 'mini_program.icp_filing')] : []),
    ...(isOfficial ? [say('risk.own_email', 'email.one_product')] : []),
  ];
}

/** Daily in a folder, or four times a month among the chats: which is better depends on what is sent. */
function tradeOff(accountType: 'service' | 'subscription', rules: Rulebook): AdviceStatement {
  const daily = rules.entries['broadcast.subscription'].value.count;
  const monthly = rules.entries['broadcast.service'].value.count;
  return say(`risk.content_on_${accountType}`, `broadcast.${accountType}`, { daily, monthly });
}

function agencyRisks(rules: Rulebook): AdviceStatement[] {
  const limit = rules.entries['quota.subject.enterprise'].value;
  return limit === null ? [] : [say('risk.agency_licence_full', 'quota.subject.enterprise', { limit })];
}

/** A type is never changed into the other: who has one and wants the other opens a second account. */
function switchRisks(
  { existingAccounts }: AdviceQuestion,
  accountType: AccountType,
  rules: Rulebook,
): AdviceStatement[] {
  const from = accountType === 'service' ? 'subscription' : accountType === 'subscription' ? 'service' : null;
  if (from === null || !hasAccount(existingAccounts, from)) return [];
  const to = accountType === 'service' ? 'service' : 'subscription';
  const isMovable = rules.entries['migration.directions'].value.some((way) => way.from === from && way.to === to);
  return [
    say('risk.no_switch', 'type.switch', { from, to }),
    isMovable
      ? say('risk.followers_move', 'migration.directions', {
          from,
          to,
          followers: rules.entries['migration.target_followers'].value,
          fee: moneyParam(rules.entries['migration.fee'].value),
        })
      : say('risk.followers_stay', 'migration.directions', { from, to }),
  ];
}

function adminRisks({ adminNationality }: AdviceQuestion, subjectType: Standing['subjectType']): AdviceStatement[] {
  if (subjectType === 'individual') return [say('risk.admin_is_subject', 'admin.is_subject')];
  return [
    ...(adminNationality === null ? [say('risk.admin_to_choose', 'admin.passport_mainland')] : []),
    say('risk.admin_card', 'admin.wechat_card'),
    say('risk.admin_of_company', 'admin.outsider'),
  ];
}

function nameRisks({ trademark }: AdviceQuestion, subjectType: Standing['subjectType']): AdviceStatement[] {
  if (subjectType === 'individual') return [];
  if (trademark === 'own') return [say('risk.name_own', 'prerequisites.papers')];
  if (trademark === 'licensed') return [say('risk.name_licensed', 'prerequisites.papers')];
  return trademark === 'none' ? [say('risk.name_without_right', 'verification.rejections')] : [];
}

/** One sentence for each way to find out what nobody knows: whom to ask, and about what. */
export function askWhom(unknowns: readonly Finding[]): AdviceStatement[] {
  return unknowns.map(({ code, ruleId, params }) =>
    say(`ask.${ASKED_AT_PAYMENT.includes(code) ? 'payment_page' : 'tencent'}`, ruleId as AdviceStatement['ruleId'], {
      ...params,
      about: code,
    }),
  );
}

const ASKED_AT_PAYMENT: readonly string[] = ['fee.unknown'];
