/** Reads one person with masked numbers and the counters of the accounts that stand on them. */
import { getPerson } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: [...queryKeys.people, 'one', id],
    queryFn: ({ signal }) => callApi(getPerson, { params: { id } }, { signal }),
  });
