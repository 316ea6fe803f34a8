/** Applies an event to a case. The answer is the new case; its papers, orders and history are asked for again. */
import { applyRegistrationEvent, type OperationCall } from '@daiban/contracts';
import type { RegistrationEvent } from '@daiban/domain/enumerations';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import type { EventInput } from '../../../lib/event-form.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export interface RegistrationEventCall extends EventInput {
  event: RegistrationEvent;
  expectedVersion: number;
}

export function useApplyRegistrationEvent(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (call: RegistrationEventCall) => {
      // The form is built from the API's own list of facts: the union of event bodies is checked by the contract's schema.
      const body = call as OperationCall<typeof applyRegistrationEvent>['body'];
      return callApi(applyRegistrationEvent, { params: { id }, body });
    },
    onSuccess: () => refresh(queryClient, queryKeys.registrations),
    // Somebody was quicker, or the facts changed: show the case as it now is.
    onError: () => refresh(queryClient, queryKeys.registration(id)),
  });
}
