/** A dialog with a small form of its own: title, fields, what went wrong, one primary button. */
import { Button, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useLocale } from '../lib/locale.js';
import { useReturnFocus } from '../lib/return-focus.js';
import { ProblemNote } from './problem-note.js';

export interface PlainDialogProps {
  title: string;
  /** The verb on the primary button; without one the dialog only shows something. */
  action?: string;
  /** The button waits until the fields make sense. */
  ready?: boolean;
  pending?: boolean;
  error?: unknown;
  /** The fields tell what is malformed themselves. */
  fieldsElsewhere?: boolean;
  onSubmit?: () => void;
  onClose: () => void;
  children: ReactNode;
}

export function PlainDialog({
  title,
  action,
  ready = true,
  pending = false,
  error,
  fieldsElsewhere = false,
  onSubmit,
  onClose,
  children,
}: PlainDialogProps) {
  useReturnFocus();
  const { t } = useLocale();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready && !pending) onSubmit?.();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="md"
      closeOnClickOutside={!onSubmit}
      closeButtonProps={{ 'aria-label': t('dashboard.close') }}
    >
      <form className="stack" onSubmit={submit}>
        {children}
        <ProblemNote error={error} fieldsElsewhere={fieldsElsewhere} />
        <div className="dialog-foot">
          <Button variant="subtle" onClick={onClose}>
            {action ? t('dashboard.cancel') : t('dashboard.close')}
          </Button>
          {action ? (
            <Button type="submit" loading={pending} disabled={!ready}>
              {action}
            </Button>
          ) : null}
        </div>
      </form>
    </Modal>
  );
}
