/** Writing into one of the two threads; the button says who will read it. */
import { Button, Textarea } from '@mantine/core';
import { MESSAGE_MAX_LENGTH } from '@daiban/contracts';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { ProblemNote } from '../../../components/problem-note.js';
import { useLocale } from '../../../lib/locale.js';
import { useCreateMessage } from '../api/messages.js';
import type { MessageThreadProps } from './message-thread.js';

/** From here on the writer is told how many characters are left. */
const NEARLY_FULL = 300;

export function MessageForm({ place, clientName, audience }: MessageThreadProps) {
  const { t } = useLocale();
  const [body, setBody] = useState('');
  const create = useCreateMessage(place, audience);
  const send = () => {
    if (body.trim() && !create.isPending) create.mutate(body, { onSuccess: () => setBody('') });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const sendByKeys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };
  const left = MESSAGE_MAX_LENGTH - body.length;
  return (
    <form className="message-form" onSubmit={submit}>
      <Textarea
        label={t(`messages.field.${audience}`, { client: clientName })}
        description={left <= NEARLY_FULL ? t('messages.left', { count: left }) : undefined}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        onKeyDown={sendByKeys}
        maxLength={MESSAGE_MAX_LENGTH}
        rows={3}
        resize="vertical"
      />
      <ProblemNote error={create.error} />
      <p className="message-send">
        <Button
          type="submit"
          size="xs"
          variant={audience === 'client' ? 'light' : 'default'}
          loading={create.isPending}
          disabled={!body.trim()}
        >
          {t(`messages.send.${audience}`)}
        </Button>
        <span className="quiet">{t('messages.keys')}</span>
      </p>
    </form>
  );
}
