/** Reads the table page by page; the next page starts after the last row seen, so nothing is skipped or shown twice. */
import { listRegistrations } from '@daiban/contracts';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import type { RegistrationSearch } from '../../../lib/registration-search.js';

export const registrationListQuery = (filters: RegistrationSearch) =>
  infiniteQueryOptions({
    queryKey: queryKeys.registrationList(filters),
    queryFn: ({ pageParam, signal }) =>
      callApi(listRegistrations, { query: { ...filters, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
