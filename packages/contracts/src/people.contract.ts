/** People: admins and operators of accounts, their consents. Numbers go in whole and come out masked. */
import { CONSENT_PURPOSES, EMPLOYERS, ID_KINDS } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { NameSchema } from './clients.contract.js';
import { defineOperation } from './define-operation.js';
import { LocaleSchema, RefusalSchema } from './problem.contract.js';
import { AccountElsewhereSchema, SlotUseSchema } from './subjects.contract.js';
import {
  IdParamsSchema,
  IdSchema,
  InstantSchema,
  PAGE_QUERY,
  pageOf,
  TimeZoneSchema,
  VersionSchema,
  visibleText,
} from './values.contract.js';

export const ConsentSchema = z
  .object({
    id: IdSchema,
    personId: IdSchema,
    registrationId: IdSchema,
    purpose: z.enum(CONSENT_PURPOSES),
    textVersion: z.string(),
    givenAt: InstantSchema,
    withdrawnAt: InstantSchema.nullable(),
  })
  .meta({ id: 'Consent' });
export type Consent = z.infer<typeof ConsentSchema>;

export const PersonSchema = z
  .object({
    id: IdSchema,
    name: z.string(),
    idKind: z.enum(ID_KINDS),
    /** First three and last four; null when none is held. */
    idNumberMasked: z.string().nullable(),
    phoneMasked: z.string().nullable(),
    wechatHasPhone: z.boolean(),
    wechatHasOwnCard: z.boolean(),
    employer: z.enum(EMPLOYERS),
    /** Where invitations and reminders go; null when none is known. */
    email: z.string().nullable(),
    /** Language and zone of mails and of the page for administrators. */
    locale: LocaleSchema,
    timeZone: z.string(),
    /** Who brought the number in and who compared it with the paper; the same person may not do both. */
    idUploadedBy: IdSchema.nullable(),
    idCheckedBy: IdSchema.nullable(),
    /** Accounts counted against the ID number, the phone and the WeChat; null where there is nothing to count. */
    counters: z.object({
      adminId: SlotUseSchema.nullable(),
      adminPhone: SlotUseSchema.nullable(),
      adminWechat: SlotUseSchema.nullable(),
    }),
    accountsElsewhere: z.array(AccountElsewhereSchema),
    createdAt: InstantSchema,
    version: VersionSchema,
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof PersonSchema>;

/** A person as just written. */
export const WrittenPersonSchema = PersonSchema.extend({
  /** What is doubtful about the ID number that was given; it was kept all the same. */
  warnings: z.array(RefusalSchema),
}).meta({ id: 'WrittenPerson' });
export type WrittenPerson = z.infer<typeof WrittenPersonSchema>;

const personFields = {
  name: NameSchema,
  idKind: z.enum(ID_KINDS),
  /** Whole; a resident ID must pass its check digit. */
  idNumber: z.string().trim().min(1).max(40).nullable().optional(),
  phone: z.string().trim().min(3).max(40).nullable().optional(),
  wechatHasPhone: z.boolean().default(false),
  wechatHasOwnCard: z.boolean().default(false),
  employer: z.enum(EMPLOYERS),
  email: z.email().max(254).nullable().default(null),
  locale: LocaleSchema.default('zh'),
  timeZone: TimeZoneSchema.default('Asia/Shanghai'),
  accountsElsewhere: z.array(AccountElsewhereSchema).max(100).default([]),
};

export const createPerson = defineOperation({
  id: 'createPerson',
  method: 'POST',
  path: '/people',
  permission: 'people.write',
  summary:
    'Adds a person; a wrong ID number or phone is refused with what is wrong with it. Who is not of age yet is taken with a warning.',
  input: { body: z.strictObject(personFields) },
  output: { status: 201, schema: WrittenPersonSchema },
  refusals: ['resident_id.checksum', 'resident_id.length', 'resident_id.birth_date', 'phone.invalid'],
});

export const listPeople = defineOperation({
  id: 'listPeople',
  method: 'GET',
  path: '/people',
  permission: 'people.read',
  summary: 'Lists people by name.',
  input: { query: z.strictObject({ ...PAGE_QUERY, q: z.string().trim().max(100).optional() }) },
  output: { schema: pageOf(PersonSchema) },
});

export const getPerson = defineOperation({
  id: 'getPerson',
  method: 'GET',
  path: '/people/{id}',
  permission: 'people.read',
  summary: 'Reads a person with the counters of their ID number, phone and WeChat.',
  input: { params: IdParamsSchema },
  output: { schema: PersonSchema },
});

export const updatePerson = defineOperation({
  id: 'updatePerson',
  method: 'PATCH',
  path: '/people/{id}',
  permission: 'people.write',
  summary: 'Changes a person; a changed ID number has to be checked again.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({
      expectedVersion: VersionSchema,
      name: NameSchema.optional(),
      idKind: z.enum(ID_KINDS).optional(),
      idNumber: personFields.idNumber,
      phone: personFields.phone,
      wechatHasPhone: z.boolean().optional(),
      wechatHasOwnCard: z.boolean().optional(),
      employer: z.enum(EMPLOYERS).optional(),
      email: z.email().max(254).nullable().optional(),
      locale: LocaleSchema.optional(),
      timeZone: TimeZoneSchema.optional(),
      accountsElsewhere: z.array(AccountElsewhereSchema).max(100).optional(),
    }),
  },
  output: { schema: WrittenPersonSchema },
  refusals: ['version.conflict', 'resident_id.checksum', 'phone.invalid', 'person.number_in_use'],
});

/** A person compared the number with the paper; separate from bringing it in. */
export const recordIdCheck = defineOperation({
  id: 'recordIdCheck',
  method: 'POST',
  path: '/people/{id}/id-checks',
  permission: 'people.check',
  summary: "Records that the caller compared the person's ID number with the paper.",
  input: { params: IdParamsSchema, body: z.strictObject({ expectedVersion: VersionSchema }) },
  output: { schema: PersonSchema },
  refusals: ['version.conflict', 'person.no_id_number'],
});

/** The text of one consent as it is shown now. */
export const ConsentTextSchema = z
  .object({
    purpose: z.enum(CONSENT_PURPOSES),
    textVersion: z.string(),
    /** In both languages, paragraphs apart by a blank line. */
    text: z.object({ en: z.string(), zh: z.string() }),
  })
  .meta({ id: 'ConsentText' });
export type ConsentText = z.infer<typeof ConsentTextSchema>;

/** What an administrator reads on their own page and what a member reads to them are the same. */
export const listConsentTexts = defineOperation({
  id: 'listConsentTexts',
  method: 'GET',
  path: '/registrations/{id}/consent-texts',
  permission: 'people.read',
  summary: 'What an administrator of this account is asked to agree to, purpose by purpose, as the text reads now.',
  input: { params: IdParamsSchema },
  output: { schema: z.object({ items: z.array(ConsentTextSchema) }) },
});

export const recordConsent = defineOperation({
  id: 'recordConsent',
  method: 'POST',
  path: '/people/{id}/consents',
  permission: 'people.write',
  summary: 'Records that a person agreed to one purpose for one registration.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({
      purpose: z.enum(CONSENT_PURPOSES),
      registrationId: IdSchema,
      textVersion: z.string().trim().min(1).max(40),
    }),
  },
  output: { status: 201, schema: ConsentSchema },
  refusals: ['consent.already_given', 'consent.text_unknown'],
});

export const listConsents = defineOperation({
  id: 'listConsents',
  method: 'GET',
  path: '/people/{id}/consents',
  permission: 'people.read',
  summary: "Lists a person's consents, newest first.",
  input: { params: IdParamsSchema, query: z.strictObject(PAGE_QUERY) },
  output: { schema: pageOf(ConsentSchema) },
});

export const withdrawConsent = defineOperation({
  id: 'withdrawConsent',
  method: 'POST',
  path: '/consents/{id}/withdrawal',
  permission: 'people.write',
  summary: 'Records that a person took a consent back; before submission the registration goes back to its papers.',
  input: { params: IdParamsSchema, body: z.strictObject({ reason: visibleText(500).optional() }).default({}) },
  output: { schema: ConsentSchema },
  refusals: ['consent.already_withdrawn'],
});
