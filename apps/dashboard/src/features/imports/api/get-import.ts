/** Reads an import, again and again while it runs. */
import { getImport } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

const FOLLOW = 1_000;

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: [...queryKeys.imports, 'one', id],
    queryFn: ({ signal }) => callApi(getImport, { params: { id } }, { signal }),
    refetchInterval: ({ state: { data } }) => (data && isRunning(data.status) ? FOLLOW : false),
  });

/** Whether rows may still change. */
export function isRunning(status: 'waiting' | 'running' | 'done' | 'failed'): boolean {
  return status === 'waiting' || status === 'running';
}
