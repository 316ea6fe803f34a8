/** The field for a phone number: the API says while typing what does not fit, since the numbering plans are too heavy for a page. It never stands in the way. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useIdentifierCheck } from '../../../lib/identifier-check.js';
import { useLocale } from '../../../lib/locale.js';

/** Fewest digits of a whole number anywhere; until then nothing is asked before the field is left. */
const SHORTEST = 7;

export interface PhoneInputProps {
  value: string;
  onChange: (value: string) => void;
  /** What the API said about what was sent; the reader has not typed since. */
  refusal: string | undefined;
  description: string;
  placeholder?: string | undefined;
}

export function PhoneInput({ value, onChange, refusal, description, placeholder }: PhoneInputProps) {
  const { t } = useLocale();
  const [left, setLeft] = useState(false);
  const isWhole = value.replace(/\D/g, '').length >= SHORTEST;
  const { data, isOfNow } = useIdentifierCheck({ kind: 'phone', value: isWhole || left ? value : '' });
  const answer = isOfNow && value.trim() !== '' ? data : undefined;
  const problem = left ? answer?.problems[0] : undefined;
  return (
    <div>
      <TextInput
        type="tel"
        label={t('records.person.phone')}
        description={description}
        placeholder={placeholder}
        maxLength={40}
        autoComplete="off"
        value={value}
        error={refusal ?? problem?.message}
        onBlur={() => setLeft(true)}
        onChange={(event) => {
          setLeft(false);
          onChange(event.currentTarget.value);
        }}
      />
      <p className={`record-line-note ${answer?.warnings.length ? 'mark-turn' : ''}`} role="status">
        {refusal || problem ? null : answer?.warnings[0]?.message}
      </p>
    </div>
  );
}
