/** The client's agreement to the choices of a case that can never be changed. */
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { IdParamsSchema, IdSchema, InstantSchema, VersionSchema } from './values.contract.js';

/** A choice that can never be changed after submission, in its present form. */
export const IrreversibleChoiceSchema = z.object({ choice: z.string(), value: z.string().nullable() });

export const SignOffSchema = z
  .object({
    id: IdSchema,
    contactId: IdSchema,
    textVersion: z.string(),
    choices: z.array(IrreversibleChoiceSchema),
    signedAt: InstantSchema,
    voidedAt: InstantSchema.nullable(),
    registrationVersion: VersionSchema,
  })
  .meta({ id: 'SignOff' });

export const recordSignOff = defineOperation({
  id: 'recordSignOff',
  method: 'POST',
  path: '/registrations/{id}/sign-offs',
  permission: 'registrations.write',
  summary:
    'Records that a contact agreed to the irreversible choices as they stand; choices that differ from the case are refused.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({
      contactId: IdSchema,
      textVersion: z.string().trim().min(1).max(40),
      /** As `irreversibleChoices` of the case gives them: a list, or an object of choice and value. */
      choices: z.union([
        z.array(z.strictObject(IrreversibleChoiceSchema.shape)).max(20),
        z.record(z.string().max(60), z.string().max(300).nullable()),
      ]),
    }),
  },
  output: { status: 201, schema: SignOffSchema },
  refusals: ['sign_off.choices_differ', 'contact.not_found'],
});
