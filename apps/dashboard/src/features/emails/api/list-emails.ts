/** Reads the address pool page by page, by address. */
import { listEmails } from '@daiban/contracts';
import type { EmailState } from '@daiban/domain/enumerations';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const emailListQuery = (state: EmailState | undefined, q: string) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.emails, 'list', state ?? 'all', q],
    queryFn: ({ pageParam, signal }) =>
      callApi(
        listEmails,
        { query: { ...(state ? { state } : {}), ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
