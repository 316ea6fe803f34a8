/** The agency's members, for choosing who else saw something and for showing who looks after a case. */
import { listMembers } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from './call-api.js';
import { queryKeys } from './query-keys.js';

export const membersQuery = queryOptions({
  queryKey: queryKeys.members,
  queryFn: ({ signal }) => callApi(listMembers, {}, { signal }),
  staleTime: 5 * 60_000,
});
