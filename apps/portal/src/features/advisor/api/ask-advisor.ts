/** Asks the advisor while the questions are being answered; nothing is kept. */
import { getAdvicePortal, type AdviceQuestion } from '@daiban/contracts';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { callPortal, isOffline } from '../../../lib/call-portal.js';

/** @param question null: too little is answered */
export function useAdvice(question: AdviceQuestion | null, locale: string) {
  return useQuery({
    queryKey: ['portal-advice', locale, question],
    queryFn: question ? () => callPortal(getAdvicePortal, { body: question }) : skipToken,
    placeholderData: keepPreviousData,
    retry: (failures, error) => isOffline(error) && failures < 2,
  });
}
