/** The messages about a case: read page by page, written, marked as read. */
import { createMessage, listMessages, markMessagesRead } from '@daiban/contracts';
import type { MessageAudience } from '@daiban/domain/enumerations';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

const PAGE = 10;
/** The client may write while the case is open. */
const LOOK_AGAIN_MS = 60_000;

/** Whose messages, and about which account. */
export interface ThreadPlace {
  readonly clientId: string;
  readonly registrationId: string;
}

export const messagesQuery = ({ clientId, registrationId }: ThreadPlace, audience: MessageAudience) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.messages(clientId), registrationId, audience],
    queryFn: ({ pageParam }) =>
      callApi(listMessages, {
        params: { id: clientId },
        query: { registrationId, audience, limit: PAGE, ...(pageParam && { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: LOOK_AGAIN_MS,
  });

export function useCreateMessage({ clientId, registrationId }: ThreadPlace, audience: MessageAudience) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: string) =>
      callApi(createMessage, { params: { id: clientId }, body: { registrationId, audience, body } }),
    // What the client reads moves the promise, and with it the case. Whoever wrote does not wait for the page to be read anew.
    onSuccess: () => {
      const moved = audience === 'client' ? [queryKeys.registration(registrationId)] : [];
      void refresh(queryClient, queryKeys.messages(clientId), ...moved);
    },
  });
}

export function useMarkMessagesRead({ clientId, registrationId }: ThreadPlace) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (upToId: string) =>
      callApi(markMessagesRead, { params: { id: clientId }, body: { upToId, registrationId } }),
    // What is new stays marked as new for whoever is reading it; the lists count anew.
    onSuccess: () => refresh(queryClient, queryKeys.unreadMessages),
  });
}
