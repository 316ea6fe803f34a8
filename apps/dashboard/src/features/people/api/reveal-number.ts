/** Shows a person's number in clear, once; the answer is kept nowhere but in the part of the screen that shows it. */
import { revealNumber, type OperationCall } from '@daiban/contracts';
import { useMutation } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';

export function useRevealNumber(personId: string) {
  return useMutation({
    mutationFn: (body: OperationCall<typeof revealNumber>['body']) =>
      callApi(revealNumber, { params: { id: personId }, body }),
    gcTime: 0,
  });
}
