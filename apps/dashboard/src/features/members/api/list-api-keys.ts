/** Reads the agency's API keys, revoked ones too; never a key itself. */
import { listApiKeys } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';

export const API_KEYS = ['api-keys'] as const;

export const apiKeysQuery = queryOptions({
  queryKey: API_KEYS,
  queryFn: ({ signal }) => callApi(listApiKeys, {}, { signal }),
});
