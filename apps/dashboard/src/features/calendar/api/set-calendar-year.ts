/** Loads a year for the agency, or with `dryRun` says what that would move. */
import { setCalendarYear } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export interface CalendarYearCall {
  year: number;
  dryRun: boolean;
  daysOff: readonly string[];
  makeUpDays: readonly string[];
  source: string;
  expectedVersion: number;
}

export function useSetCalendarYear() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ year, dryRun, daysOff, makeUpDays, ...body }: CalendarYearCall) =>
      callApi(setCalendarYear, {
        params: { year },
        query: { dryRun: dryRun ? 'true' : 'false' },
        body: { ...body, daysOff: [...daysOff], makeUpDays: [...makeUpDays] },
      }),
    onSuccess: (_, { dryRun }) =>
      dryRun ? undefined : refresh(queryClient, queryKeys.calendarYears, queryKeys.registrations),
  });
}
