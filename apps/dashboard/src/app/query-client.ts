/** The one store of server answers, and what happens when a session ends while a screen is open. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from '@daiban/contracts';
import { isSignedOut } from '../lib/describe-problem.js';
import { queryKeys } from '../lib/query-keys.js';

/** @param onSignedOut called when any call but the first look at the session answers 401 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown): void => {
    if (isSignedOut(error)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.queryKey[0] !== queryKeys.session[0] || query.state.data !== undefined) watch(error);
      },
    }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // What the API said will not change by asking again; what never arrived may.
        retry: (failures, error) => !(error instanceof ProblemError && error.problem.status < 500) && failures < 2,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
