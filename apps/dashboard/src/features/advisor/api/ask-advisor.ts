/** Asks the advisor while the questions are being answered; nothing is kept. */
import { getAdvice, type AdviceQuestion } from '@daiban/contracts';
import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

/** @param question null: too little is answered */
export const liveAdviceQuery = (question: AdviceQuestion | null, locale: string) =>
  queryOptions({
    // The answer comes in words, so each language has its own.
    queryKey: [...queryKeys.advice, 'live', locale, question],
    queryFn: question
      ? ({ signal }) => callApi(getAdvice, { query: { dryRun: 'true' }, body: question }, { signal })
      : skipToken,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
