/** The "?" beside a date or an amount: opens the rule that it rests on, asked for when somebody wants to know. */
import { getPortalRule, type OperationCall, type OperationResult } from '@daiban/contracts';
import { RuleNote, WhyButton } from '@daiban/ui';
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { callPortal, isOffline } from './call-portal.js';
import { useLocale } from './locale.js';
import { text } from './texts.js';

/** How a rule is asked for. */
export type AskRule = (
  call: Pick<OperationCall<typeof getPortalRule>, 'params' | 'query'>,
) => Promise<OperationResult<typeof getPortalRule>>;

/** On a page without a visit its rules are asked for in another way. */
export const AskRuleContext = createContext<AskRule>((call) => callPortal(getPortalRule, call));

export interface RuleWhyProps {
  /** null: it rests on no rule. */
  ruleId: string | null;
  /** What is asked about, for those who do not see where the button stands. */
  what: string;
  /** One entry of a rule that is a table: the stage whose days were counted. */
  part?: string;
  /** The day whose book it stands in; today when not given. */
  asOf?: string | null;
}

export function RuleWhy({ ruleId, what, part, asOf }: RuleWhyProps) {
  const { locale } = useLocale();
  if (ruleId === null) return null;
  return (
    <WhyButton label={text(locale, 'why.button_of', { what })}>
      <Told ruleId={ruleId} query={{ ...(asOf && { asOf }), ...(part && { part }) }} />
    </WhyButton>
  );
}

function Told({ ruleId, query }: { ruleId: string; query: { asOf?: string; part?: string } }) {
  const { locale } = useLocale();
  const askRule = useContext(AskRuleContext);
  const rule = useQuery({
    queryKey: ['portal-rule', ruleId, query, locale],
    queryFn: () => askRule({ params: { id: ruleId }, query }),
    retry: (failures, error) => isOffline(error) && failures < 2,
  });
  if (rule.isPending) return text(locale, 'why.loading');
  if (rule.isError) return text(locale, 'why.failed');
  return (
    <RuleNote rule={rule.data} isOwn={rule.data.own} locale={locale} t={(key, params) => text(locale, key, params)} />
  );
}
