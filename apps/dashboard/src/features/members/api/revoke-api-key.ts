/** Ends a key from the very next request on. */
import { revokeApiKey } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';
import { API_KEYS } from './list-api-keys.js';

export function useRevokeApiKey() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => callApi(revokeApiKey, { params: { id } }),
    // A key is an entry of its maker's record, so the member's version moves too.
    onSuccess: () => refresh(queryClient, API_KEYS, queryKeys.members),
  });
}
