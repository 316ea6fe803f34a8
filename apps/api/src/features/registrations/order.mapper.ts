/** Builds the contract's verification order from a case: a whitelist. Called by `CaseAnswersService`. */
import type { RegistrationCase, VerificationOrder } from '@daiban/contracts';
import {
  deriveOrderHolder,
  deriveOrderRange,
  feeOfOrder,
  type AvailableOrderEvent,
  type ExpectedRange,
  type OrderFacts,
  type OrderFee,
  type VerificationConflict,
  type VerificationView,
} from '@daiban/domain';
import type { Locale } from '@daiban/domain/enumerations';
import type { RuleLookup } from '../../platform/refusal/refused.js';
import { toRefusals } from '../../platform/refusal/to-refusals.js';
import type { CaseView } from './cases.service.js';

/** How answers name rules and in which language. */
export interface Wording {
  readonly locale: Locale;
  readonly ruleOf: RuleLookup;
}

/** @param available what may be done with this order, by this caller */
export function toOrder(
  { case: read, context }: Pick<CaseView, 'case' | 'context'>,
  order: OrderFacts,
  available: readonly AvailableOrderEvent[],
  wording: Wording,
): VerificationOrder {
  const { facts, particulars } = read;
  const place = particulars.orders[order.id];
  const fee = feeOfOrder(order, facts, context);
  const chancesTotal = context.rules.entries['supplement.chances'].value;
  return {
    id: order.id,
    registrationId: facts.registration.id,
    number: place?.number ?? 1,
    kind: order.kind,
    payer: order.payer,
    state: order.state,
    stateSince: order.enteredStateAt,
    holder: deriveOrderHolder(order, facts),
    qualification: order.qualification,
    naming: order.naming,
    wantedName: order.wantedName,
    organisationSize: order.organisationSize,
    invoiceKind: order.invoiceKind,
    fee: fee.fee,
    feeRule: feeRuleOf(order, fee, wording),
    payment: order.payment,
    waived: order.feeWaived,
    auditor: order.auditor,
    missedCalls: order.missedCalls,
    chancesLeft: Math.max(0, chancesTotal - order.chancesUsed),
    chancesTotal,
    chancesRule: wording.ruleOf('supplement.chances', wording.locale),
    dueOn: order.supplementDueOn,
    supplementReason: order.supplementReason,
    expectedRange: toExpectedRange(deriveOrderRange(order, facts, context), wording),
    openedAt: order.openedAt,
    closedAt: place?.closedAt ?? null,
    version: order.version,
    registrationVersion: facts.registration.version,
    availableEvents: available.map((event) => toAvailable(event, wording)),
  };
}

/** Where the fee of an unpaid order comes from. Of one that was paid the history keeps the rule. */
function feeRuleOf(
  order: OrderFacts,
  { ruleId, ruledOn }: OrderFee,
  { locale, ruleOf }: Wording,
): VerificationOrder['feeRule'] {
  return isUnpaid(order) && ruleId !== null ? ruleOf(ruleId, locale, ruledOn) : null;
}

function isUnpaid({ state }: OrderFacts): boolean {
  return state === 'preparing' || state === 'awaiting_fee';
}

/** The verification as answers show it: with the rules that its computed dates were counted by. */
export function toVerification(
  { untilRuleId, window, conflict, ...view }: VerificationView,
  { locale, ruleOf }: Wording,
): RegistrationCase['verification'] {
  return {
    ...view,
    untilRule: untilRuleId && ruleOf(untilRuleId, locale),
    window: window && {
      opensOn: window.opensOn,
      basis: window.basis,
      rule: window.ruleId && ruleOf(window.ruleId, locale),
    },
    conflict: conflict && toConflict(conflict),
  };
}

/** The conflict with what was told, so that a person sees both choices. */
function toConflict({
  code,
  raisedAt,
  observed,
  account,
  event,
  email,
}: VerificationConflict): NonNullable<RegistrationCase['verification']['conflict']> {
  return {
    code,
    raisedAt,
    observed: observed && { ...observed },
    event: event ?? null,
    email: email ?? null,
    account: account ? { accountType: account.accountType ?? null, subjectName: account.subjectName ?? null } : null,
  };
}

/** A range as answers show it: with the rule it was counted by. */
export function toExpectedRange(
  range: ExpectedRange | null,
  { locale, ruleOf }: Wording,
): VerificationOrder['expectedRange'] {
  if (range === null) return null;
  const { ruleId, days, ...rest } = range;
  return { ...rest, rule: ruleOf(ruleId, locale, rest.startOn), days: [...days] };
}

/** What may be done, or why not and what clears it, in the reader's language. */
export function toAvailable<Event extends string>(
  available: {
    event: Event;
    allowed: boolean;
  } & Pick<AvailableOrderEvent, 'refusals' | 'warnings' | 'unknowns' | 'factsNeeded'>,
  { locale, ruleOf }: Wording,
) {
  return {
    event: available.event,
    allowed: available.allowed,
    refusals: toRefusals(available.refusals, locale, ruleOf),
    warnings: toRefusals(available.warnings, locale, ruleOf),
    unknowns: toRefusals(available.unknowns, locale, ruleOf),
    factsNeeded: available.factsNeeded.map((fact) => ({ ...fact })),
  };
}
