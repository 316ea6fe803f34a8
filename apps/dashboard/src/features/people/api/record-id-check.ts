/** Records that we compared a person's ID number with the paper. */
import { recordIdCheck } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export function useRecordIdCheck(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (expectedVersion: number) => callApi(recordIdCheck, { params: { id }, body: { expectedVersion } }),
    onSuccess: () => refresh(queryClient, queryKeys.people, queryKeys.registrations),
    onError: () => refresh(queryClient, [...queryKeys.people, 'one', id]),
  });
}
