/** Opens a verification order: which kind, who pays, which name is wanted. */
import { INVOICE_KINDS, ORDER_KINDS, ORGANISATION_SIZES, PAYERS, type OrderKind } from '@daiban/domain/enumerations';
import { useState } from 'react';
import { ActionDialog } from '../../../components/action-dialog.js';
import type { OfferedEvent } from '../../../lib/event-form.js';
import { useLocale } from '../../../lib/locale.js';
import { useOpenOrder, type NewOrder } from '../api/open-order.js';

/** The API offers the events of an order only once there is one: what opening takes is the contract's own body. */
const OPENING: OfferedEvent = {
  event: 'order_opened',
  allowed: true,
  refusals: [],
  warnings: [],
  unknowns: [],
  factsNeeded: [
    { name: 'kind', kind: 'enum', required: true, options: ORDER_KINDS },
    { name: 'payer', kind: 'enum', required: true, options: PAYERS },
    { name: 'wantedName', kind: 'text', required: false, maxLength: 200 },
    { name: 'organisationSize', kind: 'enum', required: false, options: ORGANISATION_SIZES },
    { name: 'invoiceKind', kind: 'enum', required: false, options: INVOICE_KINDS },
  ],
};

export interface OpenOrderDialogProps {
  registrationId: string;
  /** The kind that fits the case now. */
  kind: OrderKind;
  onClose: () => void;
}

export function OpenOrderDialog({ registrationId, kind, onClose }: OpenOrderDialogProps) {
  const { t } = useLocale();
  const open = useOpenOrder(registrationId);
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  return (
    <ActionDialog
      title={t('states.event.order_opened')}
      event={OPENING}
      initialFacts={{ kind, payer: 'client' }}
      withoutTime
      pending={open.isPending}
      error={open.error}
      onClose={onClose}
      onSubmit={({ facts, acknowledgements }) =>
        open.mutate(
          { body: { ...facts, acknowledgements } as NewOrder, attempt },
          {
            onSuccess: onClose,
            onError: (error) => error instanceof TypeError || setAttempt(crypto.randomUUID()),
          },
        )
      }
    />
  );
}
