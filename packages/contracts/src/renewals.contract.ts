/** Renewals that come up, and every mail that goes out. */
import { DELIVERY_STATES, LOCALES, ORDER_STATES } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { VerificationSchema } from './registrations.contract.js';
import {
  CalendarDateSchema,
  GivenDateSchema,
  IdParamsSchema,
  IdSchema,
  InstantSchema,
  PAGE_QUERY,
  pageOf,
} from './values.contract.js';

export const RenewalSchema = z
  .object({
    registrationId: IdSchema,
    client: z.object({ id: IdSchema, name: z.string() }),
    accountName: z.string(),
    verification: VerificationSchema,
    /** Day the verification ends (Asia/Shanghai). */
    endsOn: CalendarDateSchema,
    daysLeft: z.number().int(),
    order: z.object({ id: IdSchema, state: z.enum(ORDER_STATES) }).nullable(),
    decision: z.enum(['accepted', 'declined']).nullable(),
    /** Each step of the ladder: days before the end, the day, and what became of its mails. */
    ladder: z.array(
      z.object({
        step: z.number().int(),
        on: CalendarDateSchema,
        state: z.enum(['planned', 'queued', 'accepted', 'bounced', 'skipped', 'dead', 'missed']),
      }),
    ),
  })
  .meta({ id: 'Renewal' });
export type Renewal = z.infer<typeof RenewalSchema>;

export const listRenewals = defineOperation({
  id: 'listRenewals',
  method: 'GET',
  path: '/renewals',
  permission: 'registrations.read',
  summary: 'Lists accounts whose verification ends between two days, soonest first.',
  input: {
    query: z.strictObject({ ...PAGE_QUERY, from: GivenDateSchema.optional(), to: GivenDateSchema.optional() }),
  },
  output: { schema: pageOf(RenewalSchema) },
});

export const DeliverySchema = z
  .object({
    id: IdSchema,
    kind: z.string(),
    step: z.number().int().nullable(),
    registrationId: IdSchema.nullable(),
    accountName: z.string().nullable(),
    contact: z.object({ id: IdSchema, name: z.string() }).nullable(),
    /** Whoever it goes to: the contact, an admin person or a member. */
    receiverName: z.string().nullable(),
    locale: z.enum(LOCALES),
    state: z.enum(DELIVERY_STATES),
    dueOn: CalendarDateSchema,
    sendAfter: InstantSchema,
    attempts: z.number().int(),
    messageId: z.string(),
    toAddress: z.string().nullable(),
    subject: z.string().nullable(),
    response: z.string().nullable(),
    skippedReason: z.string().nullable(),
    acceptedAt: InstantSchema.nullable(),
    createdAt: InstantSchema,
  })
  .meta({ id: 'Delivery' });
export type Delivery = z.infer<typeof DeliverySchema>;

export const listDeliveries = defineOperation({
  id: 'listDeliveries',
  method: 'GET',
  path: '/deliveries',
  permission: 'deliveries.read',
  summary: 'Lists every mail with its state, newest first.',
  input: {
    query: z.strictObject({
      ...PAGE_QUERY,
      state: z.enum(DELIVERY_STATES).optional(),
      registrationId: IdSchema.optional(),
    }),
  },
  output: { schema: pageOf(DeliverySchema) },
});

export const getDelivery = defineOperation({
  id: 'getDelivery',
  method: 'GET',
  path: '/deliveries/{id}',
  permission: 'deliveries.read',
  summary: 'Reads one mail as it was sent.',
  input: { params: IdParamsSchema },
  output: { schema: DeliverySchema.extend({ html: z.string().nullable(), text: z.string().nullable() }) },
});
