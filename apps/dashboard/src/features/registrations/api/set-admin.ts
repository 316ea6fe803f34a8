/** Names the admin person of a case; the answer tells the risks of this choice at once. */
import { setAdmin } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export function useSetAdmin(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { personId: string; isLegalRepresentative: boolean; expectedVersion: number }) =>
      callApi(setAdmin, { params: { id }, body }),
    onSuccess: () => refresh(queryClient, queryKeys.registrations),
    onError: () => refresh(queryClient, queryKeys.registration(id)),
  });
}
