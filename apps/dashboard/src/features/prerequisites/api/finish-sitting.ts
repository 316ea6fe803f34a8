/** Ends the caller's sitting: each reader gets one mail about all that was decided in it. */
import { finishReviewSitting } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export function useFinishSitting(registrationId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => callApi(finishReviewSitting, { params: { id: registrationId }, body: {} }),
    onSuccess: () => refresh(queryClient, queryKeys.registrations, queryKeys.deliveries),
  });
}
