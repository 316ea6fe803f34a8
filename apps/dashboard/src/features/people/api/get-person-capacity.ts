/** Reads the accounts that a person administers or operates. */
import { getPersonCapacity } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const personCapacityQuery = (id: string) =>
  queryOptions({
    queryKey: [...queryKeys.capacity, 'person', id],
    queryFn: ({ signal }) => callApi(getPersonCapacity, { params: { id } }, { signal }),
  });
