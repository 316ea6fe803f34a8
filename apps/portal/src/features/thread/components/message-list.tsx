/** Messages in the order in which they were written: who, when, what; what the reader has not read yet is said to be new. */
import type { Message } from '@daiban/contracts';
import { HolderMark, MessageText } from '@daiban/ui';
import { useLocale } from '../../../lib/locale.js';
import { TimeOnTap } from '../../../lib/time-on-tap.js';
import { threadText } from '../texts.js';
import type { ThreadReader } from '../thread-reader.js';

export interface MessageListProps {
  /** Newest first, as the API gives them. */
  messages: readonly Message[];
  reader: ThreadReader;
}

export function MessageList({ messages, reader }: MessageListProps) {
  return (
    <ol className="portal-messages">
      {messages.toReversed().map((message) => (
        <MessageItem key={message.id} message={message} reader={reader} />
      ))}
    </ol>
  );
}

function MessageItem({ message, reader }: { message: Message; reader: ThreadReader }) {
  const { locale } = useLocale();
  const { author, body, writtenAt, readAt } = message;
  const isNew = author.side === 'agency' && readAt === null;
  return (
    <li className={`portal-message portal-message-${author.side}`}>
      <p className="portal-message-head">
        <HolderMark holder={author.side} />
        <b>{whoWrote(message, reader)}</b>
        {isNew ? <span className="portal-message-new">{threadText(locale, 'thread.new')}</span> : null}
        <TimeOnTap at={writtenAt} timeZone={reader.timeZone} now={reader.now} />
      </p>
      {body ? <MessageText body={body} /> : <p className="portal-note">{threadText(locale, 'thread.erased')}</p>}
    </li>
  );
}

function whoWrote({ author }: Message, { locale, agencyName }: ThreadReader): string {
  const { side, name, isOwn } = author;
  if (isOwn) return threadText(locale, 'thread.you');
  if (side === 'agency') return name ? `${name} · ${agencyName}` : agencyName;
  return name ? threadText(locale, 'thread.colleague', { name }) : threadText(locale, 'thread.somebody');
}
