/** The one mail that ends a sitting, in both languages, as its readers will get it; with a decision that is not made yet, if one is given. */
import { getReviewMessage, type OperationCall } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export type ReviewDraft = NonNullable<OperationCall<typeof getReviewMessage>['body']>['draft'];

export const reviewMessageQuery = (registrationId: string, draft?: ReviewDraft) =>
  queryOptions({
    queryKey: [...queryKeys.casePapers(registrationId), 'message', draft ?? null],
    queryFn: ({ signal }) =>
      callApi(getReviewMessage, { params: { id: registrationId }, body: draft ? { draft } : {} }, { signal }),
  });
