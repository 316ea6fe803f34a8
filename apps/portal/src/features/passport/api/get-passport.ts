/** Reads the passport of one of the visitor's accounts. */
import { getPortalPassport, getPortalPassportPdf } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { useQuery } from '@tanstack/react-query';
import { callPortal, isOffline } from '../../../lib/call-portal.js';

export function usePassport(id: string) {
  return useQuery({
    queryKey: ['portal-passport', id],
    queryFn: () => callPortal(getPortalPassport, { params: { id } }),
    retry: (failures, error) => isOffline(error) && failures < 2,
  });
}

/** Where the document is downloaded from. */
export function passportPdfAddress(id: string, locale: Locale): string {
  return `${getPortalPassportPdf.fullPath.replace('{id}', id)}?locale=${locale}`;
}
