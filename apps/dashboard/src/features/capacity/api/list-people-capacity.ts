/** Reads people with the places they take, page by page, by name. */
import { listPeopleCapacity } from '@daiban/contracts';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const peopleCapacityQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.capacity, 'people', q],
    queryFn: ({ pageParam, signal }) =>
      callApi(
        listPeopleCapacity,
        { query: { ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
