/** What somebody asks about their own data, and the agency's answer. */
import { DATA_REQUEST_KINDS, DATA_REQUEST_STATES } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import {
  CalendarDateSchema,
  IdParamsSchema,
  IdSchema,
  InstantSchema,
  PAGE_QUERY,
  pageOf,
  VersionSchema,
  visibleText,
} from './values.contract.js';

/** As the person who asks reads it. */
export const DataRequestSchema = z
  .object({
    id: IdSchema,
    kind: z.enum(DATA_REQUEST_KINDS),
    state: z.enum(DATA_REQUEST_STATES),
    /** What they wrote; empty once it is erased. */
    message: z.string(),
    askedAt: InstantSchema,
    /** Answered by then. */
    dueOn: CalendarDateSchema,
    /** Null while it is open. */
    answer: z.string().nullable(),
    closedAt: InstantSchema.nullable(),
  })
  .meta({ id: 'DataRequest' });
export type DataRequest = z.infer<typeof DataRequestSchema>;

/** As the agency reads it. */
export const StaffDataRequestSchema = DataRequestSchema.extend({
  /** Who asks. */
  asker: z.object({
    kind: z.enum(['contact', 'admin_person']),
    id: IdSchema,
    name: z.string(),
    /** Client of a contact; null with an administrator. */
    clientId: IdSchema.nullable(),
    clientName: z.string().nullable(),
  }),
  /** Still open, and the day has passed. */
  overdue: z.boolean(),
  closedBy: z.string().nullable(),
  version: VersionSchema,
}).meta({ id: 'StaffDataRequest' });
export type StaffDataRequest = z.infer<typeof StaffDataRequestSchema>;

export const createDataRequest = defineOperation({
  id: 'createDataRequest',
  method: 'POST',
  path: '/portal/data-requests',
  permission: 'portal.session',
  summary: 'Asks to put right, delete or see one’s own data; for contacts and administrators.',
  input: { body: z.strictObject({ kind: z.enum(DATA_REQUEST_KINDS), message: visibleText(2000) }) },
  output: { status: 201, schema: DataRequestSchema },
  refusals: ['data_request.no_person', 'data_request.too_many_open'],
});

export const listMyDataRequests = defineOperation({
  id: 'listMyDataRequests',
  method: 'GET',
  path: '/portal/data-requests',
  permission: 'portal.session',
  summary: 'Lists what the visitor asked about their own data, newest first, with the rule of when it is answered.',
  input: {},
  output: {
    schema: z
      .object({ items: z.array(DataRequestSchema), answerDays: z.number().int(), ruleId: z.string() })
      .meta({ id: 'MyDataRequests' }),
  },
  refusals: ['data_request.no_person'],
});

export const listDataRequests = defineOperation({
  id: 'listDataRequests',
  method: 'GET',
  path: '/data-requests',
  permission: 'data_requests.manage',
  summary:
    'Lists requests of people about their data: open ones first by the day they are due, then the newest answers.',
  input: { query: z.strictObject({ ...PAGE_QUERY, state: z.enum(DATA_REQUEST_STATES).optional() }) },
  output: { schema: pageOf(StaffDataRequestSchema) },
});

export const closeDataRequest = defineOperation({
  id: 'closeDataRequest',
  method: 'POST',
  path: '/data-requests/{id}/closing',
  permission: 'data_requests.manage',
  summary: 'Answers a request: it was done, or refused and why; the person is told that there is an answer.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({
      expectedVersion: VersionSchema,
      outcome: z.enum(['done', 'refused']),
      /** The person reads it on their page. */
      answer: visibleText(4000),
    }),
  },
  output: { schema: StaffDataRequestSchema },
  refusals: ['version.conflict', 'data_request.closed'],
});
