/** Operators: people who post and answer for an account with a WeChat of their own, each on a seat. */
import { OPERATOR_TERMS } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { AcknowledgementSchema } from './events.contract.js';
import { RuleReferenceSchema } from './problem.contract.js';
import { CalendarDateSchema, IdParamsSchema, IdSchema, InstantSchema, VersionSchema } from './values.contract.js';

export const OperatorSchema = z
  .object({
    personId: IdSchema,
    name: z.string(),
    term: z.enum(OPERATOR_TERMS),
    followsAccount: z.boolean(),
    boundAt: InstantSchema,
    /** Last day of a short-term seat; null for a long one. */
    endsOn: CalendarDateSchema.nullable(),
  })
  .meta({ id: 'Operator' });
export type Operator = z.infer<typeof OperatorSchema>;

const SeatsSchema = z.object({
  used: z.number().int(),
  /** null: for this type of account nobody knows. */
  limit: z.number().int().nullable(),
  rule: RuleReferenceSchema.nullable(),
});

/** The seats of one account. Those that have ended are not among them. */
export const AccountOperatorsSchema = z
  .object({
    registrationId: IdSchema,
    /** Of the registration: send it as `expectedVersion`. */
    version: VersionSchema,
    items: z.array(OperatorSchema),
    long: SeatsSchema,
    short: SeatsSchema,
  })
  .meta({ id: 'AccountOperators' });
export type AccountOperators = z.infer<typeof AccountOperatorsSchema>;

export const listOperators = defineOperation({
  id: 'listOperators',
  method: 'GET',
  path: '/registrations/{id}/operators',
  permission: 'registrations.read',
  summary: 'Lists the operators of an account and the seats they take.',
  input: { params: IdParamsSchema },
  output: { schema: AccountOperatorsSchema },
});

export const bindOperator = defineOperation({
  id: 'bindOperator',
  method: 'POST',
  path: '/registrations/{id}/operators',
  permission: 'registrations.write',
  summary: 'Gives a person a seat on a live account; a short-term seat ends by itself.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({
      personId: IdSchema,
      term: z.enum(OPERATOR_TERMS),
      /** Their own WeChat follows the account, which Tencent asks for. */
      followsAccount: z.boolean(),
      expectedVersion: VersionSchema.optional(),
      acknowledgements: z.array(AcknowledgementSchema).max(10).optional(),
    }),
  },
  output: { status: 201, schema: AccountOperatorsSchema },
  refusals: [
    'version.conflict',
    'person.not_found',
    'operator.account_not_live',
    'operator.is_admin',
    'operator.already_bound',
    'operator.not_following',
    'operator.card_not_bound',
    'operator.long_seats_full',
    'operator.short_seats_full',
    'operator.accounts_full',
    'operator.unknown_for_type',
  ],
});

export const unbindOperator = defineOperation({
  id: 'unbindOperator',
  method: 'DELETE',
  path: '/registrations/{id}/operators/{personId}',
  permission: 'registrations.write',
  summary: 'Ends a seat, whatever state the account is in; 404 when the person has none there.',
  input: { params: z.strictObject({ id: IdSchema, personId: IdSchema }) },
  output: { schema: AccountOperatorsSchema },
});
