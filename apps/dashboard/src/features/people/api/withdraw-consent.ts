/** Records that a person took a consent back. */
import { withdrawConsent } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export function useWithdrawConsent() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      callApi(withdrawConsent, { params: { id }, body: reason ? { reason } : {} }),
    onSuccess: () => refresh(queryClient, queryKeys.people, queryKeys.registrations),
  });
}
