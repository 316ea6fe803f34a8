/** Builds what the API answers about a paper and its files: a licence that was sent this morning. For tests of the desk and the case's papers. */
import type { Document, OperationAnswer, Paper, Prerequisite, ReviewSitting, listCasePapers } from '@daiban/contracts';
import type { ReviewedCase } from '../review-desk.js';

export const CASE_ID = '0199a000-0000-7000-8000-000000000100';
export const id = (number: number): string => `0199a000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const aCase: ReviewedCase = {
  id: CASE_ID,
  proposedName: '北光生活',
  subject: {
    id: id(101),
    type: 'enterprise',
    class: null,
    name: '上海北光贸易有限公司',
    code: '91310000MA1K35XR8L',
    countryCode: 'CN',
    licenceOf: 'client',
    standing: 'active',
    licenceExpiresOn: null,
    version: 1,
  },
  admin: null,
};

export function aPrerequisite(changes: Partial<Prerequisite> = {}): Prerequisite {
  return {
    id: id(1),
    registrationId: CASE_ID,
    orderId: null,
    code: 'business_licence',
    holder: 'client',
    required: true,
    state: 'submitted',
    reasonCode: null,
    note: null,
    expiresOn: null,
    reviewedAt: null,
    registrationVersion: 3,
    ...changes,
  };
}

export function aFile(changes: Partial<Document> = {}): Document {
  return {
    id: id(11),
    prerequisiteId: id(1),
    version: 1,
    page: 1,
    name: 'licence.jpg',
    state: 'available',
    refusal: null,
    mediaType: 'image/jpeg',
    byteLength: 1_500_000,
    receivedBytes: 1_500_000,
    sha256: 'a'.repeat(64),
    pageCount: 1,
    uploadedAt: '2026-09-28T01:10:00.000Z',
    uploadedBy: { kind: 'contact', name: 'Ana' },
    canChange: false,
    canChangeUntil: null,
    deletesOn: null,
    deletedAt: null,
    deletionReason: null,
    deletionProof: null,
    ...changes,
  };
}

export function aPaper(changes: Partial<Paper> = {}): Paper {
  return {
    prerequisite: aPrerequisite(),
    submittedAt: '2026-09-28T01:12:00.000Z',
    uploadVersion: 1,
    documents: [aFile()],
    reusable: [],
    returnReasons: ['blurred', 'cut_off', 'name_differs', 'expired', 'other'],
    acceptRefusal: null,
    ...changes,
  };
}

export function papersOf(items: Paper[], sitting: ReviewSitting | null = null): OperationAnswer<typeof listCasePapers> {
  const limits = {
    mediaTypes: ['image/jpeg' as const],
    maxBytes: 1_000_000,
    maxPages: 10,
    maxPdfPages: 50,
    minPixels: 256,
  };
  return { items, sitting, limits, rule: null };
}

export function aSitting(decisions: ReviewSitting['decisions']): ReviewSitting {
  return { id: id(90), startedAt: '2026-09-28T03:10:00.000Z', endsAt: '2026-09-28T03:40:00.000Z', decisions };
}
