/** Sets the agency's own value of a rule, or tries it without writing anything. */
import { overrideRule, type OperationCall } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export type OwnValue = OperationCall<typeof overrideRule>['body'];

/** Which open cases would answer differently. */
export function useTryOverride(id: string) {
  return useMutation({
    mutationFn: (body: OwnValue) => callApi(overrideRule, { params: { id }, query: { dryRun: 'true' }, body }),
  });
}

export function useOverrideRule(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: OwnValue) => callApi(overrideRule, { params: { id }, body }),
    onSuccess: () =>
      refresh(
        queryClient,
        queryKeys.rules,
        queryKeys.registrations,
        queryKeys.subjects,
        queryKeys.people,
        queryKeys.calendarYears,
      ),
  });
}
