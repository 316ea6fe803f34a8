/** What the client confirms before submission: read, and confirmed. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getPortalSignOff, SIGN_OFF_BLOCKS, signOffPortal, type PortalSignOff } from '@daiban/contracts';
import { callPortal, isOffline } from '../../../lib/call-portal.js';

const keyOf = (registrationId: string) => ['portal-sign-off', registrationId];

export function usePortalSignOff(registrationId: string) {
  return useQuery({
    queryKey: keyOf(registrationId),
    queryFn: () => callPortal(getPortalSignOff, { params: { id: registrationId } }),
    retry: (failures, error) => isOffline(error) && failures < 2,
  });
}

/** Says yes to what the reader has before them: its text and its choices, not whatever stands there by now. */
export function useSignOffPortal(registrationId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ textVersion, choices }: PortalSignOff) =>
      callPortal(signOffPortal, {
        params: { id: registrationId },
        body: { textVersion, choices, agreed: [...SIGN_OFF_BLOCKS] },
      }),
    onSuccess: (signed) => {
      queries.setQueryData(keyOf(registrationId), signed);
      void queries.invalidateQueries({ queryKey: ['portal-home'] });
    },
    // Something has changed meanwhile: the page shows it as it is now, nothing is ticked.
    onError: () => queries.invalidateQueries({ queryKey: keyOf(registrationId) }),
  });
}

export type SigningOff = ReturnType<typeof useSignOffPortal>;
