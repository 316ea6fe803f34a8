/** A person's answer to a warning or to something nobody knows: why we go on all the same, and whom we asked. */
import { TextInput, Textarea } from '@mantine/core';
import type { Refusal } from '@daiban/contracts';
import { FindingNote } from '@daiban/ui';
import { useFindingText } from '../lib/finding-text.js';
import { useLocale } from '../lib/locale.js';

export interface AnswerInputProps {
  finding: Refusal;
  value: { reason: string; answeredBy: string };
  onChange: (value: { reason: string; answeredBy: string }) => void;
  /** Names of the parts that are still empty. */
  missing: { reason: boolean; answeredBy: boolean };
}

export function AnswerInput({ finding, value, onChange, missing }: AnswerInputProps) {
  const { t } = useLocale();
  const findingText = useFindingText();
  const empty = t('dashboard.field.empty');
  return (
    <fieldset className="fieldset fieldset-warning">
      <legend>{t(`states.finding_kind.${finding.kind}`)}</legend>
      <FindingNote {...findingText(finding)} />
      {finding.kind === 'unknown' ? (
        <TextInput
          label={t('dashboard.answer.by')}
          required
          withAsterisk
          maxLength={200}
          error={missing.answeredBy ? empty : undefined}
          value={value.answeredBy}
          onChange={(event) => onChange({ ...value, answeredBy: event.currentTarget.value })}
        />
      ) : null}
      <Textarea
        label={finding.kind === 'unknown' ? t('dashboard.answer.said') : t('dashboard.answer.why')}
        required
        withAsterisk
        rows={2}
        maxLength={1000}
        error={missing.reason ? empty : undefined}
        value={value.reason}
        onChange={(event) => onChange({ ...value, reason: event.currentTarget.value })}
      />
    </fieldset>
  );
}
