/** What staff do with a paper's files besides looking: take one back, send the paper to be looked over, use earlier ones again. */
import { deleteDocument, reuseDocuments, submitPrerequisite } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export function useFileChanges(registrationId: string, prerequisiteId: string) {
  const queryClient = useQueryClient();
  const onSuccess = () => refresh(queryClient, queryKeys.registration(registrationId));
  const params = { id: prerequisiteId };
  return {
    remove: useMutation({ mutationFn: (id: string) => callApi(deleteDocument, { params: { id } }), onSuccess }),
    submit: useMutation({ mutationFn: () => callApi(submitPrerequisite, { params, body: {} }), onSuccess }),
    reuse: useMutation({
      mutationFn: (documentIds: string[]) => callApi(reuseDocuments, { params, body: { documentIds } }),
      onSuccess,
    }),
  };
}
