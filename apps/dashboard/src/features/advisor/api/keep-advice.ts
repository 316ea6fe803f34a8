/** Keeps an answer, so that a case can be opened on it. */
import { getAdvice, type AdviceQuestion } from '@daiban/contracts';
import { useMutation } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';

export function useKeepAdvice() {
  return useMutation({ mutationFn: (question: AdviceQuestion) => callApi(getAdvice, { body: question }) });
}
