/** Reads the administrator's page, and again every half minute: its clocks and its countdown are those of the answer. */
import { getAdminPage } from '@daiban/contracts';
import { useQuery } from '@tanstack/react-query';
import { callPortal, isOffline } from '../../../lib/call-portal.js';

export const ADMIN_PAGE_KEY = ['portal-admin'] as const;

export function useAdminPage() {
  return useQuery({
    queryKey: ADMIN_PAGE_KEY,
    // Forgotten as soon as no page shows it.
    gcTime: 0,
    queryFn: () => callPortal(getAdminPage, {}),
    retry: (failures, error) => isOffline(error) && failures < 2,
    refetchInterval: 30_000,
  });
}
