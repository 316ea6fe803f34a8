/** Finds people who could be a case's admin, by name. */
import { listPeople } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const peopleQuery = (q: string) =>
  queryOptions({
    queryKey: [...queryKeys.people, 'choose', q],
    queryFn: ({ signal }) => callApi(listPeople, { query: { limit: 200, ...(q ? { q } : {}) } }, { signal }),
  });
