/** Lists the papers and facts a case needs, its order's too. */
import { listPrerequisites } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const prerequisitesQuery = (registrationId: string) =>
  queryOptions({
    queryKey: queryKeys.prerequisites(registrationId),
    queryFn: ({ signal }) =>
      callApi(listPrerequisites, { params: { id: registrationId }, query: { limit: 200 } }, { signal }),
  });
