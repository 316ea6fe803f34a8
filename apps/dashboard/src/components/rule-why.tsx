/** The "?" beside a number or a refusal: opens the rule that it rests on, with the way to the rulebook. */
import { RuleNote, WhyButton } from '@daiban/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../config/paths.js';
import { useLocale } from '../lib/locale.js';
import { ruleQuery } from '../lib/rule-query.js';

export interface RuleWhyProps {
  /** null: it rests on no rule, but on what somebody told; then there is nothing to open. */
  rule: { id: string; validFrom?: string | null } | null | undefined;
  /** What is asked about, for those who do not see where the button stands. */
  what: string;
  /** One entry of a rule that is a table: the stage whose days were counted. */
  part?: string;
}

export function RuleWhy({ rule, what, part }: RuleWhyProps) {
  const { t } = useLocale();
  if (!rule) return null;
  return (
    <WhyButton label={t('why.button_of', { what })}>
      <Told id={rule.id} asOf={rule.validFrom ?? null} part={part} />
    </WhyButton>
  );
}

// Its first day names the very value that the number was made by, though another may hold by now.
function Told({ id, asOf, part }: { id: string; asOf: string | null; part: string | undefined }) {
  const { t, locale } = useLocale();
  const rule = useQuery(ruleQuery(id, asOf, part));
  if (rule.isPending) return t('why.loading');
  if (rule.isError) return t('why.failed');
  return (
    <RuleNote
      rule={rule.data}
      isOwn={rule.data.overridden !== null}
      locale={locale}
      t={t}
      more={
        <Link to={paths.rules} search={{ q: id }}>
          {t('why.open_rules')}
        </Link>
      }
    />
  );
}
