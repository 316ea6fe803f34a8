/** The files that are brought for a paper: sent page by page, inspected, looked over, returned with a reason, used again at a renewal. Staff and visitors of the portal each have their own way in. */
import {
  DELETION_REASONS,
  DOCUMENT_MEDIA_TYPES,
  DOCUMENT_STATES,
  HOLDERS,
  PREREQUISITE_STATES,
} from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { MadePortalLinkSchema } from './portal-links.contract.js';
import { PrerequisiteSchema } from './prerequisites.contract.js';
import { LocaleSchema, RefusalSchema, RuleReferenceSchema } from './problem.contract.js';
import { CalendarDateSchema, IdParamsSchema, IdSchema, InstantSchema, PAGE_QUERY, pageOf } from './values.contract.js';

/** Largest body of one request: a whole document. Longer ones are refused before they are read. */
const MAX_BODY_BYTES = 20 * 1024 * 1024;

export const DocumentSchema = z
  .object({
    id: IdSchema,
    prerequisiteId: IdSchema,
    /** 1 for what was sent first; each return begins the next. */
    version: z.number().int(),
    /** Place among the files of its version, from 1. */
    page: z.number().int(),
    /** The file's name as it was given; empty once deleted. */
    name: z.string(),
    state: z.enum(DOCUMENT_STATES),
    /** Why the inspection said no, and what to do; null unless `refused`. */
    refusal: z.object({ code: z.string(), message: z.string(), fix: z.string() }).nullable(),
    /** As the inspection found it; null before. */
    mediaType: z.enum(DOCUMENT_MEDIA_TYPES).nullable(),
    /** Bytes the sender announced. */
    byteLength: z.number().int(),
    /** Bytes that are here; a broken upload goes on from there. */
    receivedBytes: z.number().int(),
    /** SHA-256 of the whole file as it was sent, hexadecimal: how a sender knows its own file again. */
    sha256: z.string(),
    /** Pages of a PDF. */
    pageCount: z.number().int().nullable(),
    uploadedAt: InstantSchema,
    uploadedBy: z.object({ kind: z.string(), name: z.string().nullable() }),
    /** Whether the caller may delete it now: one's own, until it is sent and some minutes more. */
    canChange: z.boolean(),
    /** Until then; null with `canChange`: for as long as the paper is not sent. */
    canChangeUntil: InstantSchema.nullable(),
    /** Day after which its file is deleted by rule; null: no such day is known yet. */
    deletesOn: CalendarDateSchema.nullable(),
    deletedAt: InstantSchema.nullable(),
    deletionReason: z.enum(DELETION_REASONS).nullable(),
    /** What proves it; null until the place where it lay has answered that it is not there, and where no file ever lay. */
    deletionProof: z
      .object({
        goneAt: InstantSchema,
        /** SHA-256 of the sealed bytes that lay there, hexadecimal; null: they were gone already. */
        sha256: z.string().nullable(),
        /** Rule that asked for it, by its value of that day, and the day it was due; null: a person asked, as `deletionReason` says. */
        rule: z.object({ id: z.string(), validFrom: CalendarDateSchema, dueOn: CalendarDateSchema }).nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Document' });
export type Document = z.infer<typeof DocumentSchema>;

/** A file that was accepted for an earlier order and still holds. */
export const ReusableDocumentSchema = z
  .object({
    documentId: IdSchema,
    name: z.string(),
    page: z.number().int(),
    mediaType: z.enum(DOCUMENT_MEDIA_TYPES).nullable(),
    acceptedOn: CalendarDateSchema,
    expiresOn: CalendarDateSchema.nullable(),
  })
  .meta({ id: 'ReusableDocument' });
export type ReusableDocument = z.infer<typeof ReusableDocumentSchema>;

/** What may be brought for a paper. */
export const UploadLimitsSchema = z
  .object({
    mediaTypes: z.array(z.enum(DOCUMENT_MEDIA_TYPES)),
    /** Of one file. */
    maxBytes: z.number().int(),
    /** Files of one paper. */
    maxPages: z.number().int(),
    maxPdfPages: z.number().int(),
    /** Of a picture's shorter side. */
    minPixels: z.number().int(),
  })
  .meta({ id: 'UploadLimits' });
export type UploadLimits = z.infer<typeof UploadLimitsSchema>;

/** A file's way in: its name, its hash and its place. The bytes are the body, as they are. */
const UPLOAD_INPUT = {
  params: z.strictObject({ id: IdSchema, name: z.string().min(1).max(255) }),
  headers: z.object({
    /** Of the whole file, hexadecimal. */
    'x-content-sha256': z.string().regex(/^[0-9a-fA-F]{64}$/),
    /** Place among the pages, 1 when not given. */
    'x-document-page': z.coerce.number().int().min(1).max(100).default(1),
    /** Of the body; a body that does not say it is read to its end. */
    'content-length': z.coerce.number().int().min(0).optional(),
    /** `bytes 0-524287/1800000`: this body is a part, the first one not here yet. Not given: the body is the whole file. */
    'content-range': z
      .string()
      .regex(/^bytes \d{1,9}-\d{1,9}\/\d{1,9}$/)
      .optional(),
  }),
  contentType: 'application/octet-stream',
  maxBytes: MAX_BODY_BYTES,
  streamed: true,
} as const;

const UPLOAD_REFUSALS = [
  'consent.papers_missing',
  'document.page_taken',
  'document.part_out_of_order',
  'document.part_wrong',
  'document.pages_full',
  'document.too_big',
  'document.day_full',
  'rate.too_many',
  'document.store_down',
  'prerequisite.sealed',
  'prerequisite.accepted',
  'prerequisite.being_checked',
] as const;

export const uploadDocument = defineOperation({
  id: 'uploadDocument',
  method: 'PUT',
  path: '/prerequisites/{id}/documents/{name}',
  permission: 'documents.write',
  summary:
    "Takes a file for a paper, whole or part by part. The same file for the same page again answers the same document; another one needs the page's document deleted first.",
  input: UPLOAD_INPUT,
  output: { schema: DocumentSchema },
  refusals: UPLOAD_REFUSALS,
});

export const uploadPortalDocument = defineOperation({
  id: 'uploadPortalDocument',
  method: 'PUT',
  path: '/portal/prerequisites/{id}/documents/{name}',
  permission: 'portal.upload',
  summary: 'The same for a visitor, for the papers that are theirs to bring.',
  input: UPLOAD_INPUT,
  output: { schema: DocumentSchema },
  refusals: UPLOAD_REFUSALS,
});

export const listDocuments = defineOperation({
  id: 'listDocuments',
  method: 'GET',
  path: '/prerequisites/{id}/documents',
  permission: 'documents.read',
  summary:
    'Lists the files of a paper, newest version first, pages in order; deleted ones stay in the list without their file.',
  input: { params: IdParamsSchema, query: z.strictObject(PAGE_QUERY) },
  output: {
    schema: z.object({
      ...pageOf(DocumentSchema).shape,
      /** Files accepted earlier for the same paper of this account that hold beyond the review. */
      reusable: z.array(ReusableDocumentSchema),
    }),
  },
});

/** A paper as its reviewer sees it. */
export const PaperSchema = z
  .object({
    prerequisite: PrerequisiteSchema,
    /** When it was sent; null: not yet, or not by a file. */
    submittedAt: InstantSchema.nullable(),
    /** Which version a file that is brought now belongs to. */
    uploadVersion: z.number().int(),
    /** Newest version first, pages in order. */
    documents: z.array(DocumentSchema),
    reusable: z.array(ReusableDocumentSchema),
    /** Coded reasons that fit this paper, the likely ones first; i18n `reasons` and `fixes` have their texts, `ExamplePair` their pictures. */
    returnReasons: z.array(z.string()),
    /** Why the caller may not accept it: who brought an ID paper does not check it. null: they may. */
    acceptRefusal: RefusalSchema.nullable(),
  })
  .meta({ id: 'Paper' });
export type Paper = z.infer<typeof PaperSchema>;

/** What one member decided since their last mail; the client hears of it when the sitting ends. */
export const ReviewSittingSchema = z
  .object({
    id: IdSchema,
    startedAt: InstantSchema,
    /** It ends by itself then, so that nobody waits in silence. */
    endsAt: InstantSchema,
    decisions: z.array(
      z.object({
        prerequisiteId: IdSchema,
        code: z.string(),
        decision: z.enum(['accept', 'return']),
        reasonCode: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ReviewSitting' });
export type ReviewSitting = z.infer<typeof ReviewSittingSchema>;

export const listCasePapers = defineOperation({
  id: 'listCasePapers',
  method: 'GET',
  path: '/registrations/{id}/papers',
  permission: 'documents.read',
  summary:
    'Everything a reviewer needs of a case in one answer: its papers with their files, and the sitting that goes on.',
  input: { params: IdParamsSchema },
  output: {
    schema: z.object({
      items: z.array(PaperSchema),
      /** The caller's own; null: nothing is decided and untold. */
      sitting: ReviewSittingSchema.nullable(),
      limits: UploadLimitsSchema,
      rule: RuleReferenceSchema.nullable(),
    }),
  },
});

export const getDocumentContent = defineOperation({
  id: 'getDocumentContent',
  method: 'GET',
  path: '/documents/{id}/content',
  permission: 'documents.read',
  summary:
    'Answers the file itself, to be saved; with `view` to be looked at, a PDF page by page as pictures. Each look stands in the history.',
  input: {
    params: IdParamsSchema,
    query: z.strictObject({
      /** inline: the file as it is, to be shown · picture: a picture itself, of a PDF the page. */
      view: z.enum(['inline', 'picture']).optional(),
      page: z.coerce.number().int().min(1).max(200).default(1),
    }),
  },
  output: { contentType: 'application/octet-stream' },
  refusals: ['document.deleted', 'document.not_available', 'document.no_such_page'],
});

export const deleteDocument = defineOperation({
  id: 'deleteDocument',
  method: 'DELETE',
  path: '/documents/{id}',
  permission: 'documents.write',
  summary: 'Takes back a file the caller brought, while that is free. A paper that was sent is open again.',
  input: { params: IdParamsSchema },
  output: { status: 204 },
  refusals: ['document.not_own', 'document.too_late', 'prerequisite.sealed'],
});

export const submitPrerequisite = defineOperation({
  id: 'submitPrerequisite',
  method: 'POST',
  path: '/prerequisites/{id}/submission',
  permission: 'documents.write',
  summary: 'Sends a paper that staff brought in to be looked over.',
  input: { params: IdParamsSchema, body: z.strictObject({}).default({}) },
  output: { schema: PrerequisiteSchema },
  refusals: ['document.none', 'document.not_ready', 'prerequisite.sealed', 'prerequisite.accepted'],
});

export const reuseDocuments = defineOperation({
  id: 'reuseDocuments',
  method: 'POST',
  path: '/prerequisites/{id}/reuse',
  permission: 'documents.write',
  summary: 'Uses files again that were accepted for the same paper earlier; they come to the review like any other.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({ documentIds: z.array(IdSchema).min(1).max(50) }),
  },
  output: { schema: z.object({ items: z.array(DocumentSchema) }) },
  refusals: [
    'document.not_reusable',
    'document.page_taken',
    'document.pages_full',
    'prerequisite.sealed',
    'prerequisite.accepted',
  ],
});

/** A mail as the client will read it. */
const MailPreviewSchema = z.object({ subject: z.string(), text: z.string(), html: z.string() });

export const getReviewMessage = defineOperation({
  id: 'getReviewMessage',
  method: 'POST',
  path: '/registrations/{id}/review-message',
  permission: 'documents.read',
  summary:
    "Shows in both languages the one mail that ends the caller's sitting, with a decision that is not made yet if one is given. Changes nothing.",
  input: {
    params: IdParamsSchema,
    body: z
      .strictObject({
        draft: z
          .strictObject({
            prerequisiteId: IdSchema,
            decision: z.enum(['accept', 'return']),
            reasonCode: z.string().trim().min(1).max(60).optional(),
            note: z.string().trim().max(1000).optional(),
          })
          .optional(),
      })
      .default({}),
  },
  output: {
    schema: z.object({
      /** null: nothing is decided, so there is nothing to say. */
      message: z.object({ en: MailPreviewSchema, zh: MailPreviewSchema }).nullable(),
      /** Who gets it, each in their own language: contacts of the client, and the administrator about their own papers. The text shown is the first one's. */
      recipients: z.array(
        z.object({ kind: z.enum(['contact', 'admin_person']), id: IdSchema, name: z.string(), locale: LocaleSchema }),
      ),
    }),
  },
  idempotent: false,
});

export const finishReviewSitting = defineOperation({
  id: 'finishReviewSitting',
  method: 'POST',
  path: '/registrations/{id}/review-sittings/finish',
  permission: 'registrations.decide',
  summary: "Ends the caller's sitting: each contact of the client gets one mail about all that was decided in it.",
  input: { params: IdParamsSchema, body: z.strictObject({}).default({}) },
  output: { schema: z.object({ decisions: z.number().int(), mails: z.number().int() }) },
  refusals: ['review.nothing_decided'],
});

/** A colleague who was asked to bring this one paper. */
export const ItemLinkSchema = z
  .object({
    id: IdSchema,
    label: z.string(),
    createdAt: InstantSchema,
    expiresAt: InstantSchema,
    lastVisitAt: InstantSchema.nullable(),
  })
  .meta({ id: 'ItemLink' });
export type ItemLink = z.infer<typeof ItemLinkSchema>;

/** One paper as whoever brings it sees it. */
export const PortalPaperSchema = z
  .object({
    prerequisiteId: IdSchema,
    registrationId: IdSchema,
    /** Which paper; i18n `prerequisites` has its name. */
    code: z.string(),
    holder: z.enum(HOLDERS),
    required: z.boolean(),
    state: z.enum(PREREQUISITE_STATES),
    accountName: z.string(),
    /** Why it came back, to be read first; null: it did not. Reason and fix in the reader's language. */
    returned: z
      .object({
        reasonCode: z.string(),
        reason: z.string(),
        fix: z.string(),
        /** Of the reviewer, as they wrote it. */
        note: z.string().nullable(),
        returnedAt: InstantSchema,
        /** What came back, version by version the last: to compare. */
        version: z.number().int().nullable(),
      })
      .nullable(),
    /** Pictures that show how it should look and how not, by code of `ExamplePair`; a returned paper's own reason first. */
    examples: z.array(z.string()),
    limits: UploadLimitsSchema,
    /** Of the version that is being brought or checked, pages in order; a refused file is in it until another takes its page. */
    documents: z.array(DocumentSchema),
    /** What the visitor may do now. */
    may: z.object({
      upload: z.boolean(),
      /** Everything is inspected and something is there. */
      submit: z.boolean(),
      delegate: z.boolean(),
    }),
    /** Why nothing can be brought now; null: it can. */
    closed: z.enum(['accepted', 'being_checked', 'sealed', 'read_only', 'consent_missing']).nullable(),
    submittedAt: InstantSchema.nullable(),
    /** What was sent can be changed until then; null: it was not sent, or the time is over. */
    canChangeUntil: InstantSchema.nullable(),
    /** It is looked at by then; null: it was not sent, or it is done. */
    checkedBy: InstantSchema.nullable(),
    /** Days after the account is live for which the files are kept; null: no day is set. */
    keptDays: z.number().int().nullable(),
    /** Made by this visitor. */
    itemLinks: z.array(ItemLinkSchema),
    /** Business clock. */
    now: InstantSchema,
  })
  .meta({ id: 'PortalPaper' });
export type PortalPaper = z.infer<typeof PortalPaperSchema>;

export const getPortalPaper = defineOperation({
  id: 'getPortalPaper',
  method: 'GET',
  path: '/portal/prerequisites/{id}',
  permission: 'portal.session',
  summary: 'One paper for whoever brings it: why it came back, what is here already, what is taken, what they may do.',
  input: { params: IdParamsSchema },
  output: { schema: PortalPaperSchema },
});

export const submitPortalPaper = defineOperation({
  id: 'submitPortalPaper',
  method: 'POST',
  path: '/portal/prerequisites/{id}/submission',
  permission: 'portal.upload',
  summary: "Sends the paper to the agency: it is the agency's turn then.",
  input: { params: IdParamsSchema, body: z.strictObject({}).default({}) },
  output: { schema: PortalPaperSchema },
  refusals: ['document.none', 'document.not_ready', 'prerequisite.sealed', 'prerequisite.accepted'],
});

export const orderPortalDocuments = defineOperation({
  id: 'orderPortalDocuments',
  method: 'PUT',
  path: '/portal/prerequisites/{id}/document-order',
  permission: 'portal.upload',
  summary: 'Puts the files that are being brought for a paper in another order.',
  input: {
    params: IdParamsSchema,
    /** All that have a page, in the order wanted. */
    body: z.strictObject({ documentIds: z.array(IdSchema).min(1).max(100) }),
  },
  output: { schema: PortalPaperSchema },
  refusals: ['document.order_incomplete', 'prerequisite.sealed', 'prerequisite.accepted', 'prerequisite.being_checked'],
});

export const deletePortalDocument = defineOperation({
  id: 'deletePortalDocument',
  method: 'DELETE',
  path: '/portal/documents/{id}',
  permission: 'portal.upload',
  summary: 'Takes back a file the visitor brought, while that is free. A paper that was sent is open again.',
  input: { params: IdParamsSchema },
  output: { status: 204 },
  refusals: ['document.not_own', 'document.too_late', 'prerequisite.sealed'],
});

export const createItemLink = defineOperation({
  id: 'createItemLink',
  method: 'POST',
  path: '/portal/prerequisites/{id}/item-links',
  permission: 'portal.write',
  summary: 'Makes a way in for a colleague who brings this one paper and sees nothing else; the address is shown once.',
  input: { params: IdParamsSchema, body: z.strictObject({ label: z.string().trim().min(1).max(120) }) },
  output: { status: 201, schema: MadePortalLinkSchema },
  refusals: ['prerequisite.sealed', 'prerequisite.accepted'],
});
