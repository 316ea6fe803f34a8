/** Asks which day is some working days away. */
import { getWorkingDay } from '@daiban/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const workingDayQuery = (from: string, days: number) =>
  queryOptions({
    queryKey: [...queryKeys.calendarYears, 'day', from, days],
    queryFn: ({ signal }) => callApi(getWorkingDay, { query: { from, days } }, { signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
