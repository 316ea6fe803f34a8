/** The field for an ID number: says while typing what does not fit. It never stands in the way; the API decides. */
import { TextInput } from '@mantine/core';
import type { IdKind } from '@daiban/domain/enumerations';
import { checkResidentId } from '@daiban/domain/identity';
import { formatDateWithYear } from '@daiban/i18n';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { IdentifierNote } from '../../../components/identifier-note.js';
import { useLocale } from '../../../lib/locale.js';
import { ruleQuery } from '../../../lib/rule-query.js';
import { useBusinessTime } from '../../../lib/session.js';

/** Characters of a resident ID number; until then a problem is said only when the field is left. */
const LENGTH = 18;

export interface IdNumberInputProps {
  kind: IdKind;
  value: string;
  onChange: (value: string) => void;
  /** What the API said about what was sent; the reader has not typed since. */
  refusal: string | undefined;
  description: string;
  placeholder?: string;
}

export function IdNumberInput({ kind, value, onChange, refusal, description, placeholder }: IdNumberInputProps) {
  const { t, locale } = useLocale();
  const { today } = useBusinessTime();
  const [left, setLeft] = useState(false);
  const age = useQuery(ruleQuery('admin.minimum_age')).data?.value;
  const adultYears = typeof age === 'number' ? age : null;
  // Only a resident ID number has a check character that we know how to compute.
  const check = kind === 'resident_id' && value.trim() ? checkResidentId(value, today, adultYears) : null;
  const typedLength = check?.normalised?.length ?? 0;
  const isDone = left || typedLength >= LENGTH;
  const problem = check && isDone && !check.valid ? check.problems[0] : undefined;
  // Who is not of age yet may be entered: what counts is the day of the scan.
  const doubt = check?.valid ? (check.problems[0] ?? check.warnings[0]) : undefined;
  const remark = ((): string | null => {
    if (!check || problem || refusal) return null;
    if (!check.valid) return t('records.person.id_typed', { typed: typedLength, length: LENGTH });
    if (doubt) return t(`problems.${doubt.code}`, doubt.params);
    return t('records.person.id_fits', { born: check.birthOn ? formatDateWithYear(check.birthOn, locale) : '' });
  })();
  return (
    <div>
      <TextInput
        label={t('records.person.id_number')}
        description={description}
        placeholder={placeholder}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        value={value}
        error={refusal ?? (problem ? t(`problems.${problem.code}`, problem.params) : undefined)}
        onBlur={() => setLeft(true)}
        onChange={(event) => {
          setLeft(false);
          onChange(event.currentTarget.value);
        }}
      />
      <p className={`record-line-note ${doubt ? 'mark-turn' : ''}`} role="status">
        {remark}
      </p>
      {isDone && check?.suggestion ? (
        <IdentifierNote check={{ problems: [], warnings: [], suggestion: check.suggestion }} isDone onTake={onChange} />
      ) : null}
    </div>
  );
}
