/** Reads a text of the agency: of the one that the address names, else of the one whose page the visitor is on. */
import { getPortalText, getPublicText } from '@daiban/contracts';
import type { AgencyTextKind } from '@daiban/domain/enumerations';
import { useQuery } from '@tanstack/react-query';
import { callPortal, isOffline } from '../../../lib/call-portal.js';

/** @param slug null: the address names no agency */
export function useAgencyText(kind: AgencyTextKind, slug: string | null) {
  return useQuery({
    queryKey: ['agency-text', kind, slug],
    queryFn: () =>
      slug === null
        ? callPortal(getPortalText, { params: { kind } })
        : callPortal(getPublicText, { params: { slug, kind } }),
    staleTime: 5 * 60_000,
    retry: (failures, error) => isOffline(error) && failures < 2,
  });
}
