/** An answer of the advisor as it was given. Read by its own page and by the case that came of it. */
import { getKeptAdvice } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from './call-api.js';
import { queryKeys } from './query-keys.js';

export const keptAdviceQuery = (id: string, locale: string) =>
  queryOptions({
    queryKey: [...queryKeys.advice, 'kept', locale, id],
    queryFn: ({ signal }) => callApi(getKeptAdvice, { params: { id } }, { signal }),
    // What was answered never changes.
    staleTime: Infinity,
  });
