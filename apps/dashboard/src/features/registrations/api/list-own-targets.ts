/** The agency's own live accounts that another one could move into, as choices of a form. */
import { listRegistrations } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

/** As many as a list of choices may hold. */
const MOST = 200;

/** @param from the case that moves: no target of itself */
export const ownTargetsQuery = (from: string) =>
  queryOptions({
    queryKey: [...queryKeys.registrationList({ state: 'live' }), 'targets', from],
    queryFn: async ({ signal }) => {
      const { items } = await callApi(listRegistrations, { query: { state: 'live', limit: MOST } }, { signal });
      return items
        .filter(({ id, accountType }) => id !== from && (accountType === 'service' || accountType === 'subscription'))
        .map(({ id, proposedName, client }) => ({ value: id, label: `${proposedName} · ${client.name}` }));
    },
  });
