/** Reads the sheet from which WeChat's form is filled. */
import { getFillSheet } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const fillSheetQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.fillSheet(id),
    queryFn: ({ signal }) => callApi(getFillSheet, { params: { id } }, { signal }),
  });
