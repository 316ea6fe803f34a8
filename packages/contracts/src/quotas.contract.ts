/** Quota raises: a subject's request to hold more Official Accounts than its limit. */
import { QUOTA_RAISE_STATES, type QuotaRaiseEvent } from '@daiban/domain';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { EvidenceSchema } from './emails.contract.js';
import { AcknowledgementSchema } from './events.contract.js';
import { RuleReferenceSchema } from './problem.contract.js';
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

export const QuotaRaiseSchema = z
  .object({
    id: IdSchema,
    subjectId: IdSchema,
    /** The registration it was asked for; null: for the subject in general. */
    registrationId: IdSchema.nullable(),
    /** What Tencent is told. */
    reason: z.string(),
    state: z.enum(QUOTA_RAISE_STATES),
    stateSince: InstantSchema,
    /** Accounts above the limit; null unless granted. */
    grantedAccounts: z.number().int().nullable(),
    /** What Tencent or the regulator said. */
    note: z.string().nullable(),
    /** When the answer is expected while there is none. */
    expected: z
      .object({
        fromOn: CalendarDateSchema,
        toOn: CalendarDateSchema,
        /** It reaches into a year whose holidays are not published. */
        provisional: z.boolean(),
        rule: RuleReferenceSchema.nullable(),
      })
      .nullable(),
    requestedAt: InstantSchema,
    /** Name of the member who asked; null when nobody of ours did. */
    requestedBy: z.string().nullable(),
    version: VersionSchema,
  })
  .meta({ id: 'QuotaRaise' });
export type QuotaRaise = z.infer<typeof QuotaRaiseSchema>;

export const requestQuotaRaise = defineOperation({
  id: 'requestQuotaRaise',
  method: 'POST',
  path: '/subjects/{id}/quota-raises',
  permission: 'registrations.write',
  summary:
    'Records that more accounts were asked for. Refused for individuals and sole proprietors, while an account of the subject is restricted, and while another request has no answer; warns while a place is free.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({
      /** As it goes into WeChat's form; its length is a rule. */
      reason: visibleText(2000),
      registrationId: IdSchema.optional(),
      acknowledgements: z.array(AcknowledgementSchema).max(10).optional(),
    }),
  },
  output: { status: 201, schema: QuotaRaiseSchema },
  refusals: [
    'quota_raise.not_open',
    'quota_raise.limit_unknown',
    'quota_raise.limit_not_reached',
    'quota_raise.blocked',
    'quota_raise.already_open',
    'quota_raise.reason_too_long',
    'registration.not_of_subject',
  ],
});

export const listQuotaRaises = defineOperation({
  id: 'listQuotaRaises',
  method: 'GET',
  path: '/subjects/{id}/quota-raises',
  permission: 'clients.read',
  summary: "Lists a subject's requests for more accounts, newest first.",
  input: { params: IdParamsSchema, query: z.strictObject(PAGE_QUERY) },
  output: { schema: pageOf(QuotaRaiseSchema) },
});

/** What Tencent answered; making the request is an operation of its own. */
export const QUOTA_RAISE_ANSWERS = [
  'raise_pre_approved',
  'raise_granted',
  'raise_refused',
] as const satisfies readonly QuotaRaiseEvent[];

export const applyQuotaRaiseEvent = defineOperation({
  id: 'applyQuotaRaiseEvent',
  method: 'POST',
  path: '/quota-raises/{id}/events',
  permission: 'registrations.write',
  summary: 'Records what Tencent answered; a granted request lifts the limit of the subject.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({
      event: z.enum(QUOTA_RAISE_ANSWERS),
      expectedVersion: VersionSchema,
      facts: z
        .strictObject({
          /** `raise_granted` needs it: accounts above the limit. Told again with another number, it is corrected. */
          grantedAccounts: z.number().int().min(1).max(100).optional(),
        })
        .optional(),
      evidence: EvidenceSchema.optional(),
      /** What Tencent or the regulator said. */
      reason: visibleText(2000).optional(),
    }),
  },
  output: { schema: QuotaRaiseSchema },
  refusals: ['version.conflict', 'state.not_possible', 'facts.missing', 'evidence.missing'],
});
