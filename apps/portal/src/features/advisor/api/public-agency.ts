/** An agency's public page: whose it is, its advisor, its rules, and leaving one's address. */
import {
  askPublicAdvisor,
  createLead,
  getPublicAgency,
  getPublicRule,
  type AdviceQuestion,
  type OperationCall,
} from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callPortal, isOffline } from '../../../lib/call-portal.js';
import type { AskRule } from '../../../lib/rule-why.js';

export function usePublicAgency(slug: string) {
  return useQuery({
    queryKey: ['public-agency', slug],
    queryFn: () => callPortal(getPublicAgency, { params: { slug } }),
    // The mark of its form is a day's; a page that comes back to the front keeps what it has.
    staleTime: Infinity,
    retry: (failures, error) => isOffline(error) && failures < 2,
  });
}

/** @param question null: too little is answered */
export function usePublicAdvice(slug: string, question: AdviceQuestion | null, locale: Locale) {
  return useQuery({
    queryKey: ['public-advice', slug, locale, question],
    queryFn: question ? () => callPortal(askPublicAdvisor, { params: { slug }, body: question }) : skipToken,
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
    retry: (failures, error) => isOffline(error) && failures < 2,
  });
}

export function askRuleOf(slug: string): AskRule {
  return ({ params, query }) => callPortal(getPublicRule, { params: { ...params, slug }, query });
}

export function useLeaveLead(slug: string) {
  const queries = useQueryClient();
  return useMutation({
    // The notice may be another by now, or the form too old: the next try goes with what stands today.
    onError: () => queries.invalidateQueries({ queryKey: ['public-agency', slug] }),
    mutationFn: (body: OperationCall<typeof createLead>['body']) => callPortal(createLead, { params: { slug }, body }),
  });
}
