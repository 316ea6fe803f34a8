/** The client's own side: a contact's link, the visit it opens, and everything the page shows in one answer. */
import {
  ACCOUNT_TYPES,
  FINAL_REGISTRATION_STATES,
  HOLDERS,
  PREREQUISITE_STATES,
  PROVENANCES,
  STAGES,
  VERIFICATION_STATUSES,
  VOICES,
} from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { LocaleSchema } from './problem.contract.js';
import { CalendarDateSchema, IdParamsSchema, IdSchema, InstantSchema, MoneySchema } from './values.contract.js';

export const createPortalLink = defineOperation({
  id: 'createPortalLink',
  method: 'POST',
  path: '/contacts/{id}/portal-links',
  permission: 'portal_links.manage',
  summary: "Makes a contact's way into the portal; the address is shown once, its token is kept as a hash only.",
  input: { params: IdParamsSchema, body: z.strictObject({}).default({}) },
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

/** What the one job of the client can be. */
export const PORTAL_JOBS = [
  'paper',
  'sign_off',
  'fee',
  'transfer',
  'supplement',
  'renewal_decision',
  'deregistration_proof',
  'deregistration_confirmation',
  'migration_confirmation',
] as const;

/** What the client sees of one account. */
export const PortalRegistrationSchema = z
  .object({
    id: IdSchema,
    accountName: z.string(),
    accountType: z.enum(ACCOUNT_TYPES),
    stage: z.enum(STAGES),
    holder: z.enum(HOLDERS),
    holderSince: InstantSchema,
    paused: z.boolean(),
    /** They hear from us by then; null: nothing is under way. */
    promise: InstantSchema.nullable(),
    /** Rule that the promise was counted by. */
    promiseRuleId: z.string().nullable(),
    /** Who looks after it. */
    assigneeName: z.string().nullable(),
    /** Running wait for Tencent, calendar day by calendar day; null when nothing waits. Past `toOn`, `dayNumber` exceeds `maxDays`. */
    wait: z
      .object({
        startedOn: CalendarDateSchema,
        fromOn: CalendarDateSchema,
        toOn: CalendarDateSchema,
        /** In working days. */
        minDays: z.number().int(),
        maxDays: z.number().int(),
        /** Working days passed; 0 on the first. */
        dayNumber: z.number().int(),
        /** It reaches into a year whose holidays are not published. */
        provisional: z.boolean(),
        /** Rule that says how long it takes. */
        ruleId: z.string(),
        days: z.array(z.object({ on: CalendarDateSchema, working: z.boolean(), makeUp: z.boolean() })),
      })
      .nullable(),
    /** The one thing the client can do now; null: nothing. `code`: the paper, for kinds paper and supplement. */
    nextJob: z
      .object({ kind: z.enum(PORTAL_JOBS), code: z.string().nullable(), dueOn: CalendarDateSchema.nullable() })
      .nullable(),
    /** Stretches in order: `on` is the first day in Beijing, `days` the calendar days it took (null: still running). */
    journey: z.array(
      z.object({
        stage: z.enum(STAGES),
        kind: z.enum(['reached', 'lost', 'current']),
        on: CalendarDateSchema,
        holder: z.enum(HOLDERS),
        days: z.number().int().nullable(),
        /** Fee that was burnt, with kind lost. */
        amount: MoneySchema.nullable(),
      }),
    ),
    /** First day live, expected; null when it is live, over, or cannot be said. */
    expectedLive: z.object({ fromOn: CalendarDateSchema, toOn: CalendarDateSchema }).nullable(),
    verification: z.object({
      status: z.enum(VERIFICATION_STATUSES),
      untilOn: CalendarDateSchema.nullable(),
      provenance: z.enum(PROVENANCES).nullable(),
      /** Rule that an assumed end was counted by; null: it was told. */
      ruleId: z.string().nullable(),
    }),
    /** WeChat's fee an attempt; null: no verification is possible, or there is no account any more. `amount` null: the rule is not known, asked at payment time. */
    fee: z
      .object({
        amount: MoneySchema.nullable(),
        ruleId: z.string().nullable(),
        ruleValidFrom: CalendarDateSchema.nullable(),
      })
      .nullable(),
    /** `possible`: nothing is submitted yet, so another type can still be chosen; afterwards never. */
    typeSwitch: z.object({ possible: z.boolean(), ruleId: z.string(), ruleValidFrom: CalendarDateSchema.nullable() }),
    /** How the case ended; null: it has not. */
    ending: z.enum(FINAL_REGISTRATION_STATES).nullable(),
    /** Who owns the account and who administers it. */
    owner: z.object({ subjectName: z.string(), adminName: z.string().nullable() }),
    /** Papers and facts still wanted from the client. */
    stillNeeded: z.array(z.object({ code: z.string(), state: z.enum(PREREQUISITE_STATES) })),
    /** What a client may see, newest first, at most 30. */
    history: z.array(
      z.object({
        id: IdSchema,
        /** Key of the sentence. */
        type: z.string(),
        at: InstantSchema,
        voice: z.enum(VOICES),
        /** Values for the sentence; never a personal number. */
        params: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
  })
  .meta({ id: 'PortalRegistration' });
export type PortalRegistration = z.infer<typeof PortalRegistrationSchema>;

export const PortalHomeSchema = z
  .object({
    visitor: z.object({ name: z.string(), locale: LocaleSchema, timeZone: z.string() }),
    clientName: z.string(),
    agencyName: z.string(),
    /** For Chinese readers; null: the same. */
    agencyNameZh: z.string().nullable(),
    /** Business clock. */
    now: InstantSchema,
    /** Its date in Beijing. */
    today: CalendarDateSchema,
    /** Those where something is the client's turn first. */
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
