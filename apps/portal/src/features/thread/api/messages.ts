/** The visitor's messages: read page by page, written, marked as read. */
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { createPortalMessage, listPortalMessages, markPortalMessagesRead } from '@daiban/contracts';
import { callPortal, isOffline } from '../../../lib/call-portal.js';

const KEY = 'portal-messages';
/** Somebody may answer while the page is open. */
const LOOK_AGAIN_MS = 60_000;

/** @param registrationId null: all of the client's */
export function usePortalMessages(registrationId: string | null, limit: number) {
  return useInfiniteQuery({
    queryKey: [KEY, registrationId, limit],
    queryFn: ({ pageParam }) =>
      callPortal(listPortalMessages, {
        query: { limit, ...(registrationId && { registrationId }), ...(pageParam && { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    retry: (failures, error) => isOffline(error) && failures < 2,
    refetchInterval: LOOK_AGAIN_MS,
  });
}

export function useWritePortalMessage(registrationId: string | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: string) =>
      callPortal(createPortalMessage, { body: { body, ...(registrationId && { registrationId }) } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  });
}

export function useMarkPortalMessagesRead(registrationId: string | null) {
  return useMutation({
    // What is new stays marked as new for whoever is reading it, until the messages are asked for again.
    mutationFn: (upToId: string) =>
      callPortal(markPortalMessagesRead, { body: { upToId, ...(registrationId && { registrationId }) } }),
  });
}
