/** The client's own side: everything the page shows in one answer. The ways into it stand in portal-links.contract. */
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
import { CalendarDateSchema, IdSchema, InstantSchema, MoneySchema } from './values.contract.js';

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
        /** Finished reviews of the agency's own that the days were counted from; null: the rule says them. */
        ownCases: z.number().int().nullable(),
        /** Rule that says how long it takes. */
        ruleId: z.string(),
        days: z.array(z.object({ on: CalendarDateSchema, working: z.boolean(), makeUp: z.boolean() })),
      })
      .nullable(),
    /** The one thing the client can do now; null: nothing. `code` and `prerequisiteId`: the paper, for kinds paper and supplement. */
    nextJob: z
      .object({
        kind: z.enum(PORTAL_JOBS),
        code: z.string().nullable(),
        prerequisiteId: IdSchema.nullable(),
        dueOn: CalendarDateSchema.nullable(),
      })
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
    /** `adminName` null: there is no administrator yet, or, with `hasAdmin`, a boardroom link is not told who it is. */
    owner: z.object({ subjectName: z.string(), adminName: z.string().nullable(), hasAdmin: z.boolean() }),
    /** The client's own papers of what is under way, in any state, those that came back first. Empty for a boardroom link. */
    papers: z.array(
      z.object({
        prerequisiteId: IdSchema,
        code: z.string(),
        state: z.enum(PREREQUISITE_STATES),
        /** When it was sent last; null: not yet, or it reached us another way. */
        submittedAt: InstantSchema.nullable(),
        /** Coded reason why it came back; null: it did not. */
        reasonCode: z.string().nullable(),
      }),
    ),
    /** The client's yes to what can never be changed; null: it is not asked for yet. */
    signOff: z.enum(['wanted', 'changed', 'signed']).nullable(),
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
