/** What is touched when a person leaves or a licence is blocked; asked for when somebody opens the question. */
import { getCapacityWhatIf } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from './call-api.js';
import { queryKeys } from './query-keys.js';

/** One person or one licence that would be gone. */
export type Gone = { personLeaves: string } | { subjectBlocked: string };

export const whatIfQuery = (gone: Gone) =>
  queryOptions({
    queryKey: [...queryKeys.capacity, 'what_if', gone],
    queryFn: ({ signal }) => callApi(getCapacityWhatIf, { query: gone }, { signal }),
  });
