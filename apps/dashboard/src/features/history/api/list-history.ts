/** Reads what happened in a case, newest first, page by page. */
import { listHistory } from '@daiban/contracts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const historyQuery = (registrationId: string) =>
  infiniteQueryOptions({
    queryKey: queryKeys.history(registrationId),
    queryFn: ({ pageParam, signal }) =>
      callApi(
        listHistory,
        { params: { id: registrationId }, query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
