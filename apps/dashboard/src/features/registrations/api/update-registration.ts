/** Changes a case's own fields; what is sealed is refused with the event that could help. */
import { updateRegistration, type OperationCall } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export type RegistrationChange = OperationCall<typeof updateRegistration>['body'];

export function useUpdateRegistration(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: RegistrationChange) => callApi(updateRegistration, { params: { id }, body }),
    onSuccess: () => refresh(queryClient, queryKeys.registrations),
    onError: () => refresh(queryClient, queryKeys.registration(id)),
  });
}
