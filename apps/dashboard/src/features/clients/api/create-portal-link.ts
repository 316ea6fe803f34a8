/** Makes a contact's way into the portal; the address is shown once. */
import { createPortalLink } from '@daiban/contracts';
import { useMutation } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';

export function useCreatePortalLink() {
  return useMutation({
    mutationFn: (contactId: string) => callApi(createPortalLink, { params: { id: contactId }, body: {} }),
  });
}
