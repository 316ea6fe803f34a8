/** Signs in as one of the demo agency's four members. */
import { demoSignIn } from '@daiban/contracts';
import type { Role } from '@daiban/domain/enumerations';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function useDemoSignIn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (as: Role) => {
      const { apiKey: _notKept, ...session } = await callApi(demoSignIn, { body: { as } });
      return session;
    },
    onSuccess: (session) => {
      queryClient.clear();
      queryClient.setQueryData(queryKeys.session, session);
    },
  });
}
