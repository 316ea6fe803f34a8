/** Reads the clients page by page, by name. */
import { listClients } from '@daiban/contracts';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const clientListQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.clients, 'list', q],
    queryFn: ({ pageParam, signal }) =>
      callApi(listClients, { query: { ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
