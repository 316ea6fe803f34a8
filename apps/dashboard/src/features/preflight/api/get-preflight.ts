/** Reads all that can be known of a case, or of one of its orders, before its fee burns. */
import { getPreflight } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const preflightQuery = (id: string, orderId: string | undefined) =>
  queryOptions({
    queryKey: queryKeys.preflight(id, orderId),
    queryFn: ({ signal }) => callApi(getPreflight, { params: { id }, query: orderId ? { orderId } : {} }, { signal }),
  });
