/** Lists the clients a new case can be opened for. */
import { listClients } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const clientsQuery = queryOptions({
  queryKey: [...queryKeys.clients, 'choose'],
  queryFn: ({ signal }) => callApi(listClients, { query: { limit: 200 } }, { signal }),
});
