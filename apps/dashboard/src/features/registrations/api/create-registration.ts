/** Opens a case in draft. */
import { createRegistration, type OperationCall } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export type NewRegistration = OperationCall<typeof createRegistration>['body'];

export function useCreateRegistration() {
  const queryClient = useQueryClient();
  return useMutation({
    /** @param call `attempt` is the same for every try of one filled form, so that a lost answer never opens a second case */
    mutationFn: ({ body, attempt }: { body: NewRegistration; attempt: string }) =>
      callApi(createRegistration, { body }, { idempotencyKey: attempt }),
    onSuccess: () => refresh(queryClient, queryKeys.registrations, queryKeys.clients, queryKeys.emails),
  });
}
