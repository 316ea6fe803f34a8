/** Erases a client for good; afterwards nothing that was read before is right any more. */
import { eraseClient, type OperationCall } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';

export function useEraseClient(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: OperationCall<typeof eraseClient>['body']) => callApi(eraseClient, { params: { id }, body }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
