/** Sets a finding of the API in the reader's words for `FindingNote`: the message comes translated, kind, holder and rule's date do not. */
import type { Refusal } from '@daiban/contracts';
import { formatDateWithYear } from '@daiban/i18n';
import type { FindingNoteProps } from '@daiban/ui';
import { useCallback } from 'react';
import { RuleWhy } from '../components/rule-why.js';
import { useLocale } from './locale.js';

export function useFindingText(): (finding: Refusal) => FindingNoteProps {
  const { t, locale } = useLocale();
  return useCallback(
    ({ message, clearedBy, clearedByHolder, kind, rule }) => ({
      message,
      clearedBy,
      holder: clearedByHolder,
      holderLabel: t(`states.holder.${clearedByHolder}`),
      kindLabel: t(`states.finding_kind.${kind}`),
      rule: rule
        ? {
            id: rule.id,
            source: rule.validFrom
              ? `${rule.source}${t('dashboard.comma')}${formatDateWithYear(rule.validFrom, locale)}`
              : rule.source,
          }
        : undefined,
      why: rule ? <RuleWhy rule={rule} what={message} /> : undefined,
    }),
    [t, locale],
  );
}
