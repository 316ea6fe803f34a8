/** Reads the visitor's page, and again whenever they come back to it: what it says is of now. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { endPortalSession, getPortalHome } from '@daiban/contracts';
import { callPortal, isOffline } from '../../../lib/call-portal.js';

const KEY = ['portal-home'] as const;

export function usePortalHome() {
  return useQuery({
    queryKey: KEY,
    queryFn: () => callPortal(getPortalHome, {}),
    // A lost connection is worth another try; an answer of the API is not.
    retry: (failures, error) => isOffline(error) && failures < 2,
    refetchInterval: 5 * 60_000,
  });
}

/** Ends the visit and forgets what this browser has read. */
export function useLeave(onLeft: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => callPortal(endPortalSession, {}),
    onSuccess: () => {
      onLeft();
      client.removeQueries({ queryKey: KEY });
    },
  });
}
