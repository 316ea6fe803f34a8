/** Opens the visit that a mailed link stands for. A link serves again until it is revoked or runs out. */
import { useMutation } from '@tanstack/react-query';
import { ProblemError, redeemPortalLink } from '@daiban/contracts';
import { callPortal } from '../../../lib/call-portal.js';

export function useRedeemPortalLink() {
  return useMutation({
    mutationFn: (token: string) => callPortal(redeemPortalLink, { body: { token } }),
  });
}

/** The link itself is at fault (revoked, run out, mistyped), not the way to us. */
export function isLinkUnusable(error: unknown): boolean {
  return (
    error instanceof ProblemError &&
    error.problem.status >= 400 &&
    error.problem.status < 500 &&
    error.problem.status !== 429
  );
}
