/** The code by mail: asked for by address, opens a visit once; and whose link it was that does not work any more. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { findLinkOrigin, redeemPortalCode, requestPortalCode } from '@daiban/contracts';
import { callPortal } from '../../../lib/call-portal.js';

/** @param token of the link that has ended; then only its client's contacts are meant */
export function useRequestPortalCode(token: string | null) {
  return useMutation({
    mutationFn: (email: string) => callPortal(requestPortalCode, { body: { email, ...(token ? { token } : {}) } }),
  });
}

export function useRedeemPortalCode() {
  return useMutation({
    mutationFn: (given: { readonly email: string; readonly code: string }) =>
      callPortal(redeemPortalCode, { body: given }),
  });
}

/** Whom the holder of an ended link asks. */
export function useLinkOrigin(token: string) {
  return useQuery({
    // The token itself stays out of the cache's keys: a page shows one at a time.
    queryKey: ['portal-link-origin'],
    queryFn: () => callPortal(findLinkOrigin, { body: { token } }),
    gcTime: 0,
    retry: false,
  });
}
