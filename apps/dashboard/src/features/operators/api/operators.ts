/** The operators of an account: reading who has a seat, giving one, ending one. */
import { bindOperator, listOperators, listPeople, unbindOperator, type OperationCall } from '@daiban/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export const operatorsQuery = (registrationId: string) =>
  queryOptions({
    queryKey: queryKeys.operators(registrationId),
    queryFn: ({ signal }) => callApi(listOperators, { params: { id: registrationId } }, { signal }),
  });

/** People who could take a seat, by name. */
export const peopleQuery = queryOptions({
  queryKey: [...queryKeys.people, 'choose', ''],
  queryFn: ({ signal }) => callApi(listPeople, { query: { limit: 200 } }, { signal }),
});

export function useBindOperator(registrationId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: OperationCall<typeof bindOperator>['body']) =>
      callApi(bindOperator, { params: { id: registrationId }, body }),
    onSuccess: () => refresh(queryClient, queryKeys.registration(registrationId), queryKeys.capacity),
  });
}

export function useUnbindOperator(registrationId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (personId: string) => callApi(unbindOperator, { params: { id: registrationId, personId } }),
    onSuccess: () => refresh(queryClient, queryKeys.registration(registrationId), queryKeys.capacity),
  });
}
