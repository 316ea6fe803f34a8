/** A licence's requests for more places: reading them, making one, recording what Tencent answered. */
import { applyQuotaRaiseEvent, listQuotaRaises, requestQuotaRaise, type OperationCall } from '@daiban/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

/** The newest fifty: a licence has a handful. */
export const quotaRaisesQuery = (subjectId: string) =>
  queryOptions({
    queryKey: [...queryKeys.subjects, 'one', subjectId, 'raises'],
    queryFn: ({ signal }) => callApi(listQuotaRaises, { params: { id: subjectId } }, { signal }),
  });

/** A granted request moves the limit of every case on the licence. */
function useRefreshAll() {
  const queryClient = useQueryClient();
  return () => refresh(queryClient, queryKeys.subjects, queryKeys.capacity, queryKeys.registrations);
}

export function useRequestQuotaRaise(subjectId: string) {
  const onSuccess = useRefreshAll();
  return useMutation({
    mutationFn: (body: OperationCall<typeof requestQuotaRaise>['body']) =>
      callApi(requestQuotaRaise, { params: { id: subjectId }, body }),
    onSuccess,
  });
}

export function useAnswerQuotaRaise(raiseId: string) {
  const onSuccess = useRefreshAll();
  return useMutation({
    mutationFn: (body: OperationCall<typeof applyQuotaRaiseEvent>['body']) =>
      callApi(applyQuotaRaiseEvent, { params: { id: raiseId }, body }),
    onSuccess,
  });
}
