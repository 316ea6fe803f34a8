/** Changes a client and its contacts; refused when somebody else changed it since it was read. */
import { updateClient, type OperationCall } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export type ClientChange = OperationCall<typeof updateClient>['body'];

export function useUpdateClient(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: ClientChange) => callApi(updateClient, { params: { id }, body }),
    onSuccess: () => refresh(queryClient, queryKeys.clients, queryKeys.registrations),
    // What is stored now is half of the choice that a conflict asks for.
    onError: () => refresh(queryClient, queryKeys.client(id)),
  });
}
