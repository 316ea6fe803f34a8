/** People who asked the public advisor and left their address. */
import { ACCOUNT_TYPES, ADVICE_GOALS, LEAD_STATES, VERDICTS } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { LocaleSchema } from './problem.contract.js';
import { IdParamsSchema, IdSchema, InstantSchema, PAGE_QUERY, pageOf, VersionSchema } from './values.contract.js';

export const LeadSchema = z
  .object({
    id: IdSchema,
    state: z.enum(LEAD_STATES),
    name: z.string(),
    company: z.string().nullable(),
    email: z.string(),
    /** Language they wrote in. */
    locale: LocaleSchema,
    /** What they wrote beside the questions; null: nothing. */
    message: z.string().nullable(),
    /** What they asked and were answered, in short; the whole is `getKeptAdvice`. Null: they asked nothing. */
    advice: z
      .object({
        id: IdSchema,
        goal: z.enum(ADVICE_GOALS),
        countryCode: z.string(),
        verdict: z.enum(VERDICTS),
        accountType: z.enum(ACCOUNT_TYPES).nullable(),
      })
      .nullable(),
    /** Version of the privacy notice they agreed to. */
    textVersion: z.string(),
    leftAt: InstantSchema,
    version: VersionSchema,
  })
  .meta({ id: 'Lead' });
export type Lead = z.infer<typeof LeadSchema>;

export const listLeads = defineOperation({
  id: 'listLeads',
  method: 'GET',
  path: '/leads',
  permission: 'leads.read',
  summary: 'Lists leads, new ones first, then the newest first.',
  input: { query: z.strictObject({ ...PAGE_QUERY, state: z.enum(LEAD_STATES).optional() }) },
  output: { schema: pageOf(LeadSchema) },
});

export const getLead = defineOperation({
  id: 'getLead',
  method: 'GET',
  path: '/leads/{id}',
  permission: 'leads.read',
  summary: 'Reads one lead.',
  input: { params: IdParamsSchema },
  output: { schema: LeadSchema },
});

export const updateLead = defineOperation({
  id: 'updateLead',
  method: 'PATCH',
  path: '/leads/{id}',
  permission: 'leads.manage',
  summary: 'Says what became of a lead.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({ expectedVersion: VersionSchema, state: z.enum(LEAD_STATES) }),
  },
  output: { schema: LeadSchema },
  refusals: ['version.conflict'],
});
