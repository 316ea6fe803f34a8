/** Reads a case with what can be done next and why anything else cannot. */
import { getRegistration } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const registrationQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.registration(id),
    queryFn: ({ signal }) => callApi(getRegistration, { params: { id } }, { signal }),
  });
