/** A form that is sent once at a time, by its button or by Enter, but never by the Enter that chooses a Chinese word. */
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { isComposing } from '../lib/key-presses.js';

export interface RecordFormProps {
  pending: boolean;
  onSubmit: () => void;
  className?: string;
  children: ReactNode;
}

export function RecordForm({ pending, onSubmit, className = 'page-body form-page', children }: RecordFormProps) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!pending) onSubmit();
  };
  const guard = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
  };
  return (
    // The keys are the fields' own; the form only stops one of them on its way.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form className={className} onSubmit={submit} onKeyDown={guard}>
      {children}
    </form>
  );
}
