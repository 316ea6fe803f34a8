/** A client's ways into the portal: read, made for a board, switched off. */
import { createBoardroomLink, listPortalLinks, revokePortalLink } from '@daiban/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const portalLinksQuery = (clientId: string) =>
  queryOptions({
    queryKey: queryKeys.portalLinks(clientId),
    queryFn: ({ signal }) => callApi(listPortalLinks, { params: { id: clientId } }, { signal }),
  });

export function useCreateBoardroomLink(clientId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (label: string) => callApi(createBoardroomLink, { params: { id: clientId }, body: { label } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.portalLinks(clientId) }),
  });
}

export function useRevokePortalLink(clientId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => callApi(revokePortalLink, { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.portalLinks(clientId) }),
  });
}
