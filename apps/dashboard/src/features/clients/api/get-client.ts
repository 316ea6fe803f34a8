/** Reads one client with its contacts. */
import { getClient } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const clientQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.client(id),
    queryFn: ({ signal }) => callApi(getClient, { params: { id } }, { signal }),
  });
