/** Reads licences with their places, page by page; the first page tells where much hangs on little. */
import { getCapacity, type OperationCall } from '@daiban/contracts';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

/** Which licences; empty: all of them. */
export type CapacityFilters = Pick<NonNullable<OperationCall<typeof getCapacity>['query']>, 'q' | 'show' | 'licenceOf'>;

export const capacityQuery = (filters: CapacityFilters) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.capacity, 'licences', filters],
    queryFn: ({ pageParam, signal }) =>
      callApi(getCapacity, { query: { ...filters, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
