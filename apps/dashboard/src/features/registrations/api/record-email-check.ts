/** Records what a person found out about an address: does anything of WeChat use it already. */
import { recordEmailCheck } from '@daiban/contracts';
import type { EmailCheckResult, EvidenceRank } from '@daiban/domain/enumerations';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export interface EmailCheckCall {
  emailId: string;
  result: EmailCheckResult;
  evidence: { rank: EvidenceRank; note?: string };
}

export function useRecordEmailCheck() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ emailId, ...body }: EmailCheckCall) => callApi(recordEmailCheck, { params: { id: emailId }, body }),
    onSuccess: () => refresh(queryClient, queryKeys.registrations, queryKeys.emails),
  });
}
