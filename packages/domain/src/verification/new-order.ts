/** The row a verification order begins with, whoever opens it. Called by `order_opened` and by the events that open the first order along the way. */
import type { InvoiceKind, OrderKind, OrganisationSize, Payer } from '../enumerations/index.js';
import { textFact, type JudgingInput } from '../registration/judging.js';
import type { NewOrder } from '../registration/registration-change.js';

/** A first order reviews the proposed name; a later one only a name that is asked for. */
export function newOrder(input: JudgingInput, kind: OrderKind): NewOrder {
  const { command, facts, occurredAt } = input;
  const wantedName = textFact(command, 'wantedName') ?? (kind === 'first' ? facts.registration.proposedName : null);
  return {
    kind,
    state: 'preparing',
    payer: (textFact(command, 'payer') as Payer | null) ?? 'client',
    wantedName,
    organisationSize: textFact(command, 'organisationSize') as OrganisationSize | null,
    invoiceKind: textFact(command, 'invoiceKind') as InvoiceKind | null,
    openedAt: occurredAt,
    qualification: 'pending',
    naming: wantedName === null ? 'unchanged' : 'pending',
  };
}
