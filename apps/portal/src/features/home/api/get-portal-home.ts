/** Reads the visitor's page, and again whenever they come back to it: what it says is of now. */
import { useQuery } from '@tanstack/react-query';
import { getPortalHome } from '@daiban/contracts';
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
