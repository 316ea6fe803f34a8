/** Lists a case's verification orders, newest first. */
import { listOrders } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const ordersQuery = (registrationId: string) =>
  queryOptions({
    queryKey: queryKeys.orders(registrationId),
    queryFn: ({ signal }) => callApi(listOrders, { params: { id: registrationId }, query: { limit: 200 } }, { signal }),
  });
