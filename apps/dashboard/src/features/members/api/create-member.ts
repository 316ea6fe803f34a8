/** Adds a colleague; the first password comes back this one time. */
import { createMember, type OperationCall } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export function useCreateMember() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: OperationCall<typeof createMember>['body']) => callApi(createMember, { body }),
    onSuccess: () => refresh(queryClient, queryKeys.members),
  });
}
