/** Messages between a client and the agency, and notes among staff: reading, writing, marking as read. Called by its controllers for both sides, and by the demo. */
import { Injectable } from '@nestjs/common';
import type { listUnreadMessages, Message, MessagePage, OperationResult } from '@daiban/contracts';
import type { JudgingContext } from '@daiban/domain';
import type { MessageAudience } from '@daiban/domain/enumerations';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { Encryption } from '../../platform/encryption/encryption.js';
import { ShreddedKey } from '../../platform/encryption/shredded-key.js';
import { decodeCursor, toPage } from '../../platform/paging/cursor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { CasesService } from '../registrations/cases.service.js';
import { MessageMailsService } from './message-mails.service.js';
import { sideOf, toMessage } from './messages.mapper.js';
import type { MessagePlace } from './message-place.js';
import { MessagesRepository, type MessageRow } from './messages.repository.js';

/** A message as it is written. */
export interface MessageDraft extends MessagePlace {
  readonly audience: MessageAudience;
  readonly body: string;
}

/** A message with its place, ready to be stored. */
interface SealedMessage extends MessagePlace {
  readonly row: MessageRow;
}

const CURSOR = z.tuple([z.iso.datetime(), z.uuid()]);

@Injectable()
export class MessagesService {
  constructor(
    private readonly repository: MessagesRepository,
    private readonly mails: MessageMailsService,
    private readonly cases: CasesService,
    private readonly encryption: Encryption,
    private readonly database: Database,
  ) {}

  /** Newest first. A client that is not the agency's answers like one that does not exist. */
  async list(
    reader: Actor,
    place: MessagePlace,
    query: { readonly audience: MessageAudience; readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<MessagePage | Refused> {
    const { agencyId } = reader;
    const after = decodeCursor(query.cursor, CURSOR);
    if (after instanceof Refused) return after;
    const [found, rows, unread] = await Promise.all([
      this.repository.findPlace(agencyId, place),
      this.repository.listPage(agencyId, place, { ...query, after }),
      query.audience === 'client' ? this.repository.countUnread(agencyId, place, sideOf(reader.kind)) : 0,
    ]);
    if (!found?.isTheirs) return Refused.notFound();
    const bodies = await Promise.all(rows.map((row) => this.#open(agencyId, place.clientId, row)));
    const opened = rows.map((row, index) => ({ row, body: bodies[index] ?? '' }));
    const page = toPage(
      opened,
      query.limit,
      ({ row }) => [row.writtenAt, row.id],
      ({ row, body }) => toMessage(row, body, reader),
    );
    return { ...page, unread };
  }

  /** What nobody of the agency has read, by client and account. */
  async listUnread(actor: Actor): Promise<OperationResult<typeof listUnreadMessages>> {
    return { items: await this.repository.listUnread(actor.agencyId) };
  }

  /**
   * Writes a message. Ours to the client is news to them: the update promise of the account counts from it. Theirs, and what concerns no account, stands
   * in the client's history; a note among staff is its own record.
   */
  async write(author: Actor, { audience, body, ...place }: MessageDraft): Promise<Message | Refused> {
    const { agencyId } = author;
    const { clientId, registrationId } = place;
    const found = await this.repository.findPlace(agencyId, place);
    if (!found) return Refused.notFound();
    if (found.isErased) return Refused.of('client.erased');
    if (!found.isTheirs) return Refused.of('registration.not_found');
    const context = await this.cases.context(agencyId);
    const id = v7();
    const row: MessageRow = {
      id,
      registrationId,
      audience,
      authorKind: author.kind,
      authorId: author.id,
      authorName: author.kind === 'api_key' ? await this.repository.findKeyHolder(agencyId, author.id) : author.name,
      bodySealed: await this.encryption.seal(body, { agencyId, place: 'message.body_sealed', id, clientId }),
      writtenAt: context.now,
      readAt: null,
    };
    const written = await this.#store(author, { ...place, row }, context);
    if (written instanceof Refused) return written;
    if (audience === 'client') this.mails.sendSoon();
    return toMessage(row, body, author);
  }

  /** Marks the other side's messages up to and with one. */
  async markRead(reader: Actor, place: MessagePlace, upToId: string): Promise<{ marked: number } | Refused> {
    const { agencyId } = reader;
    const found = await this.repository.findPlace(agencyId, place);
    if (!found?.isTheirs) return Refused.notFound();
    const { now } = await this.cases.context(agencyId);
    return { marked: await this.repository.markRead(agencyId, place, { upToId, reader: sideOf(reader.kind), now }) };
  }

  async #store(author: Actor, message: SealedMessage, context: JudgingContext): Promise<unknown> {
    const { clientId, registrationId, row } = message;
    const { id: messageId, audience } = row;
    const isOurs = sideOf(author.kind) === 'agency';
    if (audience === 'client' && isOurs && registrationId !== null)
      return this.#storeOnCase(author, registrationId, message);
    return this.database.withAgency<void | Refused>(author.agencyId, async (transaction) => {
      if (audience === 'client') {
        const draft = isOurs
          ? ({ kind: 'message_written', visibility: 'client' } as const)
          : ({ kind: 'message_received', voice: 'we_heard' } as const);
        const payload = { messageId, registrationId };
        const recorded = await this.mails.recordOnClient(transaction, clientId, { ...draft, payload }, author);
        if (recorded instanceof Refused) return recorded;
      }
      return this.#insert(transaction, message, isOurs ? 'client' : 'agency', context);
    });
  }

  /** With an entry of the case that the client sees: they have heard of it. */
  #storeOnCase(author: Actor, registrationId: string, message: SealedMessage): Promise<unknown> {
    const target = { by: 'registration', id: registrationId } as const;
    return this.cases.change(author, target, {}, async (before, context, transaction) => {
      const refused = await this.#insert(transaction, message, 'client', context);
      if (refused) return refused;
      const payload = { messageId: message.row.id };
      const entry = this.cases.entry('message_written', context.now, payload, { visibility: 'client' });
      return this.cases.news(before, entry);
    });
  }

  async #insert(
    transaction: AgencyTransaction,
    message: SealedMessage,
    to: 'client' | 'agency',
    context: JudgingContext,
  ): Promise<void | Refused> {
    if (!(await this.repository.insert(transaction, message, message.row))) return Refused.of('client.erased');
    if (message.row.audience === 'client')
      await this.mails.queue(transaction, { ...message, id: message.row.id }, to, context);
  }

  /** Nothing is left of an erased client's words. */
  async #open(agencyId: string, clientId: string, { id, bodySealed }: MessageRow): Promise<string> {
    if (bodySealed.length === 0) return '';
    try {
      const opened = await this.encryption.open(bodySealed, { agencyId, place: 'message.body_sealed', id, clientId });
      return opened.toString('utf8');
    } catch (error) {
      if (error instanceof ShreddedKey) return '';
      throw error;
    }
  }
}
