/** Pre-flight: all that can be known about a case or an order before its fee burns. */
import { ORDER_EVENTS, PAYMENT_MEANS, REGISTRATION_EVENTS } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { RefusalSchema, RuleReferenceSchema } from './problem.contract.js';
import { IdParamsSchema, IdSchema, InstantSchema, MoneySchema } from './values.contract.js';

const DecisionSchema = z.enum([...REGISTRATION_EVENTS, ...ORDER_EVENTS]);

/** A finding and where it bites. */
export const PreflightFindingSchema = RefusalSchema.extend({
  /** The decision that is refused for it, or that asks for an answer; null: no decision stops for it, the fee is at risk all the same. */
  decision: DecisionSchema.nullable(),
}).meta({ id: 'PreflightFinding' });
export type PreflightFinding = z.infer<typeof PreflightFindingSchema>;

export const PreflightSchema = z
  .object({
    registrationId: IdSchema,
    /** The order looked at; null: the registration, or an order that is not opened yet. */
    orderId: IdSchema.nullable(),
    /** Looked at with the facts and the rules of this moment of business time. */
    at: InstantSchema,
    /** Decisions to come, up to and including the fee; empty: none leads to a submission or a fee from here. */
    decisions: z.array(DecisionSchema),
    /** Every guard on the way, by its name in the machines' tables, and whether it has nothing to say. */
    checks: z.array(z.object({ check: z.string(), decision: DecisionSchema, passed: z.boolean() })),
    blockers: z.array(PreflightFindingSchema),
    warnings: z.array(PreflightFindingSchema),
    unknowns: z.array(PreflightFindingSchema),
    /** null: no fee is on this way. */
    fee: z
      .object({
        /** null: no rule knows it, the payment page will show it. Zero: free. */
        amount: MoneySchema.nullable(),
        rule: RuleReferenceSchema.nullable(),
        /** Means open to it; null: any. */
        means: z.array(z.enum(PAYMENT_MEANS)).nullable(),
        meansRule: RuleReferenceSchema.nullable(),
      })
      .nullable(),
    /** What a failure would cost; null: nothing, or nobody knows. */
    burns: MoneySchema.nullable(),
  })
  .meta({ id: 'Preflight' });
export type Preflight = z.infer<typeof PreflightSchema>;

export const getPreflight = defineOperation({
  id: 'getPreflight',
  method: 'GET',
  path: '/registrations/{id}/preflight',
  permission: 'registrations.read',
  summary:
    'Looks ahead to the fee: blockers, warnings and unknowns of every decision to come, and what a failure would burn; with `orderId` those of that order.',
  input: { params: IdParamsSchema, query: z.strictObject({ orderId: IdSchema.optional() }) },
  output: { schema: PreflightSchema },
});
