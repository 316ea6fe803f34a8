/** Reads people page by page, by name. */
import { listPeople } from '@daiban/contracts';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const peopleListQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.people, 'list', q],
    queryFn: ({ pageParam, signal }) =>
      callApi(listPeople, { query: { ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
