/** Reads the texts that visitors read, and puts one of the agency's own in place of the one before. */
import { listAgencyTexts, setAgencyText, type OperationCall } from '@daiban/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export const agencyTextsQuery = queryOptions({
  queryKey: [...queryKeys.agency, 'texts'],
  queryFn: ({ signal }) => callApi(listAgencyTexts, {}, { signal }),
});

export function useSetAgencyText() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: OperationCall<typeof setAgencyText>['body']) => callApi(setAgencyText, { body }),
    onSuccess: () => refresh(queryClient, queryKeys.agency),
  });
}
