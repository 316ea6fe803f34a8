/** Finds the people who have a number; asked by POST, so that no address holds it, and kept nowhere. */
import { findPeopleByNumber, type OperationCall } from '@daiban/contracts';
import { useMutation } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';

export function useFindByNumber() {
  return useMutation({
    mutationFn: (body: OperationCall<typeof findPeopleByNumber>['body']) => callApi(findPeopleByNumber, { body }),
    gcTime: 0,
  });
}
