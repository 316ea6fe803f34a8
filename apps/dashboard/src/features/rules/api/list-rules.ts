/** Reads the rulebook of a day, searched and filtered by the server. */
import { listRules } from '@daiban/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import type { RuleSearch } from '../rule-search.js';

export const rulesQuery = ({ q, noun, kind, own, asOf }: RuleSearch) =>
  queryOptions({
    queryKey: queryKeys.ruleList({ q, noun, kind, own, asOf }),
    queryFn: ({ signal }) =>
      callApi(
        listRules,
        {
          query: {
            ...(q && { q }),
            ...(noun && { noun }),
            ...(kind && { kind }),
            ...(own && { own: 'true' }),
            ...(asOf && { asOf }),
          },
        },
        { signal },
      ),
    // While a word is being typed the rules stay where they are.
    placeholderData: keepPreviousData,
  });
