/** Reads the visitor's page, and again whenever they come back to it: what it says is of now. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { endPortalSession, getPortalHome } from '@daiban/contracts';
import { callPortal, isOffline } from '../../../lib/call-portal.js';

export function usePortalHome() {
  return useQuery({
    queryKey: ['portal-home'],
    // Forgotten as soon as no page shows it.
    gcTime: 0,
    queryFn: () => callPortal(getPortalHome, {}),
    // A lost connection is worth another try; an answer of the API is not.
    retry: (failures, error) => isOffline(error) && failures < 2,
    refetchInterval: 5 * 60_000,
  });
}

/** Ends the visit in this browser. */
export function useLeave(onLeft: () => void) {
  return useMutation({ mutationFn: () => callPortal(endPortalSession, {}), onSuccess: onLeft });
}
