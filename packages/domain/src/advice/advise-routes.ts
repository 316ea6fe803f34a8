/** The ways of proving the subject side by side: open or not, what each costs, how long it takes, which papers it needs, what runs out. Called by `getAdvice`. */
import { addWorkingDays } from '../calendar/index.js';
import { ROUTES, type AccountType, type Route } from '../enumerations/index.js';
import { listRequiredPrerequisites } from '../registration/required-prerequisites.js';
import type { Rulebook } from '../rulebook/rule-values.js';
import { isOfficialAccount } from '../verification/verification-status.js';
import {
  say,
  type NeededDocument,
  type RouteAdvice,
  type Standing,
  type AdviceStatement,
  type AdviceTimeRange,
} from './advice-answer.js';
import { adviseCosts } from './advice-costs.js';
import type { AdviceContext, AdviceQuestion } from './advice-question.js';
import { needsVerification, routePermit } from './judge-wish.js';
import { reviewTime } from './review-time.js';

/** All ways, closed ones too, so that a reader sees why. */
export function adviseRoutes(
  accountType: AccountType,
  recommended: Route | null,
  standing: Standing,
  question: AdviceQuestion,
  context: AdviceContext,
): RouteAdvice[] {
  const { rules } = context;
  return ROUTES.map((route) => {
    const verdict = routePermit(route, accountType, standing, rules);
    const shown = { route, verdict, isRecommended: route === recommended };
    const ruleId =
      verdict === 'unknown' && !isOfficialAccount(accountType) ? 'route.other_types' : (`route.${route}` as const);
    if (verdict === 'refused') return { ...shown, ruleId, costs: null, timeRange: null, documents: [], notes: [] };
    const mustVerify = needsVerification(question, accountType);
    return {
      ...shown,
      ruleId,
      costs: adviseCosts(accountType, route, standing, mustVerify, rules),
      timeRange: rangeOf(accountType, route, standing, context),
      documents: listDocuments(accountType, route, standing, rules),
      notes: [
        ...timeNotes(accountType, route, standing, rules),
        ...(isOfficialAccount(accountType) ? routeNotes(route, mustVerify, rules) : []),
      ],
    };
  });
}

/** Papers for registering this way, then those for the first verification where that comes later. `route` null: what any way asks for. */
export function listDocuments(
  accountType: AccountType,
  route: Route | null,
  { subjectType }: Standing,
  rules: Rulebook,
): NeededDocument[] {
  const asked = { subjectType, subjectClass: null, accountType, route: route ?? 'wechat_verification' } as const;
  const ruleId = 'prerequisites.papers' as const;
  const forRegistration = listRequiredPrerequisites({ ...asked, orderKind: null }, rules);
  const later = listRequiredPrerequisites({ ...asked, orderKind: 'first' }, rules);
  return [
    ...forRegistration.map((paper) => ({ ...paper, for: 'registration' as const, ruleId })),
    ...later
      .filter(({ code }) => forRegistration.every((paper) => paper.code !== code))
      .map((paper) => ({ ...paper, for: 'verification' as const, ruleId })),
  ];
}

/** Working days until Tencent answers, were it submitted today; null: nobody knows. */
export function rangeOf(
  accountType: AccountType,
  route: Route | null,
  standing: Standing,
  { rules, calendar, today }: AdviceContext,
): AdviceTimeRange | null {
  const { ruleId, days } = reviewTime(accountType, route, standing, rules);
  if (ruleId === null || days === null) return null;
  const from = addWorkingDays(calendar, today, days.from);
  const to = addWorkingDays(calendar, today, days.to);
  return {
    minDays: days.from,
    maxDays: days.to,
    fromOn: from.date,
    toOn: to.date,
    provisional: from.provisional || to.provisional,
    ruleId,
  };
}

/** Said where no range can be: that nobody knows it, and whom to ask. */
export function timeNotes(
  accountType: AccountType,
  route: Route | null,
  standing: Standing,
  rules: Rulebook,
): AdviceStatement[] {
  const { ruleId, days } = reviewTime(accountType, route, standing, rules);
  return ruleId === null || days !== null ? [] : [say('time.unknown', ruleId)];
}

function routeNotes(route: Route, mustVerify: boolean, rules: Rulebook): AdviceStatement[] {
  const { entries } = rules;
  const verifyLater = mustVerify ? [say('route.verification_follows', 'api_rights.advanced')] : [];
  switch (route) {
    case 'wechat_verification':
      return [
        say('route.complete_in_time', 'timer.verification_route_days', {
          days: entries['timer.verification_route_days'].value,
        }),
        say('route.supplements', 'supplement.chances', { chances: entries['supplement.chances'].value }),
        say('route.auditor_calls', 'review.auditor_call'),
      ];
    case 'small_transfer':
      return [
        say('route.transfer_in_time', 'timer.transfer_days', { days: entries['timer.transfer_days'].value }),
        say('route.one_transfer', 'quota.small_transfer_per_subject'),
        ...verifyLater,
      ];
    case 'legal_representative':
      return [
        say('route.more_seats', 'quota.admin_id.legal_representative', {
          limit: entries['quota.admin_id.legal_representative'].value,
        }),
        say('route.face', 'route.face_present'),
        say('route.foreign_representative', 'admin.foreign_representative'),
        ...verifyLater,
      ];
    case 'identity_scan':
      return [say('route.own_scan', 'admin.is_subject')];
  }
}
