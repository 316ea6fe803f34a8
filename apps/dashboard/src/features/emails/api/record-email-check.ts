/** Records what somebody found out about an address of the pool. */
import { recordEmailCheck, type OperationCall } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export type EmailCheckCall = OperationCall<typeof recordEmailCheck>['body'] & { readonly emailId: string };

export function useRecordEmailCheck() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ emailId, ...body }: EmailCheckCall) => callApi(recordEmailCheck, { params: { id: emailId }, body }),
    onSuccess: () => refresh(queryClient, queryKeys.emails, queryKeys.registrations),
  });
}
