/** The search above the table: waits for a pause in typing, and for Chinese until the word is chosen. */
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { isComposing } from '../../../lib/key-presses.js';
import { useLocale } from '../../../lib/locale.js';

const PAUSE = 250;
/** The API searches two characters or more. */
const SHORTEST = 2;

export interface SearchInputProps {
  value: string;
  onChange: (value: string) => void;
  ref?: RefObject<HTMLInputElement | null>;
}

export function SearchInput({ value, onChange, ref }: SearchInputProps) {
  const { t } = useLocale();
  const [typed, setTyped] = useState(value);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(value);
  useEffect(() => {
    // The address changed by itself (back, a cleared filter): follow it, but never overwrite what is being typed.
    if (value !== sent.current) {
      sent.current = value;
      setTyped(value);
    }
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = (words: string, pause = PAUSE): void => {
    clearTimeout(timer.current);
    const wanted = words.trim();
    if (composing.current || (wanted.length > 0 && wanted.length < SHORTEST)) return;
    timer.current = setTimeout(() => {
      sent.current = wanted;
      onChange(wanted);
    }, pause);
  };
  return (
    <TextInput
      ref={ref}
      className="search-input"
      type="search"
      aria-label={t('dashboard.registrations.search')}
      placeholder={t('dashboard.registrations.search')}
      leftSection={<IconSearch size={15} aria-hidden="true" />}
      rightSection={<kbd aria-hidden="true">/</kbd>}
      maxLength={100}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        send(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (event.key === 'Enter') send(typed, 0);
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
