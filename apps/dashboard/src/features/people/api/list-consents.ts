/** Reads what a person agreed to, newest first. */
import { listConsents } from '@daiban/contracts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const consentsQuery = (personId: string) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.people, 'one', personId, 'consents'],
    queryFn: ({ pageParam, signal }) =>
      callApi(listConsents, { params: { id: personId }, query: pageParam ? { cursor: pageParam } : {} }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
