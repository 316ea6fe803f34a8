/** The papers and facts that a case needs, and how the agency looks them over. */
import { HOLDERS, PREREQUISITE_STATES } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { AcknowledgementSchema } from './events.contract.js';
import { RuleReferenceSchema } from './problem.contract.js';
import {
  CalendarDateSchema,
  GivenDateSchema,
  IdParamsSchema,
  IdSchema,
  InstantSchema,
  PAGE_QUERY,
  pageOf,
  VersionSchema,
} from './values.contract.js';

export const PrerequisiteSchema = z
  .object({
    id: IdSchema,
    registrationId: IdSchema,
    orderId: IdSchema.nullable(),
    /** Which paper or fact. */
    code: z.string(),
    holder: z.enum(HOLDERS),
    required: z.boolean(),
    state: z.enum(PREREQUISITE_STATES),
    reasonCode: z.string().nullable(),
    note: z.string().nullable(),
    expiresOn: CalendarDateSchema.nullable(),
    reviewedAt: InstantSchema.nullable(),
    registrationVersion: VersionSchema,
  })
  .meta({ id: 'Prerequisite' });
export type Prerequisite = z.infer<typeof PrerequisiteSchema>;

export const listPrerequisites = defineOperation({
  id: 'listPrerequisites',
  method: 'GET',
  path: '/registrations/{id}/prerequisites',
  permission: 'registrations.read',
  summary: "Lists the papers and facts a case needs; with `orderId` only that order's.",
  input: { params: IdParamsSchema, query: z.strictObject({ ...PAGE_QUERY, orderId: IdSchema.optional() }) },
  output: {
    schema: z.object({
      ...pageOf(PrerequisiteSchema).shape,
      /** Which papers this kind of subject brings. */
      rule: RuleReferenceSchema.nullable(),
    }),
  },
});

export const reviewPrerequisite = defineOperation({
  id: 'reviewPrerequisite',
  method: 'POST',
  path: '/prerequisites/{id}/review',
  permission: 'registrations.decide',
  summary: 'Accepts a paper, or returns it with a coded reason; the client hears of it when the sitting ends.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({
      decision: z.enum(['accept', 'return']),
      reasonCode: z.string().trim().min(1).max(60).optional(),
      note: z.string().trim().max(1000).optional(),
      expiresOn: GivenDateSchema.nullable().optional(),
      /** An owner's answer to `document.checked_by_uploader`. */
      acknowledgements: z.array(AcknowledgementSchema).max(5).optional(),
    }),
  },
  output: { schema: PrerequisiteSchema },
  refusals: [
    'prerequisite.reason_missing',
    'prerequisite.note_missing',
    'prerequisite.expired',
    'prerequisite.sealed',
    'document.not_ready',
    'document.checked_by_uploader',
  ],
});

export const undoReview = defineOperation({
  id: 'undoReview',
  method: 'POST',
  path: '/prerequisites/{id}/review/undo',
  permission: 'registrations.decide',
  summary: "Takes the caller's own decision about a paper back, as long as the client was not told of it.",
  input: { params: IdParamsSchema, body: z.strictObject({}).default({}) },
  output: { schema: PrerequisiteSchema },
  refusals: ['review.nothing_to_undo', 'prerequisite.sealed'],
});
