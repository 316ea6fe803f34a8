/** Subjects (主体): the licences and natural persons that accounts stand on, over all clients. */
import {
  ACCOUNT_TYPES,
  LICENCE_OWNERS,
  SUBJECT_CLASSES,
  SUBJECT_STANDINGS,
  SUBJECT_TYPES,
} from '@daiban/domain/enumerations';
import { z } from 'zod';
import { NameSchema } from './clients.contract.js';
import { defineOperation } from './define-operation.js';
import { RuleReferenceSchema } from './problem.contract.js';
import {
  CalendarDateSchema,
  CountryCodeSchema,
  GivenDateSchema,
  IdParamsSchema,
  IdSchema,
  PAGE_QUERY,
  pageOf,
  VersionSchema,
} from './values.contract.js';

/** An account that exists outside this installation; it counts against limits and is marked typed. */
export const AccountElsewhereSchema = z.strictObject({
  accountType: z.enum(ACCOUNT_TYPES),
  /** In the words of whoever typed it; one that says it is restricted, frozen or banned blocks requests for more accounts. */
  state: z.string().trim().min(1).max(60),
  since: CalendarDateSchema.nullable().default(null),
  note: z.string().trim().max(500).nullable().default(null),
});

/** Places under one limit. */
export const SlotUseSchema = z
  .object({
    /** Taken for good or until freed: submitted, live, closing, restricted. */
    reserved: z.number().int(),
    /** Meant by cases that are not submitted yet. */
    planned: z.number().int(),
    /** Known elsewhere, typed. */
    elsewhere: z.number().int(),
    /** null: the rulebook does not know. */
    limit: z.number().int().nullable(),
    /** What the limit is made of: the rule's number, and what Tencent granted above it. */
    limitByRule: z.number().int().nullable(),
    granted: z.number().int(),
    rule: RuleReferenceSchema.nullable(),
  })
  .meta({ id: 'SlotUse' });
export type SlotUse = z.infer<typeof SlotUseSchema>;

/** Fields of a subject as `createRegistration` takes them. */
export const SubjectInputSchema = z.strictObject({
  type: z.enum(SUBJECT_TYPES),
  class: z.enum(SUBJECT_CLASSES).nullable().optional(),
  name: NameSchema,
  /** Licence code; spaces and case do not matter. Individuals have none. */
  code: z.string().trim().min(1).max(40).nullable().optional(),
  countryCode: CountryCodeSchema,
  licenceOf: z.enum(LICENCE_OWNERS).default('client'),
});

export const SubjectSchema = z
  .object({
    id: IdSchema,
    type: z.enum(SUBJECT_TYPES),
    class: z.enum(SUBJECT_CLASSES).nullable(),
    name: z.string(),
    code: z.string().nullable(),
    countryCode: z.string().meta({ description: 'ISO 3166-1 alpha-2' }),
    licenceOf: z.enum(LICENCE_OWNERS),
    standing: z.enum(SUBJECT_STANDINGS),
    licenceExpiresOn: CalendarDateSchema.nullable(),
    accountsElsewhere: z.array(AccountElsewhereSchema),
    /** Official Accounts of this subject. */
    slots: SlotUseSchema,
    version: VersionSchema,
  })
  .meta({ id: 'Subject' });
export type Subject = z.infer<typeof SubjectSchema>;

export const listSubjects = defineOperation({
  id: 'listSubjects',
  method: 'GET',
  path: '/subjects',
  permission: 'clients.read',
  summary: 'Lists subjects by name, over all clients.',
  input: { query: z.strictObject({ ...PAGE_QUERY, q: z.string().trim().max(100).optional() }) },
  output: { schema: pageOf(SubjectSchema) },
});

export const getSubject = defineOperation({
  id: 'getSubject',
  method: 'GET',
  path: '/subjects/{id}',
  permission: 'clients.read',
  summary: 'Reads a subject with the slots used, planned and allowed.',
  input: { params: IdParamsSchema },
  output: { schema: SubjectSchema },
});

export const updateSubject = defineOperation({
  id: 'updateSubject',
  method: 'PATCH',
  path: '/subjects/{id}',
  permission: 'clients.write',
  summary:
    'Changes what is known of a subject. Name, class, code and whose licence it is are refused once a registration of it was submitted.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({
      expectedVersion: VersionSchema,
      name: NameSchema.optional(),
      class: z.enum(SUBJECT_CLASSES).nullable().optional(),
      code: z.string().trim().min(1).max(40).nullable().optional(),
      licenceOf: z.enum(LICENCE_OWNERS).optional(),
      standing: z.enum(SUBJECT_STANDINGS).optional(),
      licenceExpiresOn: GivenDateSchema.nullable().optional(),
      /** Replaces the whole list. */
      accountsElsewhere: z.array(AccountElsewhereSchema).max(100).optional(),
    }),
  },
  output: { schema: SubjectSchema },
  refusals: ['version.conflict', 'subject.sealed', 'subject.code_in_use', 'uscc.checksum'],
});
