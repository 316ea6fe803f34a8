/** Writing to the agency. What was typed stays until it has arrived, also over a reload. */
import { useEffect, useId, useState, type FormEvent } from 'react';
import { MESSAGE_MAX_LENGTH, ProblemError } from '@daiban/contracts';
import { useLocale } from '../../../lib/locale.js';
import { useWritePortalMessage } from '../api/messages.js';
import { forgetDraft, keepDraft, readDraft } from '../message-draft.js';
import { threadText } from '../texts.js';

/** From here on the reader is told how many characters are left. */
const NEARLY_FULL = 300;

export interface MessageFormProps {
  /** null: about the client as a whole. */
  registrationId: string | null;
}

export function MessageForm({ registrationId }: MessageFormProps) {
  const { locale } = useLocale();
  const [body, setBody] = useState(() => readDraft(registrationId));
  const write = useWritePortalMessage(registrationId);
  const field = useId();
  const hint = useId();
  useEffect(() => keepDraft(registrationId, body), [registrationId, body]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!body.trim() || write.isPending) return;
    write.mutate(body, {
      onSuccess: () => {
        setBody('');
        forgetDraft(registrationId);
      },
    });
  };
  const left = MESSAGE_MAX_LENGTH - body.length;
  return (
    <form className="portal-form portal-message-form" onSubmit={submit}>
      <label htmlFor={field}>{threadText(locale, 'thread.field')}</label>
      <textarea
        id={field}
        rows={3}
        required
        maxLength={MESSAGE_MAX_LENGTH}
        value={body}
        aria-describedby={hint}
        onChange={(event) => setBody(event.target.value)}
      />
      <p id={hint} className="portal-line-note">
        {left <= NEARLY_FULL ? threadText(locale, 'thread.left', { count: left }) : threadText(locale, 'thread.hint')}
      </p>
      {write.error ? (
        <p className="portal-problem" role="alert">
          {write.error instanceof ProblemError ? write.error.problem.detail : threadText(locale, 'thread.failed')}
        </p>
      ) : null}
      <button type="submit" className="portal-button portal-button-plain" disabled={write.isPending || !body.trim()}>
        {threadText(locale, write.isPending ? 'thread.sending' : 'thread.send')}
      </button>
      <p role="status" className="portal-line-note">
        {write.isSuccess && !body ? threadText(locale, 'thread.sent') : null}
      </p>
    </form>
  );
}
