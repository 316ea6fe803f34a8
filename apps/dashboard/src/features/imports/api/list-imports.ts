/** Reads the imports so far, newest first. */
import { listImports } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const importsQuery = queryOptions({
  queryKey: [...queryKeys.imports, 'list'],
  queryFn: ({ signal }) => callApi(listImports, {}, { signal }),
});
