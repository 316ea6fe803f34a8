/** Builds the contract's verification order from a case: a whitelist. Called by `CaseAnswersService`. */
import type { VerificationOrder } from '@daiban/contracts';
import {
  deriveOrderHolder,
  deriveOrderRange,
  verificationFee,
  type AvailableOrderEvent,
  type ExpectedRange,
  type JudgingContext,
  type OrderFacts,
  type RegistrationFacts,
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
    fee: feeOf(order, facts, context),
    payment: order.payment,
    waived: order.feeWaived,
    auditor: order.auditor,
    missedCalls: order.missedCalls,
    chancesLeft: Math.max(0, chancesTotal - order.chancesUsed),
    chancesTotal,
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

/** The fee fixed when the application went in; before that, what the rule of the day asks. null: no rule says it, the payment page will. */
function feeOf(order: OrderFacts, facts: RegistrationFacts, { rules }: JudgingContext): OrderFacts['fee'] {
  const isUnpaid = order.state === 'preparing' || order.state === 'awaiting_fee';
  return order.fee ?? (isUnpaid ? verificationFee(facts, order.organisationSize, rules).fee : null);
}

/** A range as answers show it: with the rule it was counted by. */
export function toExpectedRange(
  range: ExpectedRange | null,
  { locale, ruleOf }: Wording,
): VerificationOrder['expectedRange'] {
  if (range === null) return null;
  const { ruleId, days, ...rest } = range;
  return { ...rest, rule: ruleOf(ruleId, locale), days: [...days] };
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
