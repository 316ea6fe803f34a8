/** Search words above a list of records: sent after a pause in typing, and in Chinese only once the word is chosen. */
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState, type Ref } from 'react';
import { isComposing } from '../lib/key-presses.js';

const PAUSE = 250;

export interface RecordSearchProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Fewest characters the API searches for. */
  shortest?: number;
  /** The key that brings people here, shown at the field's end; the screen listens for it. */
  shortcut?: string;
  /** Enter leaves the field for the rows: told the words that they are found by. */
  onEnter?: (words: string) => void;
  ref?: Ref<HTMLInputElement>;
}

export function RecordSearch({ label, value, onChange, shortest = 1, shortcut, onEnter, ref }: RecordSearchProps) {
  const [typed, setTyped] = useState(value);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(value);
  const { history } = useRouter();
  // The pause ends in a later render than it began in: the page's other filters may have changed meanwhile.
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  });
  useEffect(() => {
    // The address changed by itself (back, a cleared search): follow it, but never overwrite what is being typed.
    if (value !== sent.current) {
      sent.current = value;
      setTyped(value);
    }
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = (words: string, pause = PAUSE): void => {
    clearTimeout(timer.current);
    const wanted = words.trim();
    if (composing.current || (wanted.length > 0 && wanted.length < shortest)) return;
    const { pathname } = history.location;
    timer.current = setTimeout(() => {
      // On the way to another page, which is still loading: a search now would bring the reader back.
      if (history.location.pathname !== pathname) return;
      sent.current = wanted;
      tell.current(wanted);
    }, pause);
  };
  return (
    <TextInput
      ref={ref}
      className="record-search"
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} aria-hidden="true" />}
      rightSection={shortcut ? <kbd aria-hidden="true">{shortcut}</kbd> : null}
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
        if (event.key !== 'Enter' || isComposing(event)) return;
        send(typed, 0);
        if (!onEnter) return;
        event.currentTarget.blur();
        onEnter(typed.trim());
      }}
    />
  );
}
