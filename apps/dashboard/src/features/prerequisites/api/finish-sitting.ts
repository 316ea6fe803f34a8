/** Ends the caller's sitting: each reader gets one mail about all that was decided in it. */
import { finishReviewSitting } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

/** @param onFinished told the mails before the papers are read again: with them the sitting is gone from the screen, and whoever waits there too */
export function useFinishSitting(registrationId: string, onFinished: (mails: number) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => callApi(finishReviewSitting, { params: { id: registrationId }, body: {} }),
    onSuccess: ({ mails }) => {
      onFinished(mails);
      return refresh(queryClient, queryKeys.registrations, queryKeys.deliveries);
    },
  });
}
