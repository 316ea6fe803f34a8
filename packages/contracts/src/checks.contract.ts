/** Checks of numbers, addresses and names, without storing anything. */
import { ACCEPTANCES, ROUTES, SUBJECT_TYPES } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { RuleReferenceSchema } from './problem.contract.js';
import { CountryCodeSchema, GivenDateSchema } from './values.contract.js';

/** What can be checked. */
export const IDENTIFIER_KINDS = [
  'uscc',
  'licence_code',
  'organisation_code',
  'resident_id',
  'email',
  'phone',
  'account_name',
  'registered_name',
] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** One thing wrong, or worth a look, in the caller's language, with the rule behind it. */
const IdentifierRemarkSchema = z.object({
  code: z.string(),
  message: z.string(),
  rule: RuleReferenceSchema.nullable(),
});

export const IdentifierAnswerSchema = z
  .object({
    kind: z.enum(IDENTIFIER_KINDS),
    /** Arithmetic and form alone. */
    valid: z.boolean(),
    /** Whether WeChat takes it, as far as a rule says so. */
    acceptance: z.enum(ACCEPTANCES),
    /** The one spelling to store and compare; an ID number or a phone masked; null when nothing usable was sent. */
    normalised: z.string().nullable(),
    /** What was probably meant, where look-alike characters explain the error; never for a person's number. */
    suggestion: z.string().optional(),
    problems: z.array(IdentifierRemarkSchema),
    warnings: z.array(IdentifierRemarkSchema),
    /** The rule that acceptance rests on: that of the first problem, of the first doubt, or what the kind is asked for by. */
    rule: RuleReferenceSchema.nullable(),
  })
  .meta({ id: 'IdentifierAnswer' });
export type IdentifierAnswer = z.infer<typeof IdentifierAnswerSchema>;

export const checkIdentifier = defineOperation({
  id: 'checkIdentifier',
  method: 'POST',
  path: '/checks',
  permission: 'rules.read',
  summary: 'Checks a number, an address or a name. Nothing is stored; a person’s number comes out masked.',
  input: {
    body: z.strictObject({
      kind: z.enum(IDENTIFIER_KINDS),
      /** As typed. */
      value: z.string().max(500),
      /** Who would register with it: a code must belong to that kind of body. */
      subjectType: z.enum(SUBJECT_TYPES).optional(),
      /** The day on which a person must be of age; today when not given. */
      on: GivenDateSchema.optional(),
      /** Where a phone number without a country prefix is from. */
      countryCode: CountryCodeSchema.optional(),
      /** The way of proof: the bank's form weighs a registered name, the verification's counts an account's name its own way. */
      route: z.enum(ROUTES).optional(),
    }),
  },
  output: { schema: IdentifierAnswerSchema },
  idempotent: false,
});
