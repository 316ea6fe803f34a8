/** Registrations: one account on its way, its case, its events. */
import { EVENT_FACTS, PROOF_STATES } from '@daiban/domain';
import {
  ACCOUNT_TYPES,
  EMAIL_STATES,
  HOLDERS,
  NAMING_RESULTS,
  PROVENANCES,
  QUALIFICATION_RESULTS,
  REGISTRATION_EVENTS,
  REGISTRATION_STATES,
  RESTRICTION_KINDS,
  ROUTES,
  STAGES,
  VERIFICATION_STATUSES,
} from '@daiban/domain/enumerations';
import { z } from 'zod';
import { NameSchema } from './clients.contract.js';
import { defineOperation } from './define-operation.js';
import { AddressSchema } from './emails.contract.js';
import { AvailableEventSchema, eventBodySchema, ExpectedRangeSchema } from './events.contract.js';
import { OrderSchema } from './orders.contract.js';
import { RefusalSchema, RuleReferenceSchema } from './problem.contract.js';
import { IrreversibleChoiceSchema } from './sign-offs.contract.js';
import { SlotUseSchema, SubjectInputSchema, SubjectSchema } from './subjects.contract.js';
import {
  CalendarDateSchema,
  GivenDateSchema,
  IdParamsSchema,
  IdSchema,
  InstantSchema,
  MoneySchema,
  PAGE_QUERY,
  pageOf,
  VersionSchema,
} from './values.contract.js';

/** What is known of the account's verification, apart from its state and its orders. */
export const VerificationSchema = z
  .object({
    status: z.enum(VERIFICATION_STATUSES),
    qualification: z.enum(QUALIFICATION_RESULTS).nullable(),
    naming: z.enum(NAMING_RESULTS).nullable(),
    /** End as WeChat told it, to the second. */
    until: InstantSchema.nullable(),
    /** End as a day that counts to its end in Shanghai. */
    untilOn: CalendarDateSchema.nullable(),
    /** Where the end comes from; `assumed`: computed, to be confirmed. */
    provenance: z.enum(PROVENANCES).nullable(),
    /** The rule that an assumed end was counted by; null: it was told. */
    untilRule: RuleReferenceSchema.nullable(),
    /** `rule`: that a computed opening was counted by; null: WeChat told it. */
    window: z
      .object({
        opensOn: CalendarDateSchema,
        basis: z.enum(['wechat', 'computed']),
        rule: RuleReferenceSchema.nullable(),
      })
      .nullable(),
    /** What does not fit what we hold; a person keeps what is held or takes over what was observed, where something was. */
    conflict: z
      .object({
        code: z.string(),
        raisedAt: InstantSchema,
        observed: z
          .object({
            qualification: z.enum(QUALIFICATION_RESULTS),
            naming: z.enum(NAMING_RESULTS).nullable(),
            until: InstantSchema.nullable(),
            untilOn: CalendarDateSchema.nullable(),
            provenance: z.enum(PROVENANCES),
          })
          .nullable(),
        /** What WeChat told of a case that had come to its end; a final state stays, and a person notes that they saw it. */
        event: z.enum(REGISTRATION_EVENTS).nullable(),
        account: z
          .object({ accountType: z.enum(ACCOUNT_TYPES).nullable(), subjectName: z.string().nullable() })
          .nullable(),
        /** The account's address is another account's by now: which one, or null when it is none of this agency's. */
        email: z
          .object({
            address: z.string(),
            registrationId: IdSchema.nullable(),
            accountName: z.string().nullable(),
          })
          .nullable(),
      })
      .nullable(),
    /** The WeChat API answers for this account. */
    readable: z.boolean(),
    lastReadAt: InstantSchema.nullable(),
  })
  .meta({ id: 'Verification' });

/** When the client hears from us next. */
export const PromiseSchema = z
  .object({ by: InstantSchema, broken: z.boolean(), rule: RuleReferenceSchema.nullable() })
  .meta({ id: 'UpdatePromise' });

/** A day on which something ends. */
export const DeadlineSchema = z
  .object({
    kind: z.string(),
    /** Last day. */
    on: CalendarDateSchema,
    /** The last day is over, and nothing has come of it yet. */
    passed: z.boolean(),
    rule: RuleReferenceSchema.nullable(),
  })
  .meta({ id: 'Deadline' });

/** What becomes of an account once it is live: frozen, moving into another one, closing. */
export const LifeAfterSchema = z
  .object({
    /** Why Tencent froze or banned it; null: it did not. */
    restriction: z.enum(RESTRICTION_KINDS).nullable(),
    migration: z
      .object({
        target: z.object({
          name: z.string(),
          registrationId: IdSchema.nullable(),
          accountType: z.enum(ACCOUNT_TYPES),
          followers: z.number().int().nullable(),
        }),
        /** Both admins confirm from here on. */
        approvedAt: InstantSchema.nullable(),
        /** A migration has a fee and a review of its own. */
        fee: MoneySchema,
        feeRule: RuleReferenceSchema.nullable(),
        /** Calendar days in which the followers' ids can be converted afterwards; null: not for an individual's account. */
        openIdDays: z.number().int().nullable(),
      })
      .nullable(),
    closing: z
      .object({
        /** How this subject proves that it wants to close the account. */
        proof: z.enum(['own_scan', 'small_transfer', 'without_bank', 'unknown']),
        /** Last day of the freeze; null: not proven yet. */
        freezeEndsOn: CalendarDateSchema.nullable(),
      })
      .nullable(),
    nameChangedAt: z.array(InstantSchema),
    /** Places under Tencent's limits that a closed account still holds, until a person records their release. */
    slotsHeld: z.boolean(),
    slotsReleasedAt: InstantSchema.nullable(),
    /** The address reserved beside the account's own, to follow it. */
    nextEmail: z
      .object({
        id: IdSchema,
        address: z.string(),
        reservedUntil: InstantSchema.nullable(),
        lastCheck: z.object({ result: z.string(), checkedAt: InstantSchema }).nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'LifeAfter' });
export type LifeAfter = z.infer<typeof LifeAfterSchema>;

/** A station of the journey line: what happened, what is now, what is expected. */
export const JourneyStationSchema = z
  .object({
    stage: z.enum(STAGES),
    /** 2 for the second review and so on; 1 otherwise. */
    attempt: z.number().int(),
    outcome: z.enum(['done', 'current', 'lost', 'expected']),
    /** When it was reached; null while expected. */
    at: InstantSchema.nullable(),
    /** Who holds it now, or held it longest on the stretch that begins here. */
    holder: z.enum(HOLDERS),
    /** Whole days on the stretch that begins here, up to now for the current one; null while expected. */
    days: z.number().int().nullable(),
    /** The same days by who held it; empty while expected. */
    held: z.array(z.object({ holder: z.enum(HOLDERS), days: z.number().int() })),
    /** Expected between these days. */
    expectedFromOn: CalendarDateSchema.nullable(),
    expectedToOn: CalendarDateSchema.nullable(),
    /** Fee burnt here. */
    lost: MoneySchema.nullable(),
  })
  .meta({ id: 'JourneyStation' });

export const RegistrationSchema = z
  .object({
    id: IdSchema,
    version: VersionSchema,
    client: z.object({
      id: IdSchema,
      name: z.string(),
      countryCode: z.string(),
      locale: z.string(),
      timeZone: z.string(),
    }),
    accountType: z.enum(ACCOUNT_TYPES),
    subject: SubjectSchema.omit({ accountsElsewhere: true, slots: true }),
    route: z.enum(ROUTES),
    proposedName: z.string(),
    nameAlternatives: z.array(z.string()),
    state: z.enum(REGISTRATION_STATES),
    stateSince: InstantSchema,
    stage: z.enum(STAGES),
    holder: z.enum(HOLDERS),
    holderSince: InstantSchema,
    promise: PromiseSchema.nullable(),
    expectedRange: ExpectedRangeSchema.nullable(),
    deadlines: z.array(DeadlineSchema),
    proof: z.object({
      state: z.enum(PROOF_STATES),
      startedAt: InstantSchema.nullable(),
      transferAmount: MoneySchema.nullable(),
    }),
    /** The open order, else the newest. */
    order: OrderSchema.nullable(),
    counters: z.object({
      subject: SlotUseSchema.nullable(),
      adminId: SlotUseSchema.nullable(),
      adminPhone: SlotUseSchema.nullable(),
      adminWechat: SlotUseSchema.nullable(),
    }),
    paused: z.object({ at: InstantSchema }).nullable(),
    renewalDecision: z.object({ decision: z.enum(['accepted', 'declined']), at: InstantSchema }).nullable(),
    verification: VerificationSchema,
    lifeAfter: LifeAfterSchema,
    accountEmail: z
      .object({
        id: IdSchema,
        address: z.string(),
        state: z.enum(EMAIL_STATES),
        holder: z.enum(['agency', 'client']),
        reservedUntil: InstantSchema.nullable(),
        lastCheck: z.object({ result: z.string(), checkedAt: InstantSchema }).nullable(),
      })
      .nullable(),
    admin: z
      .object({
        personId: IdSchema,
        name: z.string(),
        idNumberMasked: z.string().nullable(),
        phoneMasked: z.string().nullable(),
        employer: z.string(),
        isLegalRepresentative: z.boolean(),
        consent: z.object({ id: IdSchema, textVersion: z.string(), givenAt: InstantSchema }).nullable(),
        /** When the last one was taken back; null: it was not, or another one stands. */
        consentWithdrawnAt: InstantSchema.nullable(),
      })
      .nullable(),
    irreversibleChoices: z.array(IrreversibleChoiceSchema),
    signOff: z
      .object({
        id: IdSchema,
        contactId: IdSchema,
        textVersion: z.string(),
        signedAt: InstantSchema,
        standing: z.boolean(),
      })
      .nullable(),
    journey: z.array(JourneyStationSchema),
    assigneeId: IdSchema.nullable(),
    followers: z.number().int().nullable(),
    originalId: z.string().nullable(),
    appId: z.string().nullable(),
    createdFromId: IdSchema.nullable(),
    /** The advice it was opened on, as `getKeptAdvice` reads it. */
    adviceId: IdSchema.nullable(),
    rulebookVersion: z.string().nullable(),
    createdAt: InstantSchema,
    submittedAt: InstantSchema.nullable(),
    liveAt: InstantSchema.nullable(),
    availableEvents: z.array(AvailableEventSchema(REGISTRATION_EVENTS)),
  })
  .meta({ id: 'Registration' });
export type RegistrationCase = z.infer<typeof RegistrationSchema>;

/** A line of the table. */
export const RegistrationSummarySchema = z
  .object({
    id: IdSchema,
    version: VersionSchema,
    client: z.object({ id: IdSchema, name: z.string() }),
    accountType: z.enum(ACCOUNT_TYPES),
    proposedName: z.string(),
    accountEmail: z.string().nullable(),
    state: z.enum(REGISTRATION_STATES),
    stage: z.enum(STAGES),
    holder: z.enum(HOLDERS),
    holderSince: InstantSchema,
    /** Next thing with a date: the update promise, else the end of the verification. */
    dueAt: InstantSchema.nullable(),
    expectedFromOn: CalendarDateSchema.nullable(),
    expectedToOn: CalendarDateSchema.nullable(),
    verification: VerificationSchema.pick({ status: true, until: true, untilOn: true, provenance: true }),
    paused: z.boolean(),
    assigneeId: IdSchema.nullable(),
    createdAt: InstantSchema,
  })
  .meta({ id: 'RegistrationSummary' });
export type RegistrationSummary = z.infer<typeof RegistrationSummarySchema>;

const formFields = {
  accountType: z.enum(ACCOUNT_TYPES),
  route: z.enum(ROUTES),
  proposedName: NameSchema,
  nameAlternatives: z.array(NameSchema).max(5),
};

export const createRegistration = defineOperation({
  id: 'createRegistration',
  method: 'POST',
  path: '/registrations',
  permission: 'registrations.write',
  summary:
    'Opens a case in `draft`. A subject with a known code is the one we already have; `accountEmail` is reserved with it, a taken one refuses the whole call.',
  input: {
    body: z.strictObject({
      clientId: IdSchema,
      ...formFields,
      nameAlternatives: formFields.nameAlternatives.default([]),
      subject: SubjectInputSchema,
      accountEmail: AddressSchema.optional(),
      createdFromId: IdSchema.optional(),
      adviceId: IdSchema.optional(),
    }),
  },
  output: { status: 201, schema: RegistrationSchema },
  refusals: [
    'client.not_found',
    'advice.not_found',
    'subject.code_in_use',
    'subject.name_differs',
    'email.already_used',
    'email.taken_elsewhere',
    'email.malformed',
    'uscc.checksum',
  ],
});

export const updateRegistration = defineOperation({
  id: 'updateRegistration',
  method: 'PATCH',
  path: '/registrations/{id}',
  permission: 'registrations.write',
  summary:
    'Changes a case: everything in `draft`, form fields until sealed, later only assignee, followers and WeChat ids. A locked field is refused with the event that could help.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({
      expectedVersion: VersionSchema,
      clientId: IdSchema.optional(),
      accountType: formFields.accountType.optional(),
      route: formFields.route.optional(),
      proposedName: formFields.proposedName.optional(),
      nameAlternatives: formFields.nameAlternatives.optional(),
      subject: SubjectInputSchema.optional(),
      accountEmail: AddressSchema.optional(),
      assigneeId: IdSchema.nullable().optional(),
      followers: z.number().int().min(0).max(2_000_000_000).nullable().optional(),
      originalId: z
        .string()
        .trim()
        .regex(/^gh_\w{6,40}$/)
        .nullable()
        .optional(),
      appId: z
        .string()
        .trim()
        .regex(/^wx[0-9a-f]{16}$/)
        .nullable()
        .optional(),
    }),
  },
  output: { schema: RegistrationSchema },
  refusals: ['version.conflict', 'registration.field_locked'],
});

/** Filters of the table; each stands in the address of the screen too. */
const filters = {
  stage: z.enum(STAGES).optional(),
  state: z.enum(REGISTRATION_STATES).optional(),
  holder: z.enum(HOLDERS).optional(),
  verification: z.enum(VERIFICATION_STATUSES).optional(),
  /** Searches client, account name and address; two characters or more. */
  q: z.string().trim().max(100).optional(),
  clientId: IdSchema.optional(),
  subjectId: IdSchema.optional(),
  assigneeId: IdSchema.optional(),
  /** Only what is due before this day (Asia/Shanghai). */
  dueBefore: GivenDateSchema.optional(),
};

export const listRegistrations = defineOperation({
  id: 'listRegistrations',
  method: 'GET',
  path: '/registrations',
  permission: 'registrations.read',
  summary: 'Lists cases, soonest due first (`sort=due`) or newest first (`sort=-created`).',
  input: { query: z.strictObject({ ...PAGE_QUERY, ...filters, sort: z.enum(['due', '-created']).default('due') }) },
  output: { schema: pageOf(RegistrationSummarySchema) },
});

export const getPipeline = defineOperation({
  id: 'getPipeline',
  method: 'GET',
  path: '/registrations/pipeline',
  permission: 'registrations.read',
  summary: 'Counts the cases of each stage and holder.',
  input: {},
  output: {
    schema: z.object({
      stages: z.array(z.object({ stage: z.enum(STAGES), count: z.number().int() })),
      holders: z.array(z.object({ holder: z.enum(HOLDERS), count: z.number().int() })),
      total: z.number().int(),
    }),
  },
});

export const getRegistration = defineOperation({
  id: 'getRegistration',
  method: 'GET',
  path: '/registrations/{id}',
  permission: 'registrations.read',
  summary: 'Reads a case with what can be done next and why anything else cannot.',
  input: { params: IdParamsSchema },
  output: { schema: RegistrationSchema },
});

/** The body of each event: the event's own facts beside what every event carries. */
export const ApplyRegistrationEventSchema = eventBodySchema.unionOf(
  EVENT_FACTS,
  ['registration_created', 'registration_imported'],
  'RegistrationEventRequest',
);

export const applyRegistrationEvent = defineOperation({
  id: 'applyRegistrationEvent',
  method: 'POST',
  path: '/registrations/{id}/events',
  permission: 'registrations.decide',
  summary: 'Applies an event to a case; a decision may be refused, an observation never is.',
  input: { params: IdParamsSchema, body: ApplyRegistrationEventSchema },
  output: { schema: RegistrationSchema },
  refusals: ['version.conflict'],
});

export const setAdmin = defineOperation({
  id: 'setAdmin',
  method: 'PUT',
  path: '/registrations/{id}/admin',
  permission: 'registrations.write',
  summary: 'Names the admin person; answers the risks of this choice at once.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({ personId: IdSchema, isLegalRepresentative: z.boolean(), expectedVersion: VersionSchema }),
  },
  output: { schema: z.object({ registration: RegistrationSchema, warnings: z.array(RefusalSchema) }) },
  refusals: ['version.conflict', 'registration.field_locked', 'person.not_found'],
});
