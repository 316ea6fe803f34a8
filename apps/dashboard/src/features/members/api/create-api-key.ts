/** Makes a key for a program; it comes back this one time. */
import { createApiKey, type OperationCall } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';
import { API_KEYS } from './list-api-keys.js';

export function useCreateApiKey() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: OperationCall<typeof createApiKey>['body']) => callApi(createApiKey, { body }),
    // A key is an entry of its maker's record, so the member's version moves too.
    onSuccess: () => refresh(queryClient, API_KEYS, queryKeys.members),
  });
}
