/** What a planned row comes to as a case: the facts it is opened with, and what is added once it stands with its admin. Pure; called by the row intake. */
import { maskNumbers, type CommandFacts, type ImportRowPlan, type RegistrationFacts } from '@daiban/domain';
import { shanghaiInstant } from '@daiban/domain/calendar';
import type { ImportedCase } from '../registrations/intake.service.js';

/** The order stands with Tencent: it went there with the application. */
const AT_TENCENT = ['awaiting_dispatch', 'in_review'] as const;

/** The call that opens the case. */
export function toImportedCase(plan: ImportRowPlan, clientId: string): ImportedCase {
  const { subject, order } = plan;
  const facts: CommandFacts = {
    state: plan.state,
    ...(order && { orderKind: order.kind, orderState: order.state }),
    ...(plan.submittedOn !== null && { submittedOn: plan.submittedOn }),
    ...(plan.verifiedUntilOn !== null && { verifiedUntilOn: plan.verifiedUntilOn }),
  };
  return {
    clientId,
    accountType: plan.accountType,
    route: plan.route,
    proposedName: oneLine(plan.proposedName),
    subject: {
      type: subject.type,
      name: oneLine(subject.name),
      code: subject.code,
      countryCode: subject.countryCode,
      licenceOf: subject.licenceOf,
    },
    ...(plan.email !== null && { accountEmail: plan.email }),
    facts,
  };
}

/**
 * What the opening event has no place for. Nobody told when and how a fee was paid, so it stands in the history as the sheet
 * says it and as no payment of the order's.
 */
export function completeFacts(facts: RegistrationFacts, plan: ImportRowPlan): RegistrationFacts {
  const submittedAt = plan.submittedOn === null ? null : shanghaiInstant(plan.submittedOn, '12:00');
  const isProving = plan.state === 'proving_subject' && plan.route !== 'wechat_verification';
  return {
    ...facts,
    registration: { ...facts.registration, ...(isProving && { proof: 'running' as const }) },
    orders: facts.orders.map((order) => ({
      ...order,
      version: order.version + 1,
      chancesUsed: plan.order?.timesReturned ?? 0,
      fee: plan.fee.amount ?? order.fee,
      // The expected range counts from the day in the sheet, not from the day of the import.
      ...(submittedAt !== null &&
        AT_TENCENT.some((state) => state === order.state) && { openedAt: submittedAt, enteredStateAt: submittedAt }),
    })),
  };
}

/** What the case's history keeps of the row: the sheet's own words, without anybody's number. `status` is masked already. */
export function keptWords(
  row: number,
  plan: ImportRowPlan,
  status: string,
): Readonly<Record<string, string | number | boolean>> {
  const { paid, amount } = plan.fee;
  return {
    row,
    ...(status !== '' && { status }),
    ...(plan.notes !== '' && { notes: maskNumbers(plan.notes) }),
    ...(paid !== null && { feePaid: paid }),
    ...(amount !== null && { feeAmount: `${amount.amountMinor} ${amount.currency}` }),
  };
}

/** A name on one line, as forms take it. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
