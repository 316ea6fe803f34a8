/** The administrator's own page: what they are asked and why, what they agree to, what is kept and until when, their time, their papers. One answer. */
import {
  ACCOUNT_TYPES,
  CONSENT_PURPOSES,
  EMPLOYERS,
  ID_KINDS,
  PREREQUISITE_STATES,
  REGISTRATION_STATES,
} from '@daiban/domain/enumerations';
import { z } from 'zod';
import { AppointmentSchema } from './appointments.contract.js';
import { defineOperation } from './define-operation.js';
import { ConsentSchema, ConsentTextSchema } from './people.contract.js';
import { LocaleSchema, RuleReferenceSchema } from './problem.contract.js';
import { SlotUseSchema } from './subjects.contract.js';
import { CalendarDateSchema, IdParamsSchema, IdSchema, InstantSchema } from './values.contract.js';

/** What one agrees to, purpose by purpose. */
export const ConsentAskedSchema = ConsentTextSchema.extend({
  /** Without it no time can be booked. */
  required: z.boolean(),
  /** Agreed to and not taken back; null: not. Its version is the one that was shown then. */
  given: z.object({ id: IdSchema, givenAt: InstantSchema, textVersion: z.string() }).nullable(),
}).meta({ id: 'ConsentAsked' });
export type ConsentAsked = z.infer<typeof ConsentAskedSchema>;

export const AdminPageSchema = z
  .object({
    /** `hasEmail`: mails reach them, reminders among them. */
    visitor: z.object({ name: z.string(), locale: LocaleSchema, timeZone: z.string(), hasEmail: z.boolean() }),
    agency: z.object({ name: z.string(), nameZh: z.string().nullable(), timeZone: z.string() }),
    /** Business clock, and its date in Beijing. */
    now: InstantSchema,
    today: CalendarDateSchema,
    registration: z.object({
      id: IdSchema,
      accountName: z.string(),
      accountType: z.enum(ACCOUNT_TYPES),
      subjectName: z.string(),
      clientName: z.string(),
      state: z.enum(REGISTRATION_STATES),
      assigneeName: z.string().nullable(),
    }),
    /** ahead: something may be asked of them · done: their part is over · none: overseas, no scan · not_theirs: somebody else is named by now. */
    scan: z.enum(['ahead', 'done', 'none', 'not_theirs']),
    /** They are not of the company: what Tencent advises against; null: no such warning. */
    outsider: z.object({ employer: z.enum(EMPLOYERS), rule: RuleReferenceSchema.nullable() }).nullable(),
    /** What we hold of them, masked. */
    held: z.object({
      idKind: z.enum(ID_KINDS),
      idNumberMasked: z.string().nullable(),
      phoneMasked: z.string().nullable(),
    }),
    /** Accounts that count against their ID number, phone and WeChat; null where there is nothing to count. */
    counters: z.object({
      adminId: SlotUseSchema.nullable(),
      adminPhone: SlotUseSchema.nullable(),
      adminWechat: SlotUseSchema.nullable(),
    }),
    checks: z.object({ wechatHasPhone: z.boolean(), wechatHasOwnCard: z.boolean() }),
    consents: z.array(ConsentAskedSchema),
    /** Copies of their papers go this many days after the account is live; `on` once it is. */
    papersDeleted: z.object({ afterDays: z.number().int(), on: CalendarDateSchema.nullable() }),
    /** Their own papers of this account. */
    papers: z.array(
      z.object({
        id: IdSchema,
        code: z.string(),
        state: z.enum(PREREQUISITE_STATES),
        reasonCode: z.string().nullable(),
      }),
    ),
    /** How long an appointment takes by rule. */
    usualMinutes: z.number().int(),
    /** Times they can take, the next first. */
    times: z.array(AppointmentSchema),
    /** The one they have booked. */
    standing: AppointmentSchema.nullable(),
    /** From then on they can say that they are there; null: nothing is booked. */
    readyFrom: InstantSchema.nullable(),
    /** The last one came to nothing. */
    lastMissed: InstantSchema.nullable(),
    /** They asked for other times since the last were offered. */
    askedOtherTimes: z.boolean(),
  })
  .meta({ id: 'AdminPage' });
export type AdminPage = z.infer<typeof AdminPageSchema>;

export const getAdminPage = defineOperation({
  id: 'getAdminPage',
  method: 'GET',
  path: '/portal/admin',
  permission: 'portal.admin',
  summary: "Reads the administrator's page.",
  input: {},
  output: { schema: AdminPageSchema },
});

export const tellWechatPortal = defineOperation({
  id: 'tellWechatPortal',
  method: 'POST',
  path: '/portal/admin/wechat',
  permission: 'portal.admin',
  summary: 'The administrator says that their WeChat has their own phone number and their own bank card.',
  input: { body: z.strictObject({ wechatHasPhone: z.boolean(), wechatHasOwnCard: z.boolean() }) },
  output: { status: 204 },
});

export const giveConsentPortal = defineOperation({
  id: 'giveConsentPortal',
  method: 'POST',
  path: '/portal/admin/consents',
  permission: 'portal.admin',
  summary: 'The administrator agrees to one purpose, to the text they were shown.',
  input: {
    body: z.strictObject({ purpose: z.enum(CONSENT_PURPOSES), textVersion: z.string().trim().min(1).max(40) }),
  },
  output: { status: 201, schema: ConsentSchema },
  refusals: ['consent.already_given', 'consent.text_changed'],
});

export const withdrawConsentPortal = defineOperation({
  id: 'withdrawConsentPortal',
  method: 'POST',
  path: '/portal/admin/consents/{id}/withdrawal',
  permission: 'portal.admin',
  summary:
    'The administrator takes a consent back: before submission the case goes back to its papers and theirs are deleted.',
  input: { params: IdParamsSchema },
  output: { schema: ConsentSchema },
  refusals: ['consent.already_withdrawn'],
});
