/** Signs in by email and password; the session answers at once, so the first screen need not ask for it. */
import { signIn } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function useSignIn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => callApi(signIn, { body }),
    onSuccess: (session) => {
      // Nothing of who sat here before may be seen.
      queryClient.clear();
      queryClient.setQueryData(queryKeys.session, session);
    },
  });
}
