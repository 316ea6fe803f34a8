/** Reads and changes how the agency shows itself. */
import { getAgencySettings, updateAgency, type OperationCall } from '@daiban/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export const agencySettingsQuery = queryOptions({
  queryKey: [...queryKeys.agency, 'settings'],
  queryFn: ({ signal }) => callApi(getAgencySettings, {}, { signal }),
});

export function useUpdateAgency() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: OperationCall<typeof updateAgency>['body']) => callApi(updateAgency, { body }),
    // Its name stands in the frame of every screen, and in the texts that are ours.
    onSuccess: () => refresh(queryClient, queryKeys.agency, queryKeys.session),
    // What is stored now is half of the choice that a conflict asks for.
    onError: () => refresh(queryClient, queryKeys.agency),
  });
}
