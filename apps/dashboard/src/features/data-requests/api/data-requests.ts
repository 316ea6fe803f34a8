/** Reads requests about one's own data page by page, and answers one. */
import { closeDataRequest, listDataRequests, type OperationCall } from '@daiban/contracts';
import type { DataRequestState } from '@daiban/domain/enumerations';
import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export const dataRequestListQuery = (state: DataRequestState | undefined) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.dataRequests, state ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      callApi(
        listDataRequests,
        { query: { ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export function useCloseDataRequest(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: OperationCall<typeof closeDataRequest>['body']) =>
      callApi(closeDataRequest, { params: { id }, body }),
    onSettled: () => refresh(queryClient, queryKeys.dataRequests),
  });
}
