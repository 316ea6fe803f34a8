/** Counts the cases of each stage and holder, for the tabs above the table. */
import { getPipeline } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const pipelineQuery = queryOptions({
  queryKey: queryKeys.pipeline,
  queryFn: ({ signal }) => callApi(getPipeline, {}, { signal }),
});
