/** Records that a contact agreed to the irreversible choices as they stand now. */
import { recordSignOff } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export interface SignOffCall {
  contactId: string;
  textVersion: string;
  choices: { choice: string; value: string | null }[];
}

export function useRecordSignOff(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: SignOffCall) => callApi(recordSignOff, { params: { id }, body }),
    onSuccess: () => refresh(queryClient, queryKeys.registrations),
    onError: () => refresh(queryClient, queryKeys.registration(id)),
  });
}
