/** Builds what the API answers about one paper and its visitor, for the portal's own tests: a licence that is to be brought. */
import type { Document, PortalPaper, PortalVisit } from '@daiban/contracts';

export const PAPER_ID = '01890000-0000-7000-8000-0000000000a1';

export function aPortalPaper(changes: Partial<PortalPaper> = {}): PortalPaper {
  return {
    prerequisiteId: PAPER_ID,
    registrationId: '01890000-0000-7000-8000-000000000001',
    code: 'business_licence',
    holder: 'client',
    required: true,
    state: 'open',
    accountName: 'Northlight',
    returned: null,
    examples: ['blurred', 'cut_off', 'glare'],
    limits: {
      mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
      maxBytes: 20 * 1024 * 1024,
      maxPages: 10,
      maxPdfPages: 50,
      minPixels: 256,
    },
    documents: [],
    may: { upload: true, submit: false, delegate: true },
    closed: null,
    submittedAt: null,
    canChangeUntil: null,
    checkedBy: null,
    keptDays: 90,
    itemLinks: [],
    now: '2026-09-28T03:20:00.000Z',
    ...changes,
  };
}

export function aDocument(changes: Partial<Document> = {}): Document {
  return {
    id: '01890000-0000-7000-8000-0000000000d1',
    prerequisiteId: PAPER_ID,
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
    uploadedAt: '2026-09-28T03:10:00.000Z',
    uploadedBy: { kind: 'contact', name: 'Ana' },
    canChange: true,
    canChangeUntil: null,
    deletesOn: null,
    deletedAt: null,
    deletionReason: null,
    deletionProof: null,
    ...changes,
  };
}

export function aVisit(changes: Partial<PortalVisit> = {}): PortalVisit {
  return {
    kind: 'contact',
    name: 'Ana',
    locale: 'en',
    timeZone: 'Europe/Paris',
    clientName: 'Northlight SARL',
    registrationId: null,
    prerequisiteId: null,
    preview: null,
    agency: {
      name: 'Lantern Bridge',
      nameZh: '灯桥咨询',
      slug: null,
      brandColour: null,
      legalName: null,
      address: null,
      contactEmail: null,
      website: null,
    },
    ...changes,
  };
}
