/** What the visitor has asked about their own data: read, and asked anew. */
import { createDataRequest, listMyDataRequests } from '@daiban/contracts';
import type { DataRequestKind } from '@daiban/domain/enumerations';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callPortal, isOffline } from '../../../lib/call-portal.js';

const KEY = ['my-data-requests'];

export function useMyDataRequests() {
  return useQuery({
    queryKey: KEY,
    queryFn: () => callPortal(listMyDataRequests, {}),
    retry: (failures, error) => isOffline(error) && failures < 2,
  });
}

export function useCreateDataRequest() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { kind: DataRequestKind; message: string }) => callPortal(createDataRequest, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
