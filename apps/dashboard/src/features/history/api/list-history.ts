/** Reads what happened to a record, newest first, page by page. */
import { listClientHistory, listHistory, listPersonHistory } from '@daiban/contracts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

const OPERATIONS = { registration: listHistory, person: listPersonHistory, client: listClientHistory } as const;

/** Whose history it is. */
export interface HistoryOf {
  record: keyof typeof OPERATIONS;
  id: string;
}

export const historyQuery = ({ record, id }: HistoryOf) =>
  infiniteQueryOptions({
    queryKey: queryKeys.history(id),
    queryFn: ({ pageParam, signal }) =>
      callApi(
        OPERATIONS[record],
        { params: { id }, query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
