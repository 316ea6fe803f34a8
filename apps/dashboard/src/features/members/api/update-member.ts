/** Changes a colleague's role, or switches their sign-in off or on. */
import { updateMember, type OperationCall } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export function useUpdateMember(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: OperationCall<typeof updateMember>['body']) => callApi(updateMember, { params: { id }, body }),
    onSuccess: () => refresh(queryClient, queryKeys.members, queryKeys.session),
    onError: () => refresh(queryClient, queryKeys.members),
  });
}
