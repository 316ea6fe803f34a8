/** What clients wrote and nobody of the agency has read, by account: for the lists that show cases. */
import { listUnreadMessages } from '@daiban/contracts';
import { useQuery } from '@tanstack/react-query';
import { callApi } from './call-api.js';
import { queryKeys } from './query-keys.js';

const LOOK_AGAIN_MS = 60_000;

/** Unread messages by registration; empty while it is not known. */
export function useUnreadMessages(): ReadonlyMap<string, number> {
  const unread = useQuery({
    queryKey: queryKeys.unreadMessages,
    queryFn: () => callApi(listUnreadMessages, {}),
    refetchInterval: LOOK_AGAIN_MS,
  });
  return new Map(
    unread.data?.items.flatMap(({ registrationId, count }) =>
      registrationId ? [[registrationId, count] as const] : [],
    ),
  );
}
