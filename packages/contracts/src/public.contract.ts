/** What strangers may ask an agency: who it is, its texts, its advisor, and to be called back. Nobody needs to be known. */
import { z } from 'zod';
import { AdviceQuestionSchema, AdviceSchema } from './advice.contract.js';
import { AgencyTextKindSchema } from './agency.contract.js';
import { defineOperation } from './define-operation.js';
import { PortalAgencySchema } from './portal-links.contract.js';
import { getPortalRule } from './rules.contract.js';
import { saying, visibleText } from './values.contract.js';

/** Any word: one that is no agency's address answers 404, whatever is wrong with it. */
const SlugParamsSchema = z.strictObject({ slug: z.string().min(1).max(100) });

export const PublicAgencySchema = PortalAgencySchema.extend({
  /** Version of the privacy notice that a lead agrees to. */
  privacyVersion: z.string(),
  /** Goes back with the lead: shows that a page was read before its form was sent. */
  formToken: z.string(),
}).meta({ id: 'PublicAgency' });
export type PublicAgency = z.infer<typeof PublicAgencySchema>;

export const getPublicAgency = defineOperation({
  id: 'getPublicAgency',
  method: 'GET',
  path: '/public/agencies/{slug}',
  permission: 'public',
  summary: 'Reads whose public page it is: name, colour, who runs it.',
  input: { params: SlugParamsSchema },
  output: { schema: PublicAgencySchema },
});

/** A text in both languages, as a visitor reads it. */
export const PortalTextSchema = z
  .object({
    kind: AgencyTextKindSchema,
    version: z.string(),
    en: z.string(),
    zh: z.string(),
    agency: PortalAgencySchema,
  })
  .meta({ id: 'PortalText' });
export type PortalText = z.infer<typeof PortalTextSchema>;

export const getPublicText = defineOperation({
  id: 'getPublicText',
  method: 'GET',
  path: '/public/agencies/{slug}/texts/{kind}',
  permission: 'public',
  summary: 'Reads a text of the agency: privacy notice, accessibility statement, consents.',
  input: { params: SlugParamsSchema.extend({ kind: AgencyTextKindSchema }) },
  output: { schema: PortalTextSchema },
});

export const getPortalText = defineOperation({
  id: 'getPortalText',
  method: 'GET',
  path: '/portal/texts/{kind}',
  permission: 'portal.session',
  summary: 'The same text for a visitor, of the agency whose page they are on.',
  input: { params: z.strictObject({ kind: AgencyTextKindSchema }) },
  output: { schema: PortalTextSchema },
});

export const askPublicAdvisor = defineOperation({
  id: 'askPublicAdvisor',
  method: 'POST',
  path: '/public/agencies/{slug}/advice',
  permission: 'public',
  summary: 'Answers which account, on which licence, by which way, for how much and how long; nothing of it is kept.',
  input: { params: SlugParamsSchema, body: AdviceQuestionSchema },
  output: { schema: AdviceSchema },
  refusals: ['rate.too_many'],
  idempotent: false,
});

export const getPublicRule = defineOperation({
  id: 'getPublicRule',
  method: 'GET',
  path: '/public/agencies/{slug}/rules/{id}',
  permission: 'public',
  summary: 'The rule behind a sentence of the public advisor, as `getPortalRule` tells it.',
  input: {
    params: SlugParamsSchema.extend({ id: getPortalRule.input.params.shape.id }),
    query: getPortalRule.input.query,
  },
  output: getPortalRule.output,
});

export const createLead = defineOperation({
  id: 'createLead',
  method: 'POST',
  path: '/public/agencies/{slug}/leads',
  permission: 'public',
  summary:
    'Leaves one’s address with the agency, with the question that was asked; the answer to it is kept for the agency.',
  input: {
    params: SlugParamsSchema,
    body: z.strictObject({
      name: visibleText(120).refine((text) => !/[\r\n]/.test(text), saying('one_line')),
      email: z.email().max(254),
      company: visibleText(200)
        .refine((text) => !/[\r\n]/.test(text), saying('one_line'))
        .nullable()
        .default(null),
      message: visibleText(2000).nullable().default(null),
      /** What the advisor was asked; null: nothing. */
      question: AdviceQuestionSchema.nullable().default(null),
      /** The privacy notice they agreed to, by its version. */
      agreedTo: z.string().min(1).max(40),
      formToken: z.string().min(1).max(200),
      /** A field that no person sees; whatever fills it in is no person, and is thanked and forgotten. */
      homepage: z.string().max(500).default(''),
    }),
  },
  output: { status: 204 },
  refusals: ['rate.too_many', 'lead.form_too_old', 'lead.form_too_quick', 'lead.text_changed'],
  idempotent: false,
});
