/** Accepts a paper, or returns it with a coded reason. */
import { reviewPrerequisite, type OperationCall } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export type PrerequisiteReview = OperationCall<typeof reviewPrerequisite>['body'];

export function useReviewPrerequisite() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: PrerequisiteReview }) =>
      callApi(reviewPrerequisite, { params: { id }, body }),
    onSuccess: () => refresh(queryClient, queryKeys.registrations),
  });
}
