/** Applies an event to a verification order; the case moves with it, so both are asked for again. */
import { applyOrderEvent, type OperationCall } from '@daiban/contracts';
import type { OrderEvent } from '@daiban/domain/enumerations';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import type { EventInput } from '../../../lib/event-form.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export interface OrderEventCall extends EventInput {
  orderId: string;
  event: OrderEvent;
  expectedVersion: number;
  /** The same for every try of one filled form: money is never recorded twice. */
  attempt: string;
}

export function useApplyOrderEvent(registrationId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ orderId, attempt, ...call }: OrderEventCall) => {
      const body = call as OperationCall<typeof applyOrderEvent>['body'];
      return callApi(applyOrderEvent, { params: { id: orderId }, body }, { idempotencyKey: attempt });
    },
    onSuccess: () => refresh(queryClient, queryKeys.registrations),
    onError: () => refresh(queryClient, queryKeys.registration(registrationId)),
  });
}
