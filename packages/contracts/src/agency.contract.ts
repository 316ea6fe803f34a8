/** The agency itself: how it shows itself to clients, and the texts that visitors of its portal read. */
import { AGENCY_TEXT_KINDS } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { PortalAgencySchema } from './portal-links.contract.js';
import { LocaleSchema } from './problem.contract.js';
import { IdSchema, InstantSchema, saying, VersionSchema, visibleText } from './values.contract.js';

/** One line: it stands in the foot of a page and in the head of a mail. */
const lineOf = (max: number) => visibleText(max).refine((text) => !/[\r\n\u2028\u2029]/.test(text), saying('one_line'));

export const AgencySettingsSchema = PortalAgencySchema.extend({
  id: IdSchema,
  timeZone: z.string(),
  locale: LocaleSchema,
  /** Where strangers ask its advisor; null: no slug, so no public page. */
  advisorUrl: z.string().nullable(),
  version: VersionSchema,
}).meta({ id: 'AgencySettings' });
export type AgencySettings = z.infer<typeof AgencySettingsSchema>;

/** Small letters, digits and hyphens, 3 to 40, letter or digit at both ends. */
export const SlugSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/);

export const getAgencySettings = defineOperation({
  id: 'getAgencySettings',
  method: 'GET',
  path: '/agency',
  permission: 'session.own',
  summary: 'Reads how the agency shows itself: names, public address, colour, who runs it.',
  input: {},
  output: { schema: AgencySettingsSchema },
});

export const updateAgency = defineOperation({
  id: 'updateAgency',
  method: 'PATCH',
  path: '/agency',
  permission: 'agency.manage',
  summary: 'Changes how the agency shows itself; a field left out stays, null empties it.',
  input: {
    body: z.strictObject({
      expectedVersion: VersionSchema,
      name: lineOf(120).optional(),
      nameZh: lineOf(120).nullish(),
      slug: SlugSchema.nullish(),
      /** `#rrggbb` in small letters. */
      brandColour: z
        .string()
        .regex(/^#[0-9a-f]{6}$/)
        .nullish(),
      legalName: lineOf(200).nullish(),
      address: lineOf(300).nullish(),
      contactEmail: z.email().max(254).nullish(),
      website: z
        .url({ protocol: /^https$/ })
        .max(200)
        // A name and password before the @ would be shown to everybody.
        .refine((address) => !/^https:\/\/[^/?#]*@/i.test(address))
        .nullish(),
    }),
  },
  output: { schema: AgencySettingsSchema },
  refusals: ['version.conflict', 'agency.slug_taken'],
});

export const AgencyTextKindSchema = z.enum(AGENCY_TEXT_KINDS);

/** A text that visitors read, in both languages. */
export const AgencyTextSchema = z
  .object({
    kind: AgencyTextKindSchema,
    /** `daiban-…`: ours, with the agency's data filled in; `agency-…`: the agency's own. What somebody agreed to is kept by it. */
    version: z.string(),
    en: z.string(),
    zh: z.string(),
    /** When the agency wrote it; null: ours. */
    setAt: InstantSchema.nullable(),
    /** Member who wrote it; null: ours. */
    setBy: z.string().nullable(),
  })
  .meta({ id: 'AgencyText' });
export type AgencyText = z.infer<typeof AgencyTextSchema>;

export const listAgencyTexts = defineOperation({
  id: 'listAgencyTexts',
  method: 'GET',
  path: '/agency/texts',
  permission: 'session.own',
  summary: 'Lists the texts that visitors of the portal read now: the agency’s own, else ours.',
  input: {},
  output: { schema: z.object({ items: z.array(AgencyTextSchema) }).meta({ id: 'AgencyTextList' }) },
});

export const setAgencyText = defineOperation({
  id: 'setAgencyText',
  method: 'POST',
  path: '/agency/texts',
  permission: 'agency.manage',
  summary: 'Puts a text of the agency’s own in place of the one before; earlier versions stay what people agreed to.',
  input: {
    body: z.strictObject({ kind: AgencyTextKindSchema, en: visibleText(20_000), zh: visibleText(20_000) }),
  },
  output: { status: 201, schema: AgencyTextSchema },
});
