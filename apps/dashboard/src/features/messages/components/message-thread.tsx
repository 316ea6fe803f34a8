/** One thread: what was written, oldest first, and a place to write. The client's messages are marked as read once they are shown. */
import { Button, Skeleton } from '@mantine/core';
import type { Message } from '@daiban/contracts';
import type { MessageAudience } from '@daiban/domain/enumerations';
import { HolderMark, MessageText, Pill } from '@daiban/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Moment } from '../../../components/moment.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { messagesQuery, useMarkMessagesRead, type ThreadPlace } from '../api/messages.js';
import { MessageForm } from './message-form.js';

export interface MessageThreadProps {
  place: ThreadPlace;
  clientName: string;
  audience: MessageAudience;
}

export function MessageThread({ place, clientName, audience }: MessageThreadProps) {
  const { t } = useLocale();
  const mayWrite = useMay('messages.write');
  const thread = useInfiniteQuery(messagesQuery(place, audience));
  const messages = thread.data?.pages.flatMap(({ items }) => items) ?? [];
  const { mutate } = useMarkMessagesRead(place);
  const newest = messages.find(isNew)?.id;
  useEffect(() => {
    if (newest && mayWrite) mutate(newest);
  }, [newest, mayWrite, mutate]);
  return (
    <>
      <p className="quiet">{t(`messages.explain.${audience}`)}</p>
      <ProblemNote error={thread.error} />
      {thread.isPending ? <Skeleton height={40} my={8} /> : null}
      {thread.hasNextPage ? (
        <Button
          size="xs"
          variant="subtle"
          loading={thread.isFetchingNextPage}
          onClick={() => void thread.fetchNextPage()}
        >
          {t('messages.older')}
        </Button>
      ) : null}
      {thread.isSuccess && messages.length === 0 ? (
        <p className="messages-empty">{t(`messages.empty.${audience}`)}</p>
      ) : null}
      {messages.length > 0 ? (
        <ol className="messages-list">
          {messages.toReversed().map((message) => (
            <MessageItem key={message.id} message={message} />
          ))}
        </ol>
      ) : null}
      {mayWrite ? <MessageForm place={place} clientName={clientName} audience={audience} /> : null}
    </>
  );
}

/** Of the client, and nobody of us has seen it. */
function isNew({ author, readAt }: Message): boolean {
  return author.side === 'client' && readAt === null;
}

function MessageItem({ message }: { message: Message }) {
  const { t } = useLocale();
  const { author, audience, body, writtenAt, readAt, registrationId } = message;
  return (
    <li className={`message message-${author.side}`}>
      <p className="message-head">
        <HolderMark holder={author.side} />
        <b>{author.name ?? t('messages.somebody')}</b>
        {isNew(message) ? <Pill tone="turn">{t('messages.new')}</Pill> : null}
        {registrationId === null ? <span className="quiet">{t('messages.about_client')}</span> : null}
        <Moment at={writtenAt} />
      </p>
      {body ? <MessageText body={body} /> : <p className="quiet">{t('messages.erased')}</p>}
      {audience === 'client' && author.side === 'agency' ? (
        <p className="message-read quiet">
          {readAt ? (
            <>
              {t('messages.read')} <Moment at={readAt} />
            </>
          ) : (
            t('messages.not_read')
          )}
        </p>
      ) : null}
    </li>
  );
}
