/** Capacity: who holds the places under Tencent's limits, where everything hangs on one licence or person, and what happens when one of them is gone. */
import { QUOTA_RAISE_STATES, WHAT_IF_CAUSES, WHAT_IF_NEEDS, WHAT_IF_TIES } from '@daiban/domain';
import {
  ACCOUNT_TYPES,
  EMPLOYERS,
  LICENCE_OWNERS,
  REGISTRATION_STATES,
  SLOT_STATES,
  SUBJECT_STANDINGS,
  SUBJECT_TYPES,
} from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { RuleReferenceSchema } from './problem.contract.js';
import { AccountElsewhereSchema, SlotUseSchema } from './subjects.contract.js';
import { CalendarDateSchema, IdParamsSchema, IdSchema, InstantSchema, PAGE_QUERY, pageOf } from './values.contract.js';

/** A registration that takes a place. */
export const SlotHolderSchema = z
  .object({
    registrationId: IdSchema,
    clientId: IdSchema,
    clientName: z.string(),
    accountName: z.string(),
    accountType: z.enum(ACCOUNT_TYPES),
    state: z.enum(REGISTRATION_STATES),
    /** `planned` only warns, `reserved` counts. */
    slot: z.enum(SLOT_STATES),
    since: InstantSchema,
    /** While it closes: last day of Tencent's freeze, until which the place stays taken. */
    frozenUntilOn: CalendarDateSchema.nullable(),
  })
  .meta({ id: 'SlotHolder' });
export type SlotHolder = z.infer<typeof SlotHolderSchema>;

/** A licence with everything that takes one of its places. */
export const SubjectCapacitySchema = z
  .object({
    subject: z.object({
      id: IdSchema,
      name: z.string(),
      type: z.enum(SUBJECT_TYPES),
      licenceOf: z.enum(LICENCE_OWNERS),
      standing: z.enum(SUBJECT_STANDINGS),
    }),
    /** Its limit is lifted by what was granted. */
    slots: SlotUseSchema,
    holders: z.array(SlotHolderSchema),
    /** Typed accounts outside this installation that count. */
    elsewhere: z.array(AccountElsewhereSchema),
    /** Accounts that Tencent granted above the rule's limit. */
    grantedAccounts: z.number().int(),
    /** The request without an answer. */
    raise: z.object({ id: IdSchema, state: z.enum(QUOTA_RAISE_STATES), requestedAt: InstantSchema }).nullable(),
  })
  .meta({ id: 'SubjectCapacity' });
export type SubjectCapacity = z.infer<typeof SubjectCapacitySchema>;

const ShareSchema = z.object({ id: IdSchema, name: z.string(), accounts: z.number().int() });

/** Where much hangs on little: accounts that are not over. */
export const ConcentrationSchema = z
  .object({
    accounts: z.number().int(),
    /** Accounts by whose licence they stand on. */
    byLicenceOwner: z.array(z.object({ licenceOf: z.enum(LICENCE_OWNERS), accounts: z.number().int() })),
    /** The licences and admins with the most accounts, most first. */
    topSubjects: z.array(ShareSchema),
    topAdmins: z.array(ShareSchema),
  })
  .meta({ id: 'Concentration' });
export type Concentration = z.infer<typeof ConcentrationSchema>;

export const CAPACITY_FILTERS = ['all', 'full', 'planned', 'free'] as const;

export const getCapacity = defineOperation({
  id: 'getCapacity',
  method: 'GET',
  path: '/capacity',
  permission: 'registrations.read',
  summary: 'Shows licence by licence, the fullest first, who holds the places, and where accounts are concentrated.',
  input: {
    query: z.strictObject({
      ...PAGE_QUERY,
      q: z.string().trim().max(100).optional(),
      licenceOf: z.enum(LICENCE_OWNERS).optional(),
      /** `full`: no place is left · `planned`: cases mean to take one · `free`: one can be taken now. */
      show: z.enum(CAPACITY_FILTERS).default('all'),
    }),
  },
  output: {
    schema: pageOf(SubjectCapacitySchema)
      .extend({
        /** On the first page only. */
        concentration: ConcentrationSchema.nullable(),
      })
      .meta({ id: 'Capacity' }),
  },
});

export const getSubjectCapacity = defineOperation({
  id: 'getSubjectCapacity',
  method: 'GET',
  path: '/subjects/{id}/capacity',
  permission: 'clients.read',
  summary: "Shows who holds one licence's places.",
  input: { params: IdParamsSchema },
  output: { schema: SubjectCapacitySchema },
});

/** An admin with the accounts that stand on their numbers. */
export const PersonCapacitySchema = z
  .object({
    person: z.object({ id: IdSchema, name: z.string(), employer: z.enum(EMPLOYERS) }),
    adminId: SlotUseSchema.nullable(),
    adminPhone: SlotUseSchema.nullable(),
    adminWechat: SlotUseSchema.nullable(),
    /** Seats they have now as an operator, and how many accounts one person may operate. */
    operator: z.object({ used: z.number().int(), limit: z.number().int(), rule: RuleReferenceSchema.nullable() }),
  })
  .meta({ id: 'PersonCapacity' });
export type PersonCapacity = z.infer<typeof PersonCapacitySchema>;

export const listPeopleCapacity = defineOperation({
  id: 'listPeopleCapacity',
  method: 'GET',
  path: '/capacity/people',
  permission: 'people.read',
  summary: 'Shows admins and operators with the places they take, by name.',
  input: { query: z.strictObject({ ...PAGE_QUERY, q: z.string().trim().max(100).optional() }) },
  output: { schema: pageOf(PersonCapacitySchema) },
});

export const getPersonCapacity = defineOperation({
  id: 'getPersonCapacity',
  method: 'GET',
  path: '/people/{id}/capacity',
  permission: 'people.read',
  summary: 'Shows the accounts that a person administers or operates.',
  input: { params: IdParamsSchema },
  output: {
    schema: PersonCapacitySchema.extend({
      accounts: z.array(
        z.object({
          registrationId: IdSchema,
          clientName: z.string(),
          accountName: z.string(),
          state: z.enum(REGISTRATION_STATES),
          tie: z.enum(WHAT_IF_TIES),
          /** Of a short-term operator's seat. */
          endsOn: CalendarDateSchema.nullable(),
        }),
      ),
    }).meta({ id: 'PersonAccounts' }),
  },
});

/** An account that would be touched, and the one thing it needs. */
export const TouchedAccountSchema = z
  .object({
    registrationId: IdSchema,
    clientId: IdSchema,
    clientName: z.string(),
    accountName: z.string(),
    accountType: z.enum(ACCOUNT_TYPES),
    state: z.enum(REGISTRATION_STATES),
    /** How it hangs on the one that is gone. */
    tie: z.enum(WHAT_IF_TIES),
    need: z.enum(WHAT_IF_NEEDS),
    /** The same in the reader's language. */
    needText: z.string(),
    rule: RuleReferenceSchema.nullable(),
    /** Its verification ends inside the horizon, on this day. */
    renewalDueOn: CalendarDateSchema.nullable(),
    /** An order of it is open. */
    hasOpenOrder: z.boolean(),
  })
  .meta({ id: 'TouchedAccount' });
export type TouchedAccount = z.infer<typeof TouchedAccountSchema>;

export const getCapacityWhatIf = defineOperation({
  id: 'getCapacityWhatIf',
  method: 'GET',
  path: '/capacity/what-if',
  permission: 'registrations.read',
  summary: 'Shows what is touched when a person leaves or a licence is blocked, and what each account needs then.',
  input: {
    query: z.strictObject({
      /** A person; one of the two is named. */
      personLeaves: IdSchema.optional(),
      /** A subject. */
      subjectBlocked: IdSchema.optional(),
    }),
  },
  refusals: ['capacity.one_cause', 'resource.not_found'],
  output: {
    schema: z
      .object({
        cause: z.enum(WHAT_IF_CAUSES),
        /** The person or the licence. */
        who: z.object({ id: IdSchema, name: z.string() }),
        accounts: z.array(TouchedAccountSchema),
        totals: z.object({
          accounts: z.number().int(),
          clients: z.number().int(),
          /** Accounts that are not live yet, or on their way out. */
          openCases: z.number().int(),
          /** Verifications that end inside the horizon. */
          renewals: z.number().int(),
        }),
        /** Until when renewals are counted. */
        horizonOn: CalendarDateSchema,
      })
      .meta({ id: 'CapacityWhatIf' }),
  },
});
