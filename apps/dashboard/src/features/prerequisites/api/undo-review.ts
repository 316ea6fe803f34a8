/** Takes the caller's own decision about a paper back, as long as the client was not told of it. */
import { undoReview } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export function useUndoReview() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => callApi(undoReview, { params: { id }, body: {} }),
    onSuccess: () => refresh(queryClient, queryKeys.registrations),
  });
}
