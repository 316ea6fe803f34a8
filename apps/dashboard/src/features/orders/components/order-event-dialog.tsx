/** Records an event of an order; the fee of the day is filled in already. */
import type { VerificationOrder } from '@daiban/contracts';
import type { OrderEvent } from '@daiban/domain/enumerations';
import { useState } from 'react';
import { ActionDialog } from '../../../components/action-dialog.js';
import { useLocale } from '../../../lib/locale.js';
import { useBusinessTime } from '../../../lib/session.js';
import { useApplyOrderEvent } from '../api/apply-order-event.js';

export interface OrderEventDialogProps {
  order: VerificationOrder;
  event: OrderEvent;
  onClose: () => void;
}

export function OrderEventDialog({ order, event, onClose }: OrderEventDialogProps) {
  const { t } = useLocale();
  const { today } = useBusinessTime();
  const apply = useApplyOrderEvent(order.registrationId);
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  const offered = order.availableEvents.find((each) => each.event === event);
  if (!offered) return null;
  const initialFacts: Record<string, string> = {};
  if (offered.factsNeeded.some(({ name }) => name === 'paidOn')) initialFacts['paidOn'] = today;
  if (order.fee && offered.factsNeeded.some(({ name }) => name === 'amount')) {
    initialFacts['amount'] = String(order.fee.amountMinor / 100);
    initialFacts['amount.currency'] = order.fee.currency;
  }
  return (
    <ActionDialog
      title={t(`states.event.${event}`)}
      event={offered}
      initialFacts={initialFacts}
      pending={apply.isPending}
      error={apply.error}
      onClose={onClose}
      onSubmit={(input) =>
        apply.mutate(
          { ...input, orderId: order.id, event, expectedVersion: order.version, attempt },
          {
            onSuccess: onClose,
            // An answer of the API ends the attempt; only a lost one is tried again under the same key.
            onError: (error) => error instanceof TypeError || setAttempt(crypto.randomUUID()),
          },
        )
      }
    />
  );
}
