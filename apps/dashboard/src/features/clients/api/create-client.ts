/** Adds a client with its contacts. */
import { createClient, type OperationCall } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export type NewClient = OperationCall<typeof createClient>['body'];

export function useCreateClient() {
  const queryClient = useQueryClient();
  return useMutation({
    /** @param call `attempt` stays the same until an answer came, so that a lost answer never makes a second client */
    mutationFn: ({ body, attempt }: { body: NewClient; attempt: string }) =>
      callApi(createClient, { body }, { idempotencyKey: attempt }),
    onSuccess: () => refresh(queryClient, queryKeys.clients),
  });
}
