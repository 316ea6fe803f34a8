/** A secret that is shown this one time: a field to read it from and a button that copies it. */
import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useLocale } from '../lib/locale.js';

export function CopyOnce({ label, value }: { label: string; value: string }) {
  const { t } = useLocale();
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'shown' | 'copied' | 'by_hand'>('shown');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setOutcome('copied');
    } catch {
      // No clipboard without https, or none allowed: the reader's own keys still work.
      field.current?.select();
      setOutcome('by_hand');
    }
  };
  return (
    <div className="copy-once">
      <div className="row-end">
        <TextInput
          ref={field}
          className="grow"
          label={label}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onClick={() => void copy()}>
          {t(outcome === 'copied' ? 'records.copy.copied' : 'records.copy.copy')}
        </Button>
      </div>
      <p className="quiet" role="status">
        {t(outcome === 'by_hand' ? 'records.copy.by_hand' : 'records.copy.once')}
      </p>
    </div>
  );
}
