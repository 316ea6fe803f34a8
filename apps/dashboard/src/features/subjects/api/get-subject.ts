/** Reads one licence, and who holds its places. */
import { getSubject, getSubjectCapacity } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const subjectQuery = (id: string) =>
  queryOptions({
    queryKey: [...queryKeys.subjects, 'one', id],
    queryFn: ({ signal }) => callApi(getSubject, { params: { id } }, { signal }),
  });

export const subjectCapacityQuery = (id: string) =>
  queryOptions({
    queryKey: [...queryKeys.capacity, 'licence', id],
    queryFn: ({ signal }) => callApi(getSubjectCapacity, { params: { id } }, { signal }),
  });
