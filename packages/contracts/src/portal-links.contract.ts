/** The ways into the portal: links of each kind for staff and for a client's contact, the visit that one opens, and the code by mail when none is at hand. */
import { PORTAL_LINK_KINDS } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { LocaleSchema } from './problem.contract.js';
import { IdParamsSchema, IdSchema, InstantSchema, visibleText } from './values.contract.js';

/** A link as it is shown once: the token stands in the address and nowhere else. */
export const MadePortalLinkSchema = z
  .object({ id: IdSchema, url: z.string(), expiresAt: InstantSchema })
  .meta({ id: 'MadePortalLink' });
export type MadePortalLink = z.infer<typeof MadePortalLinkSchema>;

/** How a link stands: open, past its end, or ended by somebody. */
export const PORTAL_LINK_STATES = ['open', 'expired', 'revoked'] as const;

export const PortalLinkSchema = z
  .object({
    id: IdSchema,
    kind: z.enum(PORTAL_LINK_KINDS),
    state: z.enum(PORTAL_LINK_STATES),
    /** Whom it lets in: the contact's or the administrator's name, or what its maker wrote on a boardroom or item link. */
    whom: z.string(),
    /** The contact: its own with kinds contact and preview, its maker with kinds boardroom and item. */
    contactId: IdSchema.nullable(),
    /** The one account it opens, with kinds admin_person and item. */
    registrationId: IdSchema.nullable(),
    accountName: z.string().nullable(),
    /** The one paper, with kind item. */
    paperCode: z.string().nullable(),
    /** Who made it; null: made by the product for its mails. */
    madeBy: z.string().nullable(),
    createdAt: InstantSchema,
    expiresAt: InstantSchema,
    revokedAt: InstantSchema.nullable(),
    /** Visits opened with it, and the last one. */
    visits: z.number().int(),
    lastVisitAt: InstantSchema.nullable(),
  })
  .meta({ id: 'PortalLink' });
export type PortalLink = z.infer<typeof PortalLinkSchema>;

const PortalLinkListSchema = z.object({ items: z.array(PortalLinkSchema) }).meta({ id: 'PortalLinkList' });
/** Whom a link is for, as its maker writes it: "Board of Harbour Foods". */
const LabelSchema = visibleText(80);

export const createPortalLink = defineOperation({
  id: 'createPortalLink',
  method: 'POST',
  path: '/contacts/{id}/portal-links',
  permission: 'portal_links.manage',
  summary: "Makes a contact's way into the portal; the address is shown once, its token is kept as a hash only.",
  input: { params: IdParamsSchema, body: z.strictObject({}).default({}) },
  output: { status: 201, schema: MadePortalLinkSchema },
});

export const createBoardroomLink = defineOperation({
  id: 'createBoardroomLink',
  method: 'POST',
  path: '/clients/{id}/boardroom-links',
  permission: 'portal_links.manage',
  summary:
    "Makes a link that shows a client's progress to whoever holds it, without personal data and without any right to act.",
  input: { params: IdParamsSchema, body: z.strictObject({ label: LabelSchema }) },
  output: { status: 201, schema: MadePortalLinkSchema },
});

export const createAdminLink = defineOperation({
  id: 'createAdminLink',
  method: 'POST',
  path: '/registrations/{id}/admin-link',
  permission: 'portal_links.manage',
  summary: "Makes the way in for the case's administrator, to their own page of this one case.",
  input: { params: IdParamsSchema, body: z.strictObject({}).default({}) },
  output: { status: 201, schema: MadePortalLinkSchema },
  refusals: ['portal.no_admin'],
});

export const createPreview = defineOperation({
  id: 'createPreview',
  method: 'POST',
  path: '/contacts/{id}/preview',
  permission: 'portal_links.manage',
  summary: 'Lets the caller see the portal as this contact sees it, for half an hour and without any right to act.',
  input: { params: IdParamsSchema, body: z.strictObject({}).default({}) },
  output: { status: 201, schema: MadePortalLinkSchema },
});

export const listPortalLinks = defineOperation({
  id: 'listPortalLinks',
  method: 'GET',
  path: '/clients/{id}/portal-links',
  permission: 'clients.read',
  summary: "Lists a client's ways in with their visits, open ones first; at most 200.",
  input: { params: IdParamsSchema },
  output: { schema: PortalLinkListSchema },
});

export const revokePortalLink = defineOperation({
  id: 'revokePortalLink',
  method: 'DELETE',
  path: '/portal-links/{id}',
  permission: 'portal_links.manage',
  summary: 'Ends a link and every visit through it at once.',
  input: { params: IdParamsSchema },
  output: { status: 204 },
});

export const redeemPortalLink = defineOperation({
  id: 'redeemPortalLink',
  method: 'POST',
  path: '/portal/session',
  permission: 'public',
  summary: 'Opens a visit with the token of a link; the link serves again until it is revoked or expires.',
  input: { body: z.strictObject({ token: z.string().min(1).max(200) }) },
  output: { status: 204 },
  refusals: ['portal.link_unusable'],
  idempotent: false,
});

export const endPortalSession = defineOperation({
  id: 'endPortalSession',
  method: 'DELETE',
  path: '/portal/session',
  permission: 'public',
  summary: 'Ends the visit of this browser; harmless when there is none.',
  input: {},
  output: { status: 204 },
});

/** Whose page it is, as every page's frame says it. */
export const PortalAgencySchema = z
  .object({
    name: z.string(),
    /** For Chinese readers; null: the same. */
    nameZh: z.string().nullable(),
    /** Names its public pages; null: it has none. */
    slug: z.string().nullable(),
    /** `#rrggbb` in small letters; null: the product's own. */
    brandColour: z.string().nullable(),
    /** Who runs the page in law; null: not told yet. */
    legalName: z.string().nullable(),
    address: z.string().nullable(),
    contactEmail: z.string().nullable(),
    website: z.string().nullable(),
  })
  .meta({ id: 'PortalAgency' });
export type PortalAgency = z.infer<typeof PortalAgencySchema>;

export const PortalVisitSchema = z
  .object({
    kind: z.enum(PORTAL_LINK_KINDS),
    /** Whom the page greets. */
    name: z.string(),
    locale: LocaleSchema,
    /** IANA zone the visitor reads times in. */
    timeZone: z.string(),
    clientName: z.string(),
    /** The one account it opens, with kinds admin_person and item; null: all of the client's. */
    registrationId: IdSchema.nullable(),
    /** The one paper, with kind item. */
    prerequisiteId: IdSchema.nullable(),
    /** Of a member who looks as a contact; null: a real visit. */
    preview: z.object({ memberName: z.string(), clientId: IdSchema }).nullable(),
    agency: PortalAgencySchema,
  })
  .meta({ id: 'PortalVisit' });
export type PortalVisit = z.infer<typeof PortalVisitSchema>;

export const getPortalSession = defineOperation({
  id: 'getPortalSession',
  method: 'GET',
  path: '/portal/session',
  permission: 'portal.session',
  summary: 'Reads who visits, by which kind of link, and whose page it is.',
  input: {},
  output: { schema: PortalVisitSchema },
});

export const findLinkOrigin = defineOperation({
  id: 'findLinkOrigin',
  method: 'POST',
  path: '/portal/link-origin',
  permission: 'public',
  summary: 'Tells the holder of a link that has ended whom to ask; of a token that never was one, nothing.',
  input: { body: z.strictObject({ token: z.string().min(1).max(200) }) },
  output: {
    schema: z
      .object({
        /** Whose link it was; null: no link of ours. */
        agency: z
          .object({
            name: z.string(),
            nameZh: z.string().nullable(),
            /** Who looks after the client's cases; null: nobody at present. */
            personName: z.string().nullable(),
          })
          .nullable(),
      })
      .meta({ id: 'LinkOrigin' }),
  },
  idempotent: false,
});

export const requestPortalCode = defineOperation({
  id: 'requestPortalCode',
  method: 'POST',
  path: '/portal/codes',
  permission: 'public',
  summary:
    'Mails a code of eight digits to every contact with this address; the answer is the same, and as quick, when there is none. With the token of an ended link: only to contacts of its client.',
  input: { body: z.strictObject({ email: z.email().max(254), token: z.string().min(1).max(200).optional() }) },
  output: { status: 202, schema: z.object({ validMinutes: z.number().int() }).meta({ id: 'PortalCodeAsked' }) },
  idempotent: false,
});

export const redeemPortalCode = defineOperation({
  id: 'redeemPortalCode',
  method: 'POST',
  path: '/portal/codes/redemption',
  permission: 'public',
  summary: 'Opens a visit with a mailed code, once; blanks and hyphens between the digits do not matter.',
  input: { body: z.strictObject({ email: z.email().max(254), code: z.string().min(1).max(40) }) },
  output: { status: 204 },
  refusals: ['portal.code_unusable'],
  idempotent: false,
});

export const listOwnPortalLinks = defineOperation({
  id: 'listOwnPortalLinks',
  method: 'GET',
  path: '/portal/links',
  permission: 'portal.write',
  summary: 'Lists the boardroom and item links that the visiting contact has made, open ones first.',
  input: {},
  output: { schema: PortalLinkListSchema },
});

export const createOwnBoardroomLink = defineOperation({
  id: 'createOwnBoardroomLink',
  method: 'POST',
  path: '/portal/boardroom-links',
  permission: 'portal.write',
  summary: 'Makes a boardroom link in the name of the visiting contact.',
  input: { body: z.strictObject({ label: LabelSchema }) },
  output: { status: 201, schema: MadePortalLinkSchema },
  refusals: ['portal.too_many_links'],
});

export const revokeOwnPortalLink = defineOperation({
  id: 'revokeOwnPortalLink',
  method: 'DELETE',
  path: '/portal/links/{id}',
  permission: 'portal.write',
  summary: 'Ends a link that the visiting contact has made, and every visit through it.',
  input: { params: IdParamsSchema },
  output: { status: 204 },
});
