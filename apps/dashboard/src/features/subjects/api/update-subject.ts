/** Changes what is known of a licence, such as its accounts elsewhere. */
import { updateSubject, type OperationCall } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export function useUpdateSubject(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: OperationCall<typeof updateSubject>['body']) => callApi(updateSubject, { params: { id }, body }),
    onSuccess: () => refresh(queryClient, queryKeys.subjects, queryKeys.capacity, queryKeys.registrations),
  });
}
