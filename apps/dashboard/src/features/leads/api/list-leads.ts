/** Reads leads page by page, new ones first; and where strangers ask. */
import { getAgencySettings, listLeads } from '@daiban/contracts';
import type { LeadState } from '@daiban/domain/enumerations';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const leadListQuery = (state: LeadState | undefined) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.leads, 'list', state ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      callApi(
        listLeads,
        { query: { ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const publicAddressQuery = queryOptions({
  queryKey: ['public-address'],
  queryFn: ({ signal }) => callApi(getAgencySettings, {}, { signal }),
  select: ({ advisorUrl }) => advisorUrl,
});
