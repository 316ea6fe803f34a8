/** Verification orders: one application, one fee, one answer of Tencent. */
import {
  INVOICE_KINDS,
  NAMING_RESULTS,
  ORDER_EVENTS,
  ORDER_KINDS,
  ORDER_STATES,
  ORGANISATION_SIZES,
  PAYERS,
  QUALIFICATION_RESULTS,
  HOLDERS,
  PAYMENT_MEANS,
} from '@daiban/domain/enumerations';
import { ORDER_EVENT_FACTS } from '@daiban/domain';
import { z } from 'zod';
import { NameSchema } from './clients.contract.js';
import { defineOperation } from './define-operation.js';
import { AvailableEventSchema, eventBodySchema, ExpectedRangeSchema } from './events.contract.js';
import { RuleReferenceSchema } from './problem.contract.js';
import {
  CalendarDateSchema,
  IdParamsSchema,
  IdSchema,
  InstantSchema,
  MoneySchema,
  PAGE_QUERY,
  pageOf,
  VersionSchema,
} from './values.contract.js';

export const OrderSchema = z
  .object({
    id: IdSchema,
    registrationId: IdSchema,
    /** 1 for the registration's first order. */
    number: z.number().int(),
    kind: z.enum(ORDER_KINDS),
    payer: z.enum(PAYERS),
    state: z.enum(ORDER_STATES),
    stateSince: InstantSchema,
    holder: z.enum(HOLDERS),
    qualification: z.enum(QUALIFICATION_RESULTS),
    naming: z.enum(NAMING_RESULTS),
    wantedName: z.string().nullable(),
    organisationSize: z.enum(ORGANISATION_SIZES).nullable(),
    invoiceKind: z.enum(INVOICE_KINDS).nullable(),
    /** Official fee of this attempt, while unpaid by the rule of the day; zero: free. null: no rule says it, the payment page will. */
    fee: MoneySchema.nullable(),
    /** The rule that the fee comes from; null: it is fixed, or WeCom's size is not known. */
    feeRule: RuleReferenceSchema.nullable(),
    payment: z
      .object({ amount: MoneySchema, means: z.enum(PAYMENT_MEANS).nullable(), paidOn: CalendarDateSchema.nullable() })
      .nullable(),
    waived: z.boolean(),
    auditor: z.object({ provider: z.string(), contact: z.string().nullable() }).nullable(),
    missedCalls: z.number().int(),
    /** Corrections that are left; null where the rulebook does not know. */
    chancesLeft: z.number().int().nullable(),
    chancesTotal: z.number().int().nullable(),
    /** How often a returned application may be corrected. */
    chancesRule: RuleReferenceSchema.nullable(),
    /** Day the correction is due; null: not stated or none asked. */
    dueOn: CalendarDateSchema.nullable(),
    supplementReason: z.string().nullable(),
    expectedRange: ExpectedRangeSchema.nullable(),
    openedAt: InstantSchema,
    closedAt: InstantSchema.nullable(),
    version: VersionSchema,
    /** Version of its registration, which moves with it. */
    registrationVersion: VersionSchema,
    availableEvents: z.array(AvailableEventSchema(ORDER_EVENTS)),
  })
  .meta({ id: 'VerificationOrder' });
export type VerificationOrder = z.infer<typeof OrderSchema>;

export const listOrders = defineOperation({
  id: 'listOrders',
  method: 'GET',
  path: '/registrations/{id}/orders',
  permission: 'registrations.read',
  summary: "Lists a registration's verification orders, newest first.",
  input: { params: IdParamsSchema, query: z.strictObject(PAGE_QUERY) },
  output: { schema: pageOf(OrderSchema) },
});

export const openOrder = defineOperation({
  id: 'openOrder',
  method: 'POST',
  path: '/registrations/{id}/orders',
  permission: 'registrations.decide',
  summary: 'Opens a verification order; one open order at a time.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({
      kind: z.enum(ORDER_KINDS),
      payer: z.enum(PAYERS),
      wantedName: NameSchema.optional(),
      organisationSize: z.enum(ORGANISATION_SIZES).optional(),
      invoiceKind: z.enum(INVOICE_KINDS).optional(),
      acknowledgements: eventBodySchema.shape.acknowledgements,
      reason: eventBodySchema.shape.reason,
    }),
  },
  output: { status: 201, schema: OrderSchema },
  refusals: ['order.already_open'],
});

/** The body of each order event: the event's own facts beside what every event carries. */
export const ApplyOrderEventSchema = eventBodySchema.unionOf(ORDER_EVENT_FACTS, ['order_opened'], 'OrderEventRequest');

export const applyOrderEvent = defineOperation({
  id: 'applyOrderEvent',
  method: 'POST',
  path: '/orders/{id}/events',
  permission: 'registrations.decide',
  summary: 'Applies an event to a verification order; a decision may be refused, an observation never is.',
  input: { params: IdParamsSchema, body: ApplyOrderEventSchema },
  output: { schema: OrderSchema },
  refusals: ['version.conflict'],
  money: true,
});
