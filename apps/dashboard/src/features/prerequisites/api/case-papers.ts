/** Everything a reviewer needs of a case: its papers with their files, and the sitting that goes on. */
import { listCasePapers } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

const INSPECTION_PAUSE_MS = 3_000;

export const casePapersQuery = (registrationId: string) =>
  queryOptions({
    queryKey: queryKeys.casePapers(registrationId),
    queryFn: ({ signal }) => callApi(listCasePapers, { params: { id: registrationId } }, { signal }),
    // A file under inspection becomes visible by itself.
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ documents }) => documents.some((document) => document.state === 'quarantined'))
        ? INSPECTION_PAUSE_MS
        : false,
  });
