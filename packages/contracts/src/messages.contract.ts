/** Messages between a client and the agency, and the notes that staff write to each other beside them. WeChat's own are events. */
import { MESSAGE_AUDIENCES } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { IdParamsSchema, IdSchema, InstantSchema, PAGE_QUERY, pageOf, visibleText } from './values.contract.js';

/** Longest message, in UTF-16 units as a text field counts them. */
export const MESSAGE_MAX_LENGTH = 4000;

/** Plain words: never markup, line breaks kept. */
const MessageBodySchema = visibleText(MESSAGE_MAX_LENGTH);

export const MessageSchema = z
  .object({
    id: IdSchema,
    /** The account it is about; null: the client as a whole. */
    registrationId: IdSchema.nullable(),
    audience: z.enum(MESSAGE_AUDIENCES),
    author: z.object({
      /** Who speaks: the client's side or the agency's. */
      side: z.enum(['client', 'agency']),
      /** null: nobody of that name is left. */
      name: z.string().nullable(),
      /** The caller wrote it. */
      isOwn: z.boolean(),
    }),
    body: z.string(),
    writtenAt: InstantSchema,
    /** First read by the other side; null: not yet, and always with `internal`. */
    readAt: InstantSchema.nullable(),
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof MessageSchema>;

/** The account whose messages are meant, with those about the client as a whole; all of the client's when not given. */
const ABOUT = { registrationId: IdSchema.optional() };

const MessagePageSchema = z
  .object({
    ...pageOf(MessageSchema).shape,
    /** Of the other side's, not read by this one yet. */
    unread: z.number().int(),
  })
  .meta({ id: 'MessagePage' });
export type MessagePage = z.infer<typeof MessagePageSchema>;

/** Marks what the other side wrote up to this message. */
const ReadBodySchema = z.strictObject({ upToId: IdSchema });
const ReadAnswerSchema = z.object({ marked: z.number().int() });

const REFUSALS = ['registration.not_found', 'client.erased'] as const;

export const listMessages = defineOperation({
  id: 'listMessages',
  method: 'GET',
  path: '/clients/{id}/messages',
  permission: 'messages.read',
  summary:
    "Lists a client's messages, newest first: those the client reads too, or the notes that staff keep to themselves.",
  input: {
    params: IdParamsSchema,
    query: z.strictObject({ ...PAGE_QUERY, ...ABOUT, audience: z.enum(MESSAGE_AUDIENCES).default('client') }),
  },
  output: { schema: MessagePageSchema },
});

export const createMessage = defineOperation({
  id: 'createMessage',
  method: 'POST',
  path: '/clients/{id}/messages',
  permission: 'messages.write',
  summary:
    'Writes to the client, which keeps the update promise of the account it is about, or leaves a note among staff.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({ ...ABOUT, audience: z.enum(MESSAGE_AUDIENCES), body: MessageBodySchema }),
  },
  output: { status: 201, schema: MessageSchema },
  refusals: REFUSALS,
});

export const markMessagesRead = defineOperation({
  id: 'markMessagesRead',
  method: 'POST',
  path: '/clients/{id}/messages/read',
  permission: 'messages.write',
  summary: 'Marks what the client wrote as read, up to and with one message.',
  input: { params: IdParamsSchema, body: ReadBodySchema.extend(ABOUT) },
  output: { schema: ReadAnswerSchema },
  idempotent: false,
});

export const listUnreadMessages = defineOperation({
  id: 'listUnreadMessages',
  method: 'GET',
  path: '/messages/unread',
  permission: 'messages.read',
  summary:
    'Counts the messages of clients that nobody of the agency has read, by client and account; the longest waiting first, at most 200.',
  input: {},
  output: {
    schema: z.object({
      items: z.array(
        z.object({
          clientId: IdSchema,
          clientName: z.string(),
          /** null: about the client as a whole. */
          registrationId: IdSchema.nullable(),
          accountName: z.string().nullable(),
          count: z.number().int(),
          /** Of the oldest of them. */
          since: InstantSchema,
        }),
      ),
    }),
  },
});

export const listPortalMessages = defineOperation({
  id: 'listPortalMessages',
  method: 'GET',
  path: '/portal/messages',
  permission: 'portal.visitor',
  summary: "Lists the visitor's messages with the agency, newest first. A boardroom link shows none.",
  input: { query: z.strictObject({ ...PAGE_QUERY, ...ABOUT }) },
  output: { schema: MessagePageSchema },
});

export const createPortalMessage = defineOperation({
  id: 'createPortalMessage',
  method: 'POST',
  path: '/portal/messages',
  permission: 'portal.write',
  summary: 'Writes to the agency; whoever looks after the account is told at once.',
  input: { body: z.strictObject({ ...ABOUT, body: MessageBodySchema }) },
  output: { status: 201, schema: MessageSchema },
  refusals: [...REFUSALS, 'rate.too_many'],
});

export const markPortalMessagesRead = defineOperation({
  id: 'markPortalMessagesRead',
  method: 'POST',
  path: '/portal/messages/read',
  permission: 'portal.write',
  summary: 'Marks what the agency wrote as read, up to and with one message.',
  input: { body: ReadBodySchema.extend(ABOUT) },
  output: { schema: ReadAnswerSchema },
  idempotent: false,
});
