/** Gives a reserved address back to the pool. */
import { releaseEmail } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export function useReleaseEmail(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => callApi(releaseEmail, { params: { id } }),
    onSuccess: () => refresh(queryClient, queryKeys.registrations, queryKeys.emails),
  });
}
