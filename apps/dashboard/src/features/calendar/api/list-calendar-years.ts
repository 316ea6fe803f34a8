/** Reads the announced years, and which one is missing. */
import { listCalendarYears } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const calendarYearsQuery = queryOptions({
  queryKey: queryKeys.calendarYears,
  queryFn: ({ signal }) => callApi(listCalendarYears, {}, { signal }),
  staleTime: 10 * 60_000,
});
