/** Answers the advisor's question: may they, with which account, on which licence, by which way, for how much and how long, and what would change it. Called by the API's advice service. */
import type { AccountType, Route } from '../enumerations/index.js';
import type { RuleId } from '../rulebook/rule-values.js';
import type { AdviceAnswer, AdviceRule, Standing } from './advice-answer.js';
import { adviseCosts } from './advice-costs.js';
import type { AdviceContext, AdviceQuestion } from './advice-question.js';
import { askWhom, payOf, postingOf, reachOf, reasonsOf, risksOf } from './advice-statements.js';
import { adviseOptions } from './advise-options.js';
import { adviseRoutes, listDocuments, rangeOf } from './advise-routes.js';
import { judgeWish, needsVerification } from './judge-wish.js';
import { readStanding } from './read-standing.js';
import { whatWouldChange } from './what-would-change.js';

/** Nothing can be opened, so nothing is needed for it. */
const NOTHING_OPEN = { routes: [], documents: [], costs: null, timeRange: null } as const;

/** Never throws: a question that contradicts itself is refused with the contradiction, or read in the more careful way and told so. */
export function getAdvice(question: AdviceQuestion, context: AdviceContext): AdviceAnswer {
  const { rules } = context;
  const reading = readStanding(question);
  const { standing, assumptions } = reading;
  const judged = judgeWish(question, reading, rules);
  const { accountType, route, verdict, suitedType, refusals, unknowns, warnings } = judged;
  const answer: Omit<AdviceAnswer, 'rules'> = {
    verdict,
    accountType,
    suitedType,
    standing,
    reasons: reasonsOf(question, standing, judged, rules),
    route,
    ...(accountType === null ? NOTHING_OPEN : effort(accountType, route, standing, question, context)),
    options: adviseOptions(question, standing, context),
    reach: reachOf(accountType, standing, rules),
    posting: postingOf(accountType, rules),
    wechatPay: payOf(judged, standing),
    risks: risksOf(question, standing, judged, rules),
    changesVerdict: whatWouldChange(question, reading, judged, rules),
    assumptions,
    refusals,
    unknowns,
    warnings,
    askWhom: askWhom(unknowns),
  };
  return { ...answer, rules: listRules(answer, context) };
}

function effort(
  accountType: AccountType,
  route: Route | null,
  standing: Standing,
  question: AdviceQuestion,
  context: AdviceContext,
): Pick<AdviceAnswer, 'routes' | 'documents' | 'costs' | 'timeRange'> {
  const { rules } = context;
  return {
    routes: adviseRoutes(accountType, route, standing, question, context),
    documents: listDocuments(accountType, route, standing, rules),
    costs: adviseCosts(accountType, route, standing, needsVerification(question, accountType), rules),
    timeRange: rangeOf(accountType, route, standing, context),
  };
}

/** Every rule that the answer names, as it stands on the day. */
function listRules(answer: object, { rules, today }: AdviceContext): AdviceRule[] {
  return [...namedRules(answer)].toSorted().map((id) => {
    const { kind, source, validFrom, lastChecked, reviewBy, confidence } = rules.entries[id];
    const reviewOverdue = reviewBy < today;
    const isOverridden = rules.overridden.includes(id);
    return { id, kind, source, validFrom, lastChecked, reviewBy, confidence, reviewOverdue, isOverridden };
  });
}

/** The values of every `ruleId` and `ruleIds`, however deep: nothing that is claimed can be forgotten. */
function namedRules(value: unknown, named = new Set<RuleId>()): Set<RuleId> {
  if (typeof value !== 'object' || value === null) return named;
  for (const [key, part] of Object.entries(value)) {
    if (key === 'ruleId' && part !== null) named.add(part as RuleId);
    else if (key === 'ruleIds') for (const id of part as readonly RuleId[]) named.add(id);
    else namedRules(part, named);
  }
  return named;
}
