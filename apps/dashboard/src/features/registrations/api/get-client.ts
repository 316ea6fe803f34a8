/** Reads a case's client with its contacts: who may sign off, who gets a portal link. */
import { getClient } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const clientQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.client(id),
    queryFn: ({ signal }) => callApi(getClient, { params: { id } }, { signal }),
  });
