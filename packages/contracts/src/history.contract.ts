/** What happened to a case: one entry after the other, and what each decision rested on. */
import { ACTOR_KINDS, VISIBILITIES, VOICES } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { CONFIDENCES } from './rules.contract.js';
import { CalendarDateSchema, IdParamsSchema, IdSchema, InstantSchema, PAGE_QUERY, pageOf } from './values.contract.js';

export const HistoryEntrySchema = z
  .object({
    id: IdSchema,
    sequence: z.number().int(),
    /** An event's name, or what was done. */
    kind: z.string(),
    orderId: IdSchema.nullable(),
    voice: z.enum(VOICES),
    visibility: z.enum(VISIBILITIES),
    from: z.string().nullable(),
    to: z.string().nullable(),
    /** Facts, evidence, acknowledgements, reason: never a personal number. */
    payload: z.record(z.string(), z.unknown()),
    /** What the decision rested on, as it was on that day: what was acknowledged, what the fee was. */
    rules: z.array(
      z.object({
        id: z.string(),
        /** Its name and what it said then, in the reader's language. */
        text: z.string(),
        sentence: z.string(),
        value: z.unknown(),
        validFrom: CalendarDateSchema,
        confidence: z.enum(CONFIDENCES),
        /** Version of the rulebook. */
        version: z.string(),
      }),
    ),
    actor: z.object({ kind: z.enum(ACTOR_KINDS), id: IdSchema.nullable(), name: z.string().nullable() }),
    occurredAt: InstantSchema,
    recordedAt: InstantSchema,
  })
  .meta({ id: 'HistoryEntry' });
export type HistoryEntry = z.infer<typeof HistoryEntrySchema>;

export const listHistory = defineOperation({
  id: 'listHistory',
  method: 'GET',
  path: '/registrations/{id}/history',
  permission: 'registrations.read',
  summary: 'Lists what happened, newest first.',
  input: { params: IdParamsSchema, query: z.strictObject(PAGE_QUERY) },
  output: { schema: pageOf(HistoryEntrySchema) },
});

/** Who looked at a number and why, who agreed to what, who was told. */
export const listPersonHistory = defineOperation({
  id: 'listPersonHistory',
  method: 'GET',
  path: '/people/{id}/history',
  permission: 'people.reveal',
  summary:
    'Lists what happened to a person on record, newest first: numbers that were shown and why, consents, checks.',
  input: { params: IdParamsSchema, query: z.strictObject(PAGE_QUERY) },
  output: { schema: pageOf(HistoryEntrySchema) },
});

export const listClientHistory = defineOperation({
  id: 'listClientHistory',
  method: 'GET',
  path: '/clients/{id}/history',
  permission: 'clients.read',
  summary: "Lists what happened around a client's own record, newest first: links, visits to the portal, messages.",
  input: { params: IdParamsSchema, query: z.strictObject(PAGE_QUERY) },
  output: { schema: pageOf(HistoryEntrySchema) },
});

export const listAgencyHistory = defineOperation({
  id: 'listAgencyHistory',
  method: 'GET',
  path: '/agency/history',
  permission: 'agency.manage',
  summary: 'Lists what was decided for the whole agency, newest first: rules, texts, erased clients and why.',
  input: { query: z.strictObject(PAGE_QUERY) },
  output: { schema: pageOf(HistoryEntrySchema) },
});
