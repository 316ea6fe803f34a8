/** One paper as its bringer sees it: read, sent, a file of it taken back, a colleague asked. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  createItemLink,
  deletePortalDocument,
  getPortalPaper,
  submitPortalPaper,
  type PortalPaper,
} from '@daiban/contracts';
import { callPortal, isOffline } from '../../../lib/call-portal.js';

const CHECKING_MS = 2_000;
const keyOf = (prerequisiteId: string) => ['portal-paper', prerequisiteId];

/** Asks again every two seconds while a file is being checked: that takes no longer than some seconds. */
export function usePortalPaper(prerequisiteId: string) {
  return useQuery({
    queryKey: keyOf(prerequisiteId),
    // Forgotten as soon as no page shows it.
    gcTime: 0,
    queryFn: () => callPortal(getPortalPaper, { params: { id: prerequisiteId } }),
    retry: (failures, error) => isOffline(error) && failures < 2,
    refetchInterval: ({ state }) =>
      state.data?.documents.some((document) => document.state === 'quarantined') ? CHECKING_MS : false,
  });
}

/** Sends the paper; what the API answers is the page's new content. Home shows another next job then. */
export function useSubmitPaper(prerequisiteId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => callPortal(submitPortalPaper, { params: { id: prerequisiteId }, body: {} }),
    onSuccess: (paper: PortalPaper) => {
      queries.setQueryData(keyOf(prerequisiteId), paper);
      return queries.invalidateQueries({ queryKey: ['portal-home'] });
    },
  });
}

export function useRemoveDocument(prerequisiteId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (documentId: string) => callPortal(deletePortalDocument, { params: { id: documentId } }),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(prerequisiteId) }),
  });
}

export function useAskColleague(prerequisiteId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (label: string) => callPortal(createItemLink, { params: { id: prerequisiteId }, body: { label } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(prerequisiteId) }),
  });
}
