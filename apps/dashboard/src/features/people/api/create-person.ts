/** Adds a person; a number that cannot be right is refused with what is wrong with it. */
import { createPerson, type OperationCall } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export type NewPerson = OperationCall<typeof createPerson>['body'];

export function useCreatePerson() {
  const queryClient = useQueryClient();
  return useMutation({
    /** @param call `attempt` stays the same until an answer came, so that a lost answer never makes a second person */
    mutationFn: ({ body, attempt }: { body: NewPerson; attempt: string }) =>
      callApi(createPerson, { body }, { idempotencyKey: attempt }),
    onSuccess: () => refresh(queryClient, queryKeys.people),
  });
}
