/** One lead, read and moved on: by the list of leads, and by the form of the client that a lead becomes. */
import { getLead, updateLead, type Lead } from '@daiban/contracts';
import type { LeadState } from '@daiban/domain/enumerations';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from './call-api.js';
import { queryKeys } from './query-keys.js';
import { refresh } from './refresh.js';

export const leadQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.lead(id),
    queryFn: ({ signal }) => callApi(getLead, { params: { id } }, { signal }),
  });

export function useMoveLead() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ lead, state }: { lead: Pick<Lead, 'id' | 'version'>; state: LeadState }) =>
      callApi(updateLead, { params: { id: lead.id }, body: { expectedVersion: lead.version, state } }),
    // After a refusal, too, the list is shown as it stands now.
    onSettled: () => refresh(queryClient, queryKeys.leads),
  });
}
