/** Everything a case answers under a book, by name: what an own value touches is what differs here. Pure; called by `RuleOverridesService` through `TouchedCasesService`. */
import {
  adminQuota,
  deriveCase,
  feeOfOrder,
  listAvailableEvents,
  listAvailableOrderEvents,
  listRequiredPrerequisites,
  subjectLimit,
  verificationFee,
  type CommandActor,
  type Finding,
  type JudgingContext,
  type RegistrationFacts,
} from '@daiban/domain';
import { OPEN_ORDER_STATES } from '@daiban/domain/enumerations';

/** Names are those of the contract's `CasesTouched`. What was decided already (a fee that is paid, a paper that is asked for) stands in the facts and differs by no rule. */
export function answersUnder(
  facts: RegistrationFacts,
  context: JudgingContext,
  actor: CommandActor,
): Readonly<Record<string, unknown>> {
  const { stage, holder, promise, expectedRange, deadlines, verification } = deriveCase(facts, context);
  const { registration, subject, counters } = facts;
  const order = facts.orders.find(({ state }) => OPEN_ORDER_STATES.some((open) => open === state)) ?? null;
  const isUnpaid = order === null || order.state === 'preparing' || order.state === 'awaiting_fee';
  const limitOf = (kind: 'admin_id' | 'admin_phone' | 'admin_wechat') =>
    counters[kind] && adminQuota(context.rules, kind, registration.route, counters[kind]).limit;
  const question = {
    subjectType: subject.type,
    subjectClass: subject.class,
    accountType: registration.accountType,
    route: registration.route,
    orderKind: null,
  };
  return {
    stage,
    holder,
    promise,
    expectedRange,
    deadlines,
    window: verification.window,
    limits: [counters.subject && subjectLimit(context.rules, subject), ...ADMIN_LIMITS.map(limitOf)],
    fee: !isUnpaid
      ? null
      : order
        ? feeOfOrder(order, facts, context).fee
        : verificationFee(facts, null, context.rules).fee,
    chances: order && context.rules.entries['supplement.chances'].value,
    // Asked for with the advice, never again.
    papers: registration.state === 'draft' ? listRequiredPrerequisites(question, context.rules) : null,
    events: [
      ...listAvailableEvents(facts, actor, context),
      ...(order ? listAvailableOrderEvents(facts, order.id, actor, context) : []),
    ].map(({ event, refusals, warnings, unknowns }) => [event, [...refusals, ...warnings, ...unknowns].map(print)]),
  };
}

const ADMIN_LIMITS = ['admin_id', 'admin_phone', 'admin_wechat'] as const;

function print({ code, kind, params }: Finding): unknown {
  return [code, kind, params];
}
