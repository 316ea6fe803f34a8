/** Records that the admin person agreed to one purpose for this case. */
import { recordConsent } from '@daiban/contracts';
import type { ConsentPurpose } from '@daiban/domain/enumerations';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export function useRecordConsent() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({
      personId,
      ...body
    }: {
      personId: string;
      registrationId: string;
      purpose: ConsentPurpose;
      textVersion: string;
    }) => callApi(recordConsent, { params: { id: personId }, body }),
    onSuccess: () => refresh(queryClient, queryKeys.registrations, queryKeys.people),
  });
}
