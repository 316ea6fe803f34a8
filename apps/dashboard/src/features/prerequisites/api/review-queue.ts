/** The cases whose papers wait to be looked over, page by page. */
import { listReviewQueue } from '@daiban/contracts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const reviewQueueQuery = infiniteQueryOptions({
  queryKey: queryKeys.reviewQueue,
  queryFn: ({ pageParam, signal }) =>
    callApi(listReviewQueue, { query: { limit: 50, ...(pageParam && { cursor: pageParam }) } }, { signal }),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor,
});
