/** Reads the mails page by page, newest first. */
import { listDeliveries } from '@daiban/contracts';
import type { DeliveryState } from '@daiban/domain/enumerations';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

/** A mail that waits is sent within a minute: the list follows by itself. */
const FOLLOW = 15_000;

export const deliveryListQuery = (state: DeliveryState | undefined) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.deliveries, 'list', state ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      callApi(
        listDeliveries,
        { query: { ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: FOLLOW,
  });
