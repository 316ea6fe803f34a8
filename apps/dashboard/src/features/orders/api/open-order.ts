/** Opens a verification order for a case; one at a time. */
import { openOrder, type OperationCall } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export type NewOrder = OperationCall<typeof openOrder>['body'];

export function useOpenOrder(registrationId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ body, attempt }: { body: NewOrder; attempt: string }) =>
      callApi(openOrder, { params: { id: registrationId }, body }, { idempotencyKey: attempt }),
    onSuccess: () => refresh(queryClient, queryKeys.registrations),
  });
}
