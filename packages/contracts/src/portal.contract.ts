/** The client's side: a link of a contact, the visit it opens, the page it shows. */
import { ACCOUNT_TYPES, HOLDERS, REGISTRATION_STATES, STAGES, VOICES } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { ExpectedRangeSchema } from './events.contract.js';
import { LocaleSchema, RuleReferenceSchema } from './problem.contract.js';
import { JourneyStationSchema, PromiseSchema, VerificationSchema } from './registrations.contract.js';
import { IdParamsSchema, IdSchema, InstantSchema, MoneySchema } from './values.contract.js';

export const createPortalLink = defineOperation({
  id: 'createPortalLink',
  method: 'POST',
  path: '/contacts/{id}/portal-links',
  permission: 'portal_links.manage',
  summary: "Makes a contact's way into the portal; the address is shown once, its token is kept as a hash only.",
  input: { params: IdParamsSchema, body: z.strictObject({}) },
  output: { status: 201, schema: z.object({ id: IdSchema, url: z.string(), expiresAt: InstantSchema }) },
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
  output: { status: 201, schema: z.object({ locale: LocaleSchema }) },
  refusals: ['portal.link_not_valid'],
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

/** What the client sees of one account. */
export const PortalRegistrationSchema = z
  .object({
    id: IdSchema,
    accountName: z.string(),
    accountType: z.enum(ACCOUNT_TYPES),
    state: z.enum(REGISTRATION_STATES),
    stage: z.enum(STAGES),
    holder: z.enum(HOLDERS),
    holderSince: InstantSchema,
    paused: z.boolean(),
    /** When they hear from us next; null when nothing is under way. */
    promise: PromiseSchema.nullable(),
    expectedRange: ExpectedRangeSchema.nullable(),
    verification: VerificationSchema.pick({ status: true, until: true, untilOn: true, provenance: true }),
    /** The one thing for the client to do; null: nothing. */
    nextThing: z
      .object({
        kind: z.enum(['prerequisites', 'sign_off', 'transfer', 'fee', 'supplement', 'renewal_decision', 'email']),
        /** Codes of papers, where it is about papers. */
        items: z.array(z.string()),
        /** Day it is due, where one is known. */
        dueOn: z.string().nullable(),
      })
      .nullable(),
    journey: z.array(JourneyStationSchema),
    answers: z.object({
      /** Official fee of a year's verification; null: unknown, asked at payment time. */
      yearlyFee: MoneySchema.nullable(),
      yearlyFeeRule: RuleReferenceSchema.nullable(),
      canSwitchType: z.boolean(),
      canSwitchRule: RuleReferenceSchema.nullable(),
      /** Name of the licence holder, who owns the account. */
      owner: z.string(),
      adminName: z.string().nullable(),
      /** Papers and facts still wanted from the client. */
      stillNeeded: z.array(z.string()),
    }),
    /** Newest first; only what a client may see. */
    history: z.array(
      z.object({
        kind: z.string(),
        voice: z.enum(VOICES),
        occurredAt: InstantSchema,
        /** Values for the sentence; never a personal number. */
        params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      }),
    ),
  })
  .meta({ id: 'PortalRegistration' });
export type PortalRegistration = z.infer<typeof PortalRegistrationSchema>;

export const PortalHomeSchema = z
  .object({
    agency: z.object({ name: z.string(), nameZh: z.string().nullable() }),
    visitor: z.object({ name: z.string(), locale: LocaleSchema, timeZone: z.string() }),
    client: z.object({ name: z.string() }),
    /** Who looks after it. */
    assignee: z.object({ name: z.string() }).nullable(),
    businessNow: InstantSchema,
    registrations: z.array(PortalRegistrationSchema),
  })
  .meta({ id: 'PortalHome' });
export type PortalHome = z.infer<typeof PortalHomeSchema>;

export const getPortalHome = defineOperation({
  id: 'getPortalHome',
  method: 'GET',
  path: '/portal/home',
  permission: 'portal.visitor',
  summary: "Reads the visitor's own cases: whose turn, when they hear next, what is expected, what they can do.",
  input: {},
  output: { schema: PortalHomeSchema },
});
