/** Who is signed in, what they may do, and what day it is for the business. Every screen below the shell may ask. */
import { getSession, type Session, type StaffPermission } from '@daiban/contracts';
import { dateIn } from '@daiban/i18n';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { callApi } from './call-api.js';
import { queryKeys } from './query-keys.js';

const MINUTE = 60_000;

export const sessionQuery = queryOptions({
  queryKey: queryKeys.session,
  queryFn: ({ signal }) => callApi(getSession, {}, { signal }),
  // The business clock comes with it: "today" must turn while a screen stays open.
  staleTime: MINUTE,
  refetchInterval: MINUTE,
});

/** The session; the shell has loaded it before any screen asks. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

/** Whether the signed-in member may do this. The API decides; screens only say beforehand who can. */
export function useMay(permission: StaffPermission): boolean {
  return useSession().permissions.includes(permission);
}

export interface BusinessTime {
  /** Now on the business clock, ISO 8601 UTC. */
  now: string;
  /** Today in Beijing's calendar, `YYYY-MM-DD`. */
  today: string;
}

export function useBusinessTime(): BusinessTime {
  const { businessNow } = useSession();
  return { now: businessNow, today: dateIn(businessNow, 'Asia/Shanghai') };
}
