/** Makes the first agency and its owner, and signs the owner in. */
import { setUpInstallation, type OperationCall } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function useSetUpInstallation() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: OperationCall<typeof setUpInstallation>['body']) => callApi(setUpInstallation, { body }),
    onSuccess: (session) => {
      queryClient.clear();
      queryClient.setQueryData(queryKeys.session, session);
    },
  });
}
