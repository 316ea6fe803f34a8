/** Changes a person; a changed ID number has to be compared with the paper again. */
import { updatePerson, type OperationCall } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export type PersonChange = OperationCall<typeof updatePerson>['body'];

export function useUpdatePerson(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: PersonChange) => callApi(updatePerson, { params: { id }, body }),
    onSuccess: () => refresh(queryClient, queryKeys.people, queryKeys.registrations),
    // What is stored now is half of the choice that a conflict asks for.
    onError: () => refresh(queryClient, [...queryKeys.people, 'one', id]),
  });
}
