/** The "?" beside a date or an amount: opens the rule that it rests on, asked for when somebody wants to know. */
import { getPortalRule } from '@daiban/contracts';
import { RuleNote, WhyButton } from '@daiban/ui';
import { useQuery } from '@tanstack/react-query';
import { callPortal, isOffline } from './call-portal.js';
import { useLocale } from './locale.js';
import { text } from './texts.js';

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
  const rule = useQuery({
    queryKey: ['portal-rule', ruleId, query, locale],
    queryFn: () => callPortal(getPortalRule, { params: { id: ruleId }, query }),
    retry: (failures, error) => isOffline(error) && failures < 2,
  });
  if (rule.isPending) return text(locale, 'why.loading');
  if (rule.isError) return text(locale, 'why.failed');
  return (
    <RuleNote rule={rule.data} isOwn={rule.data.own} locale={locale} t={(key, params) => text(locale, key, params)} />
  );
}
