/** Builds what the contract says of a message for whoever reads it. */
import type { Message } from '@daiban/contracts';
import type { Actor } from '../../platform/auth/actor.js';
import type { MessageRow, ReadingSide } from './messages.repository.js';

/** @param body opened; empty once the client was erased */
export function toMessage(row: MessageRow, body: string, reader: Pick<Actor, 'kind' | 'id'>): Message {
  const { id, registrationId, audience, authorKind, authorId, authorName, writtenAt, readAt } = row;
  return {
    id,
    registrationId,
    audience,
    author: {
      side: sideOf(authorKind),
      name: authorName,
      isOwn: reader.kind === authorKind && reader.id === authorId,
    },
    body,
    writtenAt,
    readAt,
  };
}

/** On whose side somebody speaks. */
export function sideOf(kind: Actor['kind']): ReadingSide {
  return kind === 'contact' || kind === 'admin_person' ? 'client' : 'agency';
}
