/** The links that the visiting contact has made: read, made, switched off. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createOwnBoardroomLink, listOwnPortalLinks, revokeOwnPortalLink } from '@daiban/contracts';
import { callPortal, isOffline } from '../../../lib/call-portal.js';

const KEY = ['own-portal-links'];

export function useOwnLinks() {
  return useQuery({
    queryKey: KEY,
    queryFn: () => callPortal(listOwnPortalLinks, {}),
    retry: (failures, error) => isOffline(error) && failures < 2,
  });
}

export function useCreateBoardroomLink() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (label: string) => callPortal(createOwnBoardroomLink, { body: { label } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

export function useRevokeOwnLink() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => callPortal(revokeOwnPortalLink, { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
