import {
  createAdminLink,
  createBoardroomLink,
  createItemLink,
  createPortalLink,
  deletePortalDocument,
  getClient,
  getPortalPaper,
  orderPortalDocuments,
  getRegistration,
  recordConsent,
  reviewPrerequisite,
  submitPortalPaper,
  uploadPortalDocument,
} from '@daiban/contracts';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { PortalBrowser } from '../portal/testing/portal-browser.js';
import { CaseWalk } from '../registrations/testing/case-walk.js';
import { problemOf } from '../registrations/testing/refusals-of.js';
import { aPicture, PaperWalk, uploadOf } from './testing/paper-walk.js';

// Whole journeys over HTTP, on a machine that may be busy.
jest.setTimeout(60_000);

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;
let papers: PaperWalk;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
  papers = new PaperWalk(api, walk);
});
afterAll(() => api.stop());

const codeOf = async (call: Promise<unknown>) => (await problemOf(call)).code;

async function contactOf(clientId: string): Promise<string> {
  const { contacts } = await api.call(walk.key, getClient, { params: { id: clientId } });
  return contacts[0]?.id ?? '';
}

async function visitorOf(clientId: string): Promise<PortalBrowser> {
  const params = { id: await contactOf(clientId) };
  const { url } = await api.call(walk.key, createPortalLink, { params, body: {} });
  return PortalBrowser.enter(api, url);
}

describe('a contact', () => {
  test('brings a paper, sends it, and it is the agency’s turn; returned, it says first why and how to put it right', async () => {
    const { caseId, clientId, paperId } = await papers.aPaper();
    const visitor = await visitorOf(clientId);
    const params = { id: paperId };
    expect(await visitor.call(getPortalPaper, { params })).toMatchObject({
      code: 'business_licence',
      state: 'open',
      returned: null,
      examples: ['blurred', 'cut_off', 'glare'],
      limits: { maxBytes: 20 * 1024 * 1024, maxPages: 10, minPixels: 256 },
      documents: [],
      may: { upload: true, submit: false, delegate: true },
      closed: null,
    });
    const document = await visitor.call(uploadPortalDocument, uploadOf(paperId, await aPicture()));
    expect(document).toMatchObject({
      state: 'available',
      uploadedBy: { kind: 'contact', name: 'Ana' },
      canChange: true,
    });
    const sent = await visitor.call(submitPortalPaper, { params, body: {} });
    expect(sent).toMatchObject({
      state: 'submitted',
      closed: 'being_checked',
      submittedAt: '2026-09-28T03:20:00.000Z',
      canChangeUntil: '2026-09-28T03:50:00.000Z',
      checkedBy: expect.stringMatching(/^2026-/),
      may: { upload: false, submit: false },
    });
    const note = 'The lower left corner, please.';
    const body = { decision: 'return' as const, reasonCode: 'cut_off', note };
    await api.call(walk.key, reviewPrerequisite, { params, body });
    expect(await visitor.call(getPortalPaper, { params })).toMatchObject({
      state: 'returned',
      returned: {
        reasonCode: 'cut_off',
        reason: 'A part of the page is cut off.',
        fix: 'Step back until all four corners are in the picture.',
        note,
        version: 1,
      },
      examples: ['cut_off', 'blurred', 'glare'],
      documents: [],
      may: { upload: true },
    });
    const again = await visitor.call(uploadPortalDocument, uploadOf(paperId, await aPicture()));
    expect(again.version).toBe(2);
    await visitor.call(submitPortalPaper, { params, body: {} });
    await api.call(walk.key, reviewPrerequisite, { params, body: { decision: 'accept' } });
    expect(await visitor.call(getPortalPaper, { params })).toMatchObject({ closed: 'accepted', returned: null });
    const late = visitor.call(deletePortalDocument, { params: { id: again.id } });
    expect(await codeOf(late)).toBe('document.too_late');
    const other = await api.call(walk.key, getRegistration, { params: { id: caseId } });
    expect(other.version).toBeGreaterThan(3);
  });

  test('puts the pages in another order without sending them again', async () => {
    const { clientId, paperId } = await papers.aPaper();
    const visitor = await visitorOf(clientId);
    const ids: string[] = [];
    for (const page of [1, 2, 3])
      ids.push((await visitor.call(uploadPortalDocument, uploadOf(paperId, await aPicture(), { page }))).id);
    const order = (documentIds: string[]) =>
      visitor.call(orderPortalDocuments, { params: { id: paperId }, body: { documentIds } });
    const { documents } = await order(ids.toReversed());
    expect(documents.map(({ id, page }) => [id, page])).toEqual(ids.toReversed().map((id, index) => [id, index + 1]));
    expect(await codeOf(order(ids.slice(1)))).toBe('document.order_incomplete');
  });

  test('reads in their own language', async () => {
    const { clientId, paperId } = await papers.aPaper();
    const visitor = await visitorOf(clientId);
    await api.call(walk.key, reviewPrerequisite, {
      params: { id: paperId },
      body: { decision: 'return', reasonCode: 'seal_missing' },
    });
    const answer = await fetch(`${api.origin}/api/v1/portal/prerequisites/${paperId}`, {
      headers: { Cookie: visitor.cookie, 'Accept-Language': 'zh' },
    });
    expect(await answer.json()).toMatchObject({
      returned: { reason: '缺少公章。', fix: expect.stringContaining('加盖') },
    });
  });

  test('does not see the administrator’s papers, nor another client’s', async () => {
    const { caseId, clientId } = await papers.aPaper();
    const visitor = await visitorOf(clientId);
    const adminPaper = await papers.paperId(caseId, 'admin_id');
    const { paperId: foreign } = await papers.aPaper();
    for (const id of [adminPaper, foreign]) {
      expect(await codeOf(visitor.call(getPortalPaper, { params: { id } }))).toBe('resource.not_found');
      const sent = visitor.call(uploadPortalDocument, uploadOf(id, await aPicture()));
      expect(await codeOf(sent)).toBe('resource.not_found');
    }
  });

  test('hands a paper on: the colleague brings that one, and what they brought is theirs to take back', async () => {
    const { caseId, clientId, paperId } = await papers.aPaper();
    const contact = await visitorOf(clientId);
    const params = { id: paperId };
    const { url } = await contact.call(createItemLink, { params, body: { label: 'Luis, accounts' } });
    const colleague = await PortalBrowser.enter(api, url);
    const document = await colleague.call(uploadPortalDocument, uploadOf(paperId, await aPicture()));
    expect(document.uploadedBy.name).toBe('Luis, accounts');
    expect((await contact.call(getPortalPaper, { params })).itemLinks).toMatchObject([{ label: 'Luis, accounts' }]);
    const other = await papers.paperId(caseId, 'application_letter');
    expect(await codeOf(colleague.call(getPortalPaper, { params: { id: other } }))).toBe('resource.not_found');
    expect(await codeOf(contact.call(deletePortalDocument, { params: { id: document.id } }))).toBe('document.not_own');
    await colleague.call(deletePortalDocument, { params: { id: document.id } });
    expect((await contact.call(getPortalPaper, { params })).documents).toEqual([]);
  });

  test('takes away what somebody else broke off, and goes on', async () => {
    const { clientId, paperId } = await papers.aPaper();
    const contact = await visitorOf(clientId);
    const params = { id: paperId };
    const { url } = await contact.call(createItemLink, { params, body: { label: 'Luis, accounts' } });
    const colleague = await PortalBrowser.enter(api, url);
    const cutOff = await aPicture();
    const begun = await colleague.call(
      uploadPortalDocument,
      uploadOf(paperId, cutOff, { range: [0, 9999, cutOff.length] }),
    );
    const mine = uploadOf(paperId, await aPicture());
    expect(await codeOf(contact.call(uploadPortalDocument, mine))).toBe('document.page_taken');
    expect((await contact.call(getPortalPaper, { params })).documents).toMatchObject([
      { id: begun.id, state: 'receiving', canChange: true },
    ]);
    await contact.call(deletePortalDocument, { params: { id: begun.id } });
    expect(await contact.call(uploadPortalDocument, mine)).toMatchObject({ state: 'available' });
    expect(await contact.call(submitPortalPaper, { params, body: {} })).toMatchObject({ state: 'submitted' });
    await api.tick();
    expect(papers.objectsOf(begun.id)).toEqual([]);
  });
});

describe('who only looks', () => {
  test('brings nothing: neither a preview nor a boardroom', async () => {
    const { clientId, paperId } = await papers.aPaper();
    const previewer = await PortalBrowser.enter(api, (await previewLink(clientId)).url);
    expect(await previewer.call(getPortalPaper, { params: { id: paperId } })).toMatchObject({
      closed: 'read_only',
      may: { upload: false, submit: false, delegate: false },
    });
    const { url } = await api.call(walk.key, createBoardroomLink, {
      params: { id: clientId },
      body: { label: 'Board' },
    });
    const board = await PortalBrowser.enter(api, url);
    expect(await codeOf(board.call(getPortalPaper, { params: { id: paperId } }))).toBe('resource.not_found');
    for (const visitor of [previewer, board]) {
      const sent = visitor.call(uploadPortalDocument, uploadOf(paperId, await aPicture()));
      expect(await codeOf(sent)).toBe('portal.read_only');
    }
  });
});

/** A preview belongs to a member, so it is made by one who is signed in. */
async function previewLink(clientId: string) {
  const { PortalLinksService } = await import('../portal/portal-links.service.js');
  const made = await api.app
    .get(PortalLinksService, { strict: false })
    .createPreview(agency.actors.specialist, await contactOf(clientId));
  if (!('url' in made)) throw new Error(made.code);
  return made;
}

describe('the administrator', () => {
  test('brings their own papers once they agree that these are kept', async () => {
    const known = await walk.nameAdmin(await walk.caseAt('awaiting_prerequisites'));
    const { url } = await api.call(walk.key, createAdminLink, { params: { id: known.id }, body: {} });
    const admin = await PortalBrowser.enter(api, url);
    const own = await papers.paperId(known.id, 'admin_id');
    expect(await admin.call(getPortalPaper, { params: { id: own } })).toMatchObject({ closed: 'consent_missing' });
    const early = admin.call(uploadPortalDocument, uploadOf(own, await aPicture()));
    expect(await codeOf(early)).toBe('consent.papers_missing');
    const purpose = 'identity_documents' as const;
    const personId = known.admin?.personId ?? '';
    const consent = { purpose, registrationId: known.id, textVersion: 'daiban-1' };
    await api.call(walk.key, recordConsent, { params: { id: personId }, body: consent });
    const document = await admin.call(uploadPortalDocument, uploadOf(own, await aPicture(), { name: '身份证.jpg' }));
    expect(document).toMatchObject({ state: 'available', name: '身份证.jpg', uploadedBy: { kind: 'admin_person' } });
    expect(await admin.call(getPortalPaper, { params: { id: own } })).toMatchObject({ keptDays: 30 });
    // Another administrator does not find what was brought by the one before, nor does anybody else.
    await walk.nameAdmin(
      await api.call(walk.key, getRegistration, { params: { id: known.id } }),
      await walk.addPerson(),
    );
    await api.tick();
    expect((await papers.paper(known.id, own)).documents).toMatchObject([
      { state: 'deleted', deletionReason: 'replaced' },
    ]);
    expect(papers.objectsOf(document.id)).toEqual([]);
    // The link of the one before opens nothing any more: neither the visit that was open, nor another.
    expect(await codeOf(admin.call(getPortalPaper, { params: { id: own } }))).toBe('session.required');
    const again = PortalBrowser.enter(api, url).then(
      () => 'entered',
      () => 'refused',
    );
    expect(await again).toBe('refused');
  });

  test('sees no paper of the client', async () => {
    const known = await walk.nameAdmin(await walk.caseAt('awaiting_prerequisites'));
    const { url } = await api.call(walk.key, createAdminLink, { params: { id: known.id }, body: {} });
    const admin = await PortalBrowser.enter(api, url);
    const licence = await papers.paperId(known.id, 'business_licence');
    expect(await codeOf(admin.call(getPortalPaper, { params: { id: licence } }))).toBe('resource.not_found');
  });
});
