/** The custody passport: whose an account is, who holds which key to it, until when it is verified, what it cost, and how to take it elsewhere. As JSON, as PDF, and sent by mail. */
import {
  ACCOUNT_TYPES,
  EMPLOYERS,
  LICENCE_OWNERS,
  OPERATOR_TERMS,
  ORDER_KINDS,
  ORDER_STATES,
  PROVENANCES,
  REGISTRATION_STATES,
  SUBJECT_TYPES,
  VERIFICATION_STATUSES,
} from '@daiban/domain/enumerations';
import { CUSTODY_ITEMS, PASSPORT_EVENTS } from '@daiban/domain';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { LocaleSchema, RuleReferenceSchema } from './problem.contract.js';
import { CalendarDateSchema, IdParamsSchema, IdSchema, InstantSchema, MoneySchema } from './values.contract.js';

export const CustodyPassportSchema = z
  .object({
    registrationId: IdSchema,
    /** Business clock. */
    generatedAt: InstantSchema,
    /** Book that the rules below are read from. */
    rulebookVersion: z.string(),
    /** Who writes this passport. */
    agency: z.object({ name: z.string(), nameZh: z.string().nullable(), legalName: z.string().nullable() }),
    clientName: z.string(),
    account: z.object({
      name: z.string(),
      type: z.enum(ACCOUNT_TYPES),
      state: z.enum(REGISTRATION_STATES),
      /** `gh_…`; null: not told yet. */
      originalId: z.string().nullable(),
      appId: z.string().nullable(),
      submittedAt: InstantSchema.nullable(),
      liveAt: InstantSchema.nullable(),
    }),
    /** The subject (主体): the account is registered to it. */
    registrant: z.object({
      name: z.string(),
      type: z.enum(SUBJECT_TYPES),
      /** Licence code; null: none known. */
      code: z.string().nullable(),
      countryCode: z.string(),
      /** Whose licence it is: where it is not the client's, the account is not either. */
      licenceOf: z.enum(LICENCE_OWNERS),
      licenceExpiresOn: CalendarDateSchema.nullable(),
    }),
    /** The administrator, masked; null: none. */
    admin: z
      .object({
        /** 王*, J. D. */
        nameMasked: z.string(),
        idNumberMasked: z.string().nullable(),
        employer: z.enum(EMPLOYERS),
        isLegalRepresentative: z.boolean(),
        /** When WeChat verified them; null: not yet. */
        verifiedAt: InstantSchema.nullable(),
      })
      .nullable(),
    /** The address the account signs in with; null: none yet. */
    email: z
      .object({
        address: z.string(),
        /** Whose mailbox it is. */
        holder: z.enum(['agency', 'client']),
        confirmedAt: InstantSchema.nullable(),
      })
      .nullable(),
    operators: z.array(
      z.object({
        nameMasked: z.string(),
        term: z.enum(OPERATOR_TERMS),
        boundAt: InstantSchema,
        endsOn: CalendarDateSchema.nullable(),
      }),
    ),
    verification: z.object({
      status: z.enum(VERIFICATION_STATUSES),
      untilOn: CalendarDateSchema.nullable(),
      /** How the end is known. */
      provenance: z.enum(PROVENANCES).nullable(),
      /** Rule that an assumed end was counted by; null: it was told. */
      rule: RuleReferenceSchema.nullable(),
    }),
    /** Applications to Tencent with their fee, oldest first. */
    orders: z.array(
      z.object({
        number: z.number().int(),
        kind: z.enum(ORDER_KINDS),
        state: z.enum(ORDER_STATES),
        openedAt: InstantSchema,
        payer: z.enum(['client', 'agency']),
        /** What was paid; null: nothing yet, or it was waived. */
        paid: z.object({ amount: MoneySchema, on: CalendarDateSchema }).nullable(),
        /** What is to be paid, while nothing is; null: paid, waived, or only the payment page knows. */
        due: MoneySchema.nullable(),
        waived: z.boolean(),
        /** The money is gone without a pass. */
        lost: z.boolean(),
      }),
    ),
    /** Paid so far, one sum a currency. */
    paidTotals: z.array(MoneySchema),
    /** What changes hands when the account leaves the agency's care. */
    exit: z.object({
      /** Open: by this list · migration: the licence is another's, so only its followers can go, into an account on the client's own licence · over: there is no account any more · done: it is handed over · not_yet: there is none yet. */
      route: z.enum(['handover', 'migration', 'over', 'done', 'not_yet']),
      steps: z.array(
        z.object({
          item: z.enum(CUSTODY_ITEMS),
          /** In whose hands it is, as far as it is known here. */
          heldBy: z.enum(['client', 'agency', 'other', 'unknown']),
        }),
      ),
      rule: RuleReferenceSchema.nullable(),
    }),
    /** What changed hands and when, oldest first. */
    custody: z.array(z.object({ at: InstantSchema, kind: z.enum(PASSPORT_EVENTS) })),
  })
  .meta({ id: 'CustodyPassport' });
export type CustodyPassport = z.infer<typeof CustodyPassportSchema>;

/** Language of the document; the caller's when not given. */
const PdfQuerySchema = z.strictObject({ locale: LocaleSchema.optional() });

export const getCustodyPassport = defineOperation({
  id: 'getCustodyPassport',
  method: 'GET',
  path: '/registrations/{id}/passport',
  permission: 'registrations.read',
  summary: 'Reads the custody passport of an account as it stands now.',
  input: { params: IdParamsSchema },
  output: { schema: CustodyPassportSchema },
});

export const getCustodyPassportPdf = defineOperation({
  id: 'getCustodyPassportPdf',
  method: 'GET',
  path: '/registrations/{id}/passport.pdf',
  permission: 'registrations.read',
  summary: 'The same as a document to print and keep.',
  input: { params: IdParamsSchema, query: PdfQuerySchema },
  output: { contentType: 'application/pdf' },
});

export const sendCustodyPassport = defineOperation({
  id: 'sendCustodyPassport',
  method: 'POST',
  path: '/registrations/{id}/passport/deliveries',
  permission: 'registrations.write',
  summary: "Mails the client's contacts the way to the passport; one mail a contact and day.",
  input: { params: IdParamsSchema, body: z.strictObject({}).default({}) },
  output: { status: 202, schema: z.object({ queued: z.number().int() }).meta({ id: 'PassportSent' }) },
  refusals: ['passport.no_contact'],
});

export const getPortalPassport = defineOperation({
  id: 'getPortalPassport',
  method: 'GET',
  path: '/portal/registrations/{id}/passport',
  permission: 'portal.visitor',
  summary: "Reads the custody passport of one of the visitor's accounts.",
  input: { params: IdParamsSchema },
  output: { schema: CustodyPassportSchema },
});

export const getPortalPassportPdf = defineOperation({
  id: 'getPortalPassportPdf',
  method: 'GET',
  path: '/portal/registrations/{id}/passport.pdf',
  permission: 'portal.visitor',
  summary: 'The same as a document to print and keep.',
  input: { params: IdParamsSchema, query: PdfQuerySchema },
  output: { contentType: 'application/pdf' },
});
