/** Reads one mail as it was sent. */
import { getDelivery } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const deliveryQuery = (id: string) =>
  queryOptions({
    queryKey: [...queryKeys.deliveries, 'one', id],
    queryFn: ({ signal }) => callApi(getDelivery, { params: { id } }, { signal }),
  });
