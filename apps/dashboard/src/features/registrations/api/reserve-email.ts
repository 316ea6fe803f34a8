/** Keeps an address for a case; one that is taken is refused with by whom, when that is ours to say. */
import { reserveEmail } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export function useReserveEmail(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { email: string; holder: 'agency' | 'client' }) =>
      callApi(reserveEmail, { params: { id }, body }),
    onSuccess: () => refresh(queryClient, queryKeys.registrations, queryKeys.emails),
  });
}
