/** Makes a contact's way into the portal; the address is shown once. */
import { createPortalLink } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function useCreatePortalLink() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (contactId: string) => callApi(createPortalLink, { params: { id: contactId }, body: {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.clients }),
  });
}
